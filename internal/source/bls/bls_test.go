package bls_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/bls"
	"nextrole/internal/source/table"
)

func opener(text string) table.Opener {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

const oewsHead = "AREA,AREA_TITLE,AREA_TYPE,PRIM_STATE,NAICS,NAICS_TITLE,I_GROUP,OWN_CODE,OCC_CODE,OCC_TITLE,O_GROUP,TOT_EMP,LOC_QUOTIENT,H_MEAN,A_MEAN,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90,ANNUAL,HOURLY\n"

// read reads tables in text.
func read(t testing.TB, texts map[string]string) []source.Reading {
	t.Helper()
	var tables []*table.Table
	for name, text := range texts {
		tab := table.FromText(name, opener(text))
		if !bls.Recognize(tab) {
			t.Fatalf("%s is not recognized", name)
		}
		tables = append(tables, tab)
	}
	slices.SortFunc(tables, func(a, b *table.Table) int { return strings.Compare(a.File, b.File) })
	readings, err := bls.Read(context.Background(), tables)
	if err != nil {
		t.Fatal(err)
	}
	return readings
}

// figure finds one, as text: its value, or its note in brackets.
func figure(r nextrole.Role, k nextrole.Kind, p nextrole.Period) string {
	for _, f := range r.Figures {
		if f.Kind == k && f.Period == p {
			if f.Value == nil {
				return "[" + f.Note + "]"
			}
			return strconv.FormatFloat(*f.Value, 'f', -1, 64) + " " + f.Unit
		}
	}
	return "none"
}

func part(t testing.TB, r source.Reading, name string) map[nextrole.Code]nextrole.Role {
	t.Helper()
	for _, p := range r.Parts {
		if p.Name == name {
			roles := map[nextrole.Code]nextrole.Role{}
			for _, role := range p.Said() {
				roles[role.Code] = role
			}
			return roles
		}
	}
	t.Fatalf("there is no part %q", name)
	return nil
}

func TestWages(t *testing.T) {
	r := read(t, map[string]string{
		"national_M2025_dl.csv": "\xEF\xBB\xBF" + oewsHead +
			"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,29-0000,All,major,\"1,000\",,1,2,3,4,5,6,7,8,9,10,11,12,,\n" +
			"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,29-9020,Registrars,broad,\"38,100\",,36.04,74970,19,23,32,45,56,39830,48940,68020,95630,117420,,\n" +
			"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,29-9021,Registrars,detailed,\"38,100\",,36.04,\"74,970\",19,23,32,45,56,39830,48940,68020,#,#,,\n" +
			"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,27-2011,Actors,detailed,**,,40.1,*,11,15,23.5,40,#,*,*,*,*,*,,TRUE\n" +
			"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,29-9021,Registrars,detailed,1,,1,1,1,1,1,1,1,1,1,1,1,1,,\n" +
			"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,Sep-29,Registrars,detailed,1,,1,1,1,1,1,1,1,1,1,1,1,1,,\n" +
			"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,29-9091,Trainers,detailed,NaN,,1,-5,1,1,1,1,1,1,1,Apr 12,1,1,,\n" +
			"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,29-9092,Couns\n",
		"state_M2025_dl.csv":     oewsHead + "1,Alabama,2,AL,000000,Cross-industry,cross-industry,1235,29-9021,Registrars,detailed,500,1.25,30,60000,1,2,3,4,5,30000,40000,50000,60000,70000,,\n",
		"natsector_M2025_dl.csv": oewsHead + "99,U.S.,1,US,62,Health Care,sector,1235,29-9021,Registrars,detailed,30000,,30,61000,1,2,3,4,5,30000,40000,51000,60000,70000,,\n99,U.S.,1,US,621,Ambulatory,3-digit,1235,29-9021,Registrars,detailed,1,,1,1,1,1,1,1,1,1,1,1,1,1,,\n",
	})
	if len(r) != 1 || r[0].Source.ID != "oews-2025-05" || len(r[0].Parts) != 3 {
		t.Fatalf("%+v", r)
	}
	national := part(t, r[0], "National")
	registrar, actor := national["29-9021"], national["27-2011"]
	got := []string{
		figure(registrar, nextrole.PayMedian, "May 2025"), figure(registrar, nextrole.Employment, "May 2025"), figure(registrar, nextrole.PayMean, "May 2025"),
		figure(registrar, nextrole.PayP90, "May 2025"), figure(registrar, nextrole.LocationQuotient, "May 2025"),
		figure(actor, nextrole.Employment, "May 2025"), figure(actor, nextrole.PayMedian, "May 2025"), figure(actor, nextrole.PayP90, "May 2025"),
	}
	want := []string{
		"68020 USD/year", "38100 jobs", "74970 USD/year", "[at or above the highest wage that BLS prints]", "none",
		"[BLS does not publish this number of jobs]", "23.5 USD/hour", "[at or above the highest wage that BLS prints]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if _, there := national["29-0000"]; there || len(national) != 4 {
		t.Errorf("codes %v", national)
	}
	alabama := part(t, r[0], "Alabama")["29-9021"]
	if f := alabama.Figures[0]; f.Place != "Alabama" || figure(alabama, nextrole.LocationQuotient, "May 2025") != "1.25 ratio" {
		t.Errorf("of a state: %+v", alabama.Figures)
	}
	care := part(t, r[0], "National, Health Care")["29-9021"]
	if f := care.Figures[0]; f.Industry != "Health Care" || figure(care, nextrole.PayMedian, "May 2025") != "51000 USD/year" {
		t.Errorf("of a sector: %+v", care.Figures)
	}
	for _, want := range []string{"line 6: 29-9021 of National is there twice", `line 7: "Sep-29" is no SOC code`, `line 8: "NaN" under TOT_EMP`, `line 8: "-5" under A_MEAN is below 0`, `line 8: "Apr 12"`, "line 9: the row is cut short, with 10 of 27 cells", "1 rows are sums", "1 rows are of industries within"} {
		if !slices.ContainsFunc(r[0].Remarks, func(m source.Remark) bool {
			return strings.Contains("line "+strconv.Itoa(m.Line)+": "+m.Text, want) || strings.Contains(m.Text, want)
		}) {
			t.Errorf("no remark says %q: %v", want, r[0].Remarks)
		}
	}
}

func TestWagesWithoutYear(t *testing.T) {
	_, err := bls.Read(context.Background(), []*table.Table{table.FromText("wages.csv", opener(oewsHead))})
	var e *table.Error
	if !errors.As(err, &e) || !strings.Contains(e.Text, "national_M2025_dl.xlsx") {
		t.Errorf("wages of no year: %v", err)
	}
}

// workbook writes a sheet as BLS does.
func workbook(t testing.TB, rows [][]any) *table.Table {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	tables, err := table.FromWorkbook("occupation.xlsx", opener(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return tables[0]
}

func TestProjections(t *testing.T) {
	tab := workbook(t, [][]any{
		{"Table 1.2 Occupational projections, 2025–2035 (Employment in thousands)"},
		{
			"2025 National Employment Matrix title", "2025 National Employment Matrix code", "Occupation type", "Employment, 2025", "Employment, 2035", "Employment change, numeric, 2025–35",
			"Employment change, percent, 2025–35", "Occupational openings, 2025–35 annual average", "Median annual wage, dollars, 2025[1]", "Typical education needed for entry", "Work experience in a related occupation",
			"Typical on-the-job training needed to attain competency in the occupation",
		},
		{"Total, all occupations", "00-0000", "Summary", 169956.1, 175167.9, 5211.8, 3.1, 18863.3, 49500, "—", "—", "—"},
		{"      Registrars", "29-9021", "Line item", 41.9, 48.1, 6.2, 14.7, 3.2, 67310, "Associate's degree", "None", "None"},
		{"      Aides[2]", "31-1120", "Line item", "—", 5087.5, 739.8, -17, 0.1, 34900, "—", "None", "Short-term"},
		{"Footnotes:"},
		{"[1] Data are from the Occupational Employment and Wage Statistics program."},
	})
	if !bls.Recognize(tab) {
		t.Fatal("not recognized")
	}
	r, err := bls.Read(context.Background(), []*table.Table{tab})
	if err != nil || len(r) != 1 {
		t.Fatal(r, err)
	}
	roles := part(t, r[0], "Occupational projections")
	registrar, aide := roles["29-9021"], roles["31-1120"]
	got := []string{
		figure(registrar, nextrole.Employment, "2025"), figure(registrar, nextrole.Employment, "2035 projected"), figure(registrar, nextrole.Growth, "2025-35"), figure(registrar, nextrole.Openings, "2025-35"),
		figure(aide, nextrole.Employment, "2025"), figure(aide, nextrole.Growth, "2025-35"), figure(aide, nextrole.Openings, "2025-35"),
	}
	want := []string{"41900 jobs", "48100 jobs", "14.7 percent", "3200 jobs/year", "[BLS gives no figure]", "-17 percent", "100 jobs/year"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if registrar.Title != "Registrars" || registrar.Education.Value != "Associate's degree" || registrar.Experience.Value != "None" || aide.Title != "Aides" || aide.Education != nil {
		t.Errorf("%+v, %+v", registrar, aide)
	}
	if r[0].Source.ID != "ep-2025-35" || r[0].Parts[0].Rows != 2 {
		t.Errorf("%+v", r[0].Source)
	}
}

// TestSiteExport reads what the site of the projections hands out.
func TestSiteExport(t *testing.T) {
	r := read(t, map[string]string{"Employment Projections.csv": "Occupation Title,Occupation Code,\"Employment, 2024\",\"Employment, 2034\",\"Employment Change, 2024-2034\",\"Employment Percent Change, 2024-2034\",\"Occupational Openings, 2024-2034 Annual Average\",\"Median Annual Wage 2024\",\"Typical Entry-Level Education\"\n" +
		"Accountants and auditors,\"=\"\"13-2011\"\"\",\"1,579.8\",\"1,652.5\",72.8,4.6,124.2,\"81,680\",Bachelor's degree\n"})
	role := part(t, r[0], "Occupational projections")["13-2011"]
	if figure(role, nextrole.Employment, "2024") != "1579800 jobs" || figure(role, nextrole.Openings, "2024-34") != "124200 jobs/year" || role.Education.Value != "Bachelor's degree" {
		t.Errorf("%+v", role)
	}
}

// data is the folder of the publishers' own files, which are not part of this
// repository.
func data(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("NEXTROLE_TESTDATA")
	if dir == "" {
		t.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	return dir
}

func file(t testing.TB, path string) []*table.Table {
	t.Helper()
	open := func() (io.ReadCloser, error) { return os.Open(path) }
	if strings.HasSuffix(path, ".csv") {
		return []*table.Table{table.FromText(filepath.Base(path), open)}
	}
	tables, err := table.FromWorkbook(filepath.Base(path), open)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(tables, func(tab *table.Table) bool { return !bls.Recognize(tab) })
}

// TestStarterFiguresAreTheSame compares the starter library's figures, which other
// hands carried over, with what is read of the files.
func TestStarterFiguresAreTheSame(t *testing.T) {
	files := map[string]string{
		"bls-oews-2021": "bls/oews/national_May2021_dl.csv", "bls-oews-2023": "bls/oews/national_M2023_dl.xlsx", "bls-oews-2024": "bls/oews/national_M2024_dl.xlsx",
		"bls-oews-2025": "bls/oews/national_M2025_dl.xlsx", "bls-ep-2024": "bls/ep/occupation_2024-2034.xlsx",
	}
	said := map[string]map[nextrole.Code]nextrole.Role{}
	for id, name := range files {
		r, err := bls.Read(context.Background(), file(t, filepath.Join(data(t), name)))
		if err != nil || len(r) != 1 || len(r[0].Parts) != 1 {
			t.Fatalf("%s: %d readings, %v", name, len(r), err)
		}
		if err := r[0].Source.Validate(); err != nil && !strings.Contains(err.Error(), "retrieved") {
			t.Errorf("%s: %v", name, err)
		}
		said[id] = part(t, r[0], r[0].Parts[0].Name)
		for _, m := range r[0].Remarks {
			if m.Line > 0 {
				t.Errorf("%s has a defect: %v", name, m)
			}
		}
	}
	f, err := os.Open(filepath.Join("..", "..", "..", "assets", "starter", "figures.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, row := range rows[1:] {
		code, kind, value, unit, period, industry, id, parent := nextrole.Code(row[0]), row[1], row[2], row[3], row[4], row[6], row[7], row[8]
		roles := said[id]
		if roles == nil || industry != "" || value == "" {
			continue
		}
		compared++
		soc := nextrole.Code(code.SOC())
		if parent != "" {
			soc = nextrole.Code(parent)
		}
		if got := figure(roles[soc], nextrole.Kind(kind), nextrole.Period(period)); got != strings.TrimSuffix(value, ".0")+" "+unit {
			t.Errorf("%s %s %s by %s: the starter has %s %s, the file %s", code, kind, period, id, value, unit, got)
		}
	}
	if compared < 500 {
		t.Errorf("only %d figures were compared", compared)
	}
}

func TestRowsOfTheFiles(t *testing.T) {
	for name, want := range map[string]int{
		"bls/oews/national_M2025_dl.xlsx": 830 + 454, "bls/ep/occupation_2024-2034.xlsx": 832,
	} {
		r, err := bls.Read(context.Background(), file(t, filepath.Join(data(t), name)))
		if err != nil {
			t.Fatal(err)
		}
		if got := r[0].Parts[0].Rows; got != want {
			t.Errorf("%s has %d rows of occupations, want %d", name, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(oewsHead + "99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,29-9021,R,detailed,\"38,100\",,36.04,*,19,23,#,45,56,1e5,0x1p4,68020,95630,117420,,TRUE\n"))
	f.Add([]byte("Occupation Title,Occupation Code,\"Employment, 2024\",\"Employment, 2034\",\"Employment Percent Change\",\"Occupational Openings\",Typical education\nA,\"=\"\"13-2011\"\"\",1,2,3,4,None\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		tab := table.FromText("May 2025.csv", opener(string(text)))
		if !bls.Recognize(tab) {
			return
		}
		readings, err := bls.Read(context.Background(), []*table.Table{tab})
		if err != nil {
			return
		}
		for _, p := range readings[0].Parts {
			for _, r := range p.Said() {
				for _, f := range r.Figures {
					if f.Value != nil && (math.IsNaN(*f.Value) || math.IsInf(*f.Value, 0)) || f.Value == nil && f.Note == "" {
						t.Fatalf("%+v", f)
					}
				}
			}
		}
	})
}

// TestOtherFormsOfWages reads what other years and spreadsheets make of the tables.
func TestOtherFormsOfWages(t *testing.T) {
	old := read(t, map[string]string{"state_M2015_dl.csv": "AREA,ST,STATE,OCC_CODE,OCC_TITLE,OCC_GROUP,TOT_EMP,A_MEAN,A_MEDIAN,HOURLY\n" +
		"01,AL,Alabama,29-2071,Records,detailed,500,40000,41000,\n02,AK,Alaska,29-2071,Records,detailed,90,50000,51000,\n03,AZ,,29-2071,Records,detailed,90,50000,1,\n"})
	if got := figure(part(t, old[0], "Alabama")["29-2071"], nextrole.PayMedian, "May 2015"); got != "41000 USD/year" || len(old[0].Parts) != 2 {
		t.Errorf("an older state file: %s, %d parts", got, len(old[0].Parts))
	}
	if !slices.ContainsFunc(old[0].Remarks, func(m source.Remark) bool { return m.Line == 4 && strings.Contains(m.Text, "which place") }) {
		t.Errorf("a row without a place: %v", old[0].Remarks)
	}
	owned := read(t, map[string]string{"national_M2025_dl.csv": oewsHead +
		"99,U.S.,1,US,000000,Cross-industry,cross-industry,5,29-9021,R,detailed,100,,1,1,1,1,1,1,1,1,1,45000,1,1,,\n" +
		"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,29-9021,R,detailed,300,,1,1,1,1,1,1,1,1,1,50000,1,1,,\n" +
		"99,U.S.,1,US,000000,Cross-industry,cross-industry,3,29-9021,R,detailed,50,,1,1,1,1,1,1,1,1,1,40000,1,1,,1\n" +
		"99,U.S.,1,US,000000,Cross-industry,cross-industry,1235,27-2011,A,detailed,\"1,2\",,1,*,1,1,23.5,1,1,*,*,*,*,*,,1\n"})
	national := part(t, owned[0], "National")
	if got := figure(national["29-9021"], nextrole.Employment, "May 2025"); got != "300 jobs" {
		t.Errorf("the row of all owners: %s", got)
	}
	if got := figure(national["27-2011"], nextrole.PayMedian, "May 2025"); got != "23.5 USD/hour" {
		t.Errorf("by the hour, as a workbook says true: %s", got)
	}
	if got := figure(national["27-2011"], nextrole.Employment, "May 2025"); got != "none" {
		t.Errorf("a comma before decimals: %s", got)
	}
}

func TestOddProjections(t *testing.T) {
	r := read(t, map[string]string{"x.csv": "Occupation Title,Occupation Code,\"Employment, 2024\",\"Employment, 2034\",\"Employment Percent Change, 2024-2034\",\"Occupational Openings\",Typical Entry-Level Education\n" +
		"Accountants and auditors  * Account Auditor * Tax Accountant,13-2011,1e307,-5,4.6,12,None\nTop executives,11-1000,1,2,3,4,None\n"})
	roles := part(t, r[0], "Occupational projections")
	got := roles["13-2011"]
	if got.Title != "Accountants and auditors" || figure(got, nextrole.Employment, "2024") != "none" || figure(got, nextrole.Employment, "2034 projected") != "none" || figure(got, nextrole.Growth, "2024-34") != "4.6 percent" || len(roles) != 1 {
		t.Errorf("%+v", roles)
	}
	if len(r[0].Remarks) != 3 {
		t.Errorf("remarks %v", r[0].Remarks)
	}
}
