package sample

import (
	"fmt"

	"nextrole"
	"nextrole/internal/chart"
)

// figures are the charts of pay, outlook and comparisons. Pay and projections
// are the registrar's, by the U.S. Bureau of Labor Statistics; similarity and
// the ratings of importance are made up.
func figures() map[string]chart.Chart {
	return map[string]chart.Chart{
		"percentiles": chart.Percentiles{Unit: "a year", Strips: []chart.Strip{
			{Name: "BLS, May 2025", Detail: "38,100 jobs", P10: ptr(39830), P25: ptr(48940), Median: ptr(68020), P75: ptr(95630), P90: ptr(117420), Shown: true},
			{Name: "BLS, May 2024", Detail: "median only", Median: ptr(67310)},
			{Name: "BLS, May 2021", Detail: "10th, median, 90th", P10: ptr(29680), Median: ptr(55560), P90: ptr(98490)},
			{Name: "BLS, May 2024", Group: "15-1211", P10: ptr(63510), P25: ptr(80870), Median: ptr(103790), P75: ptr(133310), P90: ptr(166030)},
		}},
		"industry": chart.IndustryBars{AsOf: "BLS, May 2021", All: ptr(55560), Bars: []chart.Industry{
			{Name: "Hospitals; state, local, private", Pay: ptr(49550), Share: ptr(46)},
			{Name: "Offices of physicians", Pay: ptr(44990), Share: ptr(11)},
			{Name: "Professional, scientific, technical", Pay: ptr(77290), Share: ptr(7)},
			{Name: "Management of companies", Pay: ptr(74040), Share: ptr(6)},
			{Name: "Administrative and support", Pay: ptr(59080), Share: ptr(6)},
		}},
		"projections": chart.Projections{Lines: []chart.Projection{
			{From: 2025, To: 2035, Growth: 15.9, Start: ptr(42000), End: ptr(48600), Source: "BLS projections, 2025", Shown: true},
			{From: 2024, To: 2034, Growth: 14.7, Start: ptr(41900), End: ptr(48100), Source: "BLS projections, 2024"},
			{From: 2021, To: 2031, Growth: 17, Start: ptr(39900), End: ptr(46900), Source: "BLS projections, 2021"},
			{From: 2012, To: 2022, Growth: 22, Group: "29-2071", Start: ptr(186000), Source: "A career article, quoting BLS"},
		}},
		"grouped": chart.GroupedBars{
			Measure: "Importance, O*NET, 0 to 100", Most: 100,
			Items: []string{"Data and coding", "Analysis and reporting", "Regulation and privacy", "Communication", "Judgment and decisions"},
			Series: []chart.Series{
				{Letter: "A", Name: "Health Information Technologists and Medical Registrars", Missing: "not rated by O*NET"},
				{Letter: "B", Name: "Health Informatics Specialists", Values: values(75, 78, 66, 60, 63)},
				{Letter: "C", Name: "Compliance Managers", Values: values(60, 48, 72, 69, 75)},
				{Letter: "D", Name: "Medical and Health Services Managers", Values: values(58, 50, 70, 78, 77)},
			},
		},
		"scatter": chart.Scatter{
			X: chart.Axis{Name: "Closeness, percentile of all pairs", Least: 0, Most: 100},
			Points: []chart.Point{
				{Key: "29-9021.00", Name: "You now", X: 100, Y: 20.9, Status: nextrole.Published, Home: true},
				{Key: "11-9199.02", Name: "Compliance Managers", X: 68, Y: 48.2, Size: ptr(136550), Status: nextrole.Published, Selected: true, Tip: []string{"Pay of the wider group 11-9199"}},
				{Key: "dpo", Name: "Data Protection Officers", X: 61, Y: 50.7, Status: nextrole.Published},
				{Key: "11-9111.00", Name: "Medical and Health Services Managers", X: 58, Y: 53.1, Size: ptr(117960), Status: nextrole.Published},
				{Key: "15-1211.01", Name: "Health Informatics Specialists", X: 74, Y: 41.9, Size: ptr(103790), Status: nextrole.Draft},
				{Key: "15-2051.02", Name: "Clinical Data Managers", X: 79, Y: 36.4, Size: ptr(112590), Status: nextrole.Draft},
				{Key: "31-9092.00", Name: "Medical Assistants", X: 38, Y: 27.9, Size: ptr(44200), Status: nextrole.Published},
				{Key: "29-2072.00", Name: "Medical Records Specialists", X: 88, Y: 15.1, Size: ptr(50250), Status: nextrole.Published},
			},
		},
		"heat": chart.HeatStrip{
			Measure: "Evidence", Least: -2, Most: 2,
			Columns: []string{"Job posting trends", "Company actions", "Wage trends", "AI tool maturity", "Expert consensus"},
			Rows: []chart.HeatRow{
				{Name: "Health Information Technologists and Medical Registrars", Values: ratings(-1, -1, 0, -1, -1)},
				{Name: "Health Informatics Specialists", Values: ratings(1, 1, 2, -1, 0)},
				{Name: "Clinical Data Managers", Values: append(ratings(0, -2, 1), nil, nil)},
			},
		},
	}
}

func values(vs ...float64) []*float64 {
	var values []*float64
	for _, v := range vs {
		values = append(values, ptr(v))
	}
	return values
}

func ratings(vs ...int) []*int {
	var ratings []*int
	for _, v := range vs {
		ratings = append(ratings, &v)
	}
	return ratings
}

// strips are n strips of the same name.
func strips(n int, name string) []chart.Strip {
	strips := make([]chart.Strip, n)
	for i := range strips {
		at := 20000 + 500*float64(i)
		strips[i] = chart.Strip{Name: fmt.Sprintf("%s %d", name, i+1), Detail: name, P10: ptr(at), P25: ptr(at * 1.2), Median: ptr(at * 1.5), P75: ptr(at * 2), P90: ptr(at * 3), Group: name}
	}
	return strips
}

// industries are n industries of the same name.
func industries(n int, name string) []chart.Industry {
	industries := make([]chart.Industry, n)
	for i := range industries {
		industries[i] = chart.Industry{Name: fmt.Sprintf("%s %d", name, i+1), Pay: ptr(40000 + 100*float64(i)), Share: ptr(100 / float64(n))}
	}
	return industries
}

// releases are n projections that start a year apart.
func releases(n int, name, group string) []chart.Projection {
	lines := make([]chart.Projection, n)
	for i := range lines {
		lines[i] = chart.Projection{Name: name, From: 1990 + i, To: 2000 + i, Growth: float64(i%30) - 8, Start: ptr(41900), End: ptr(48100), Group: group, Source: name}
	}
	return lines
}

// money are hard cases of the charts of pay and outlook.
func money() map[string]chart.Chart {
	five := func(a, b, c, d, e float64) chart.Strip {
		return chart.Strip{Name: "BLS", P10: ptr(a), P25: ptr(b), Median: ptr(c), P75: ptr(d), P90: ptr(e)}
	}
	return map[string]chart.Chart{
		"percentiles/nothing":   chart.Percentiles{},
		"percentiles/not given": chart.Percentiles{Strips: []chart.Strip{{Name: "BLS, May 2021"}}},
		"percentiles/nan":       chart.Percentiles{Strips: []chart.Strip{five(nan, inf, -inf, nan, 1e300)}},
		"percentiles/negative":  chart.Percentiles{Strips: []chart.Strip{five(-5, -4, -3, -2, -1), {Name: "BLS", Median: ptr(50000)}}},
		"percentiles/one value": chart.Percentiles{Strips: []chart.Strip{{Name: "BLS", Median: ptr(50000)}}},
		"percentiles/zeros":     chart.Percentiles{Strips: []chart.Strip{five(0, 0, 0, 0, 0)}},
		"percentiles/equal":     chart.Percentiles{Strips: []chart.Strip{five(5e4, 5e4, 5e4, 5e4, 5e4), five(5e4, 5e4, 5e4, 5e4, 5e4)}},
		"percentiles/reversed":  chart.Percentiles{Strips: []chart.Strip{five(9e4, 8e4, 7e4, 6e4, 5e4)}},
		"percentiles/close":     chart.Percentiles{Strips: []chart.Strip{five(50000, 50100, 50200, 50300, 150000)}},
		"percentiles/huge":      chart.Percentiles{Unit: "a year", Strips: []chart.Strip{five(1, 1e3, 1e6, 1e8, 1e9)}},
		"percentiles/missing":   chart.Percentiles{Strips: []chart.Strip{{Name: "BLS", P25: ptr(40000), P90: ptr(90000)}, {}, {Name: "Other", P10: ptr(20000), Group: "15-1211"}}},
		"percentiles/long":      chart.Percentiles{Strips: strips(3, endless)},
		"percentiles/markup":    chart.Percentiles{Unit: unicode, Strips: strips(2, unicode)},
		"percentiles/200":       chart.Percentiles{Strips: strips(200, "Release")},

		"industry/nothing":  chart.IndustryBars{},
		"industry/no pay":   chart.IndustryBars{All: ptr(50000), Bars: []chart.Industry{{Name: "Hospitals", Share: ptr(46)}}},
		"industry/nan":      chart.IndustryBars{All: ptr(nan), Bars: []chart.Industry{{Name: "a", Pay: ptr(nan), Share: ptr(inf)}, {Name: "b", Pay: ptr(inf)}}},
		"industry/negative": chart.IndustryBars{All: ptr(-1), Bars: []chart.Industry{{Name: "a", Pay: ptr(-5), Share: ptr(-4)}, {Name: "b", Pay: ptr(5)}}},
		"industry/one":      chart.IndustryBars{Bars: industries(1, "Only industry")},
		"industry/zeros":    chart.IndustryBars{All: ptr(0), Bars: []chart.Industry{{Name: "a", Pay: ptr(0), Share: ptr(0)}}},
		"industry/equal":    chart.IndustryBars{All: ptr(50000), Bars: []chart.Industry{{Name: "a", Pay: ptr(50000)}, {Name: "b", Pay: ptr(50000)}}},
		"industry/missing":  chart.IndustryBars{Bars: []chart.Industry{{Name: "a"}, {Pay: ptr(50000), Share: ptr(3)}, {Name: "c", Pay: ptr(60000)}}},
		"industry/long":     chart.IndustryBars{All: ptr(1e9), AsOf: endless, Bars: industries(4, endless)},
		"industry/markup":   chart.IndustryBars{AsOf: unicode, Bars: industries(2, unicode)},
		"industry/200":      chart.IndustryBars{All: ptr(45000), Bars: industries(200, "Industry")},

		"projections/nothing":  chart.Projections{},
		"projections/bad":      chart.Projections{Lines: []chart.Projection{{From: 2024, To: 2034, Growth: nan}, {From: 2034, To: 2024, Growth: 3}, {From: 0, To: 10}, {From: 2024, To: 2034, Growth: inf}}},
		"projections/one":      chart.Projections{Lines: releases(1, "", "")},
		"projections/zero":     chart.Projections{Lines: []chart.Projection{{From: 2024, To: 2034, Start: ptr(0), End: ptr(0)}}},
		"projections/equal":    chart.Projections{Lines: []chart.Projection{{From: 2024, To: 2034, Growth: 5}, {From: 2024, To: 2034, Growth: 5}, {From: 2024, To: 2034, Growth: 5}}},
		"projections/negative": chart.Projections{Lines: []chart.Projection{{From: 2024, To: 2034, Growth: -100, Start: ptr(nan), End: ptr(-3)}, {From: 2024, To: 2025, Growth: -4}}},
		"projections/huge":     chart.Projections{Lines: []chart.Projection{{From: 1900, To: 2200, Growth: 1000}}},
		"projections/wider":    chart.Projections{Lines: releases(2, "2012–22", "29-2071")},
		"projections/long":     chart.Projections{Lines: releases(3, endless, endless)},
		"projections/markup":   chart.Projections{Lines: releases(2, unicode, unicode)},
		"projections/100":      chart.Projections{Lines: releases(100, "", "")},
	}
}
