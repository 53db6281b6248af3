package ui_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"nextrole"
	"nextrole/internal/assess"
	"nextrole/internal/source/intake"
	"nextrole/ui/route"
	"nextrole/ui/theme"
	"nextrole/ui/uitest"
	"nextrole/ui/widget"
)

// BenchmarkKey types queries into Explore over a library of the size of all of
// O*NET, and takes the time from each key to the renewed list.
func BenchmarkKey(b *testing.B) { benchmarkKey(b, large) }

// BenchmarkKeyImported does so over a library with a real release. Without the
// publisher's files it is skipped.
func BenchmarkKeyImported(b *testing.B) { benchmarkKey(b, real) }

func benchmarkKey(b *testing.B, more func(*testing.B, []nextrole.Role) []nextrole.Role) {
	l := uitest.NewLibrary(b)
	l.Choices.Welcomed = true
	l.Set.Roles = more(b, l.Set.Roles)
	s := open(b, l)
	queries := typed(l.Set.Roles)
	var took []time.Duration
	for b.Loop() {
		for _, query := range queries {
			s.Press(fyne.KeyEscape) // empties the field
			for _, r := range query {
				began := time.Now()
				s.Canvas().Focused().TypedRune(r)
				took = append(took, time.Since(began))
			}
		}
	}
	if last := l.Choices.Query; last != queries[len(queries)-1] {
		b.Fatalf("the last query was %q", last)
	}
	b.ReportMetric(part(took, 0.5), "p50-ms")
	b.ReportMetric(part(took, 0.99), "p99-ms")
	b.ReportMetric(part(took, 1), "max-ms")
}

// BenchmarkOpen goes from Explore to a role and draws its page.
func BenchmarkOpen(b *testing.B) {
	for _, tab := range []route.Tab{route.Summary, route.Tasks} {
		b.Run(string(tab), func(b *testing.B) {
			l := uitest.NewLibrary(b)
			l.Choices.Welcomed = true
			s := open(b, l)
			roles := []nextrole.Code{uitest.Registrar, uitest.Informatics, uitest.Manager, uitest.Unscored}
			var d drawing
			for i := 0; b.Loop(); i++ {
				s.window.Go(explore)
				s.Canvas().Capture()
				d.time(s, func() { s.window.Go(route.Route{Page: route.Role, Code: roles[i%len(roles)], Tab: tab}) })
			}
			d.report(b)
		})
	}
}

// BenchmarkWeek moves a slider of a week by half an hour and draws the window.
func BenchmarkWeek(b *testing.B) {
	l := uitest.NewLibrary(b)
	l.Choices.Welcomed = true
	s := open(b, l)
	s.Window.Resize(fyne.NewSize(1366, 840))
	s.window.Go(route.Route{Page: route.Role, Code: uitest.Registrar, Tab: route.Week})
	var slider *widget.Slider
	for _, f := range s.around() {
		if found, ok := f.(*widget.Slider); ok && slider == nil {
			slider = found
		}
	}
	s.Canvas().Focus(slider)
	s.Canvas().Capture()
	keys := []fyne.KeyName{fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft}
	var d drawing
	for i := 0; b.Loop(); i++ {
		before := slider.Value()
		d.time(s, func() { slider.TypedKey(&fyne.KeyEvent{Name: keys[i%len(keys)]}) })
		if slider.Value() == before {
			b.Fatal("the slider does not move")
		}
	}
	d.report(b)
}

// BenchmarkOwn changes a rating of an assessment of the person's own, of few tasks and
// of many, and draws the window.
func BenchmarkOwn(b *testing.B) {
	for _, tasks := range []int{7, 30} {
		b.Run(fmt.Sprint(tasks), func(b *testing.B) {
			l := uitest.NewLibrary(b)
			l.Choices.Welcomed = true
			w := l.Make(b, uitest.Registrar)
			a := w.Now().Clone()
			for i := len(a.Inputs.Tasks); i < tasks; i++ {
				a.Inputs.Tasks = append(a.Inputs.Tasks, a.Inputs.Tasks[i%7])
			}
			a.Inputs.Tasks = assess.Even(a.Inputs.Tasks)
			if err := l.SetWork(w.Amend(a, w.Changed())); err != nil {
				b.Fatal(err)
			}
			s := open(b, l)
			s.Window.Resize(fyne.NewSize(1366, 840))
			s.window.Go(route.Route{Page: route.Role, Code: uitest.Registrar, Tab: route.Own})
			var rating *widget.Rating
			for _, f := range s.around() {
				if found, ok := f.(*widget.Rating); ok && rating == nil {
					rating = found
				}
			}
			s.Canvas().Focus(rating)
			s.Canvas().Capture()
			var d drawing
			for i := 0; b.Loop(); i++ {
				before := rating.At()
				d.time(s, func() { rating.TypedKey(&fyne.KeyEvent{Name: []fyne.KeyName{fyne.KeyRight, fyne.KeyLeft}[i%2]}) })
				if rating.At() == before {
					b.Fatal("the rating does not change")
				}
			}
			d.report(b)
		})
	}
}

// BenchmarkTheme changes between light and dark and draws the window.
func BenchmarkTheme(b *testing.B) {
	for _, place := range []route.Route{explore, tasks, compare} {
		b.Run(string(place.Page), func(b *testing.B) {
			l := uitest.NewLibrary(b)
			l.Choices.Welcomed = true
			l.Pinned = six
			s := open(b, l)
			s.window.Go(place)
			modes := []theme.Mode{theme.Dark, theme.Light}
			var d drawing
			for i := 0; b.Loop(); i++ {
				d.time(s, func() { s.window.SetTheme(modes[i%2]) })
			}
			d.report(b)
		})
	}
}

// drawing is what changes of the window took, and the painting after them. The
// painter of the headless driver is not that of a window, which is faster.
type drawing struct{ change, paint []time.Duration }

func (d *drawing) time(s *shell, change func()) {
	began := time.Now()
	change()
	changed := time.Now()
	s.Canvas().Capture()
	d.change = append(d.change, changed.Sub(began))
	d.paint = append(d.paint, time.Since(changed))
}

func (d *drawing) report(b *testing.B) {
	b.ReportMetric(part(d.change, 0.5), "layout-ms")
	b.ReportMetric(part(d.paint, 0.5), "paint-ms")
}

// part returns the ms that a part of all took at most.
func part(took []time.Duration, part float64) float64 {
	slices.Sort(took)
	return took[int(part*float64(len(took)-1))].Seconds() * 1000
}

// real adds the occupations of O*NET 30.1 to the roles of the starter library, as
// lists have them.
func real(b *testing.B, roles []nextrole.Role) []nextrole.Role {
	data := os.Getenv("NEXTROLE_TESTDATA")
	if data == "" {
		b.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	in, err := intake.Read(context.Background(), filepath.Join(data, "onet", "30.1-text"), time.Now(), func(intake.Progress) {})
	if err != nil {
		b.Fatal(err)
	}
	all := slices.Clone(roles)
	at := map[nextrole.Code]int{}
	for i, r := range all {
		at[r.Code] = i
	}
	for _, name := range []string{"Occupation Data", "Alternate Titles", "Task Statements"} {
		for _, p := range in.Readings[0].Parts {
			for _, r := range p.Roles {
				i, there := at[r.Code]
				if r.Profile != nil {
					r.Tasks, r.Profile = r.Profile.Statements(), nil
				}
				switch {
				case p.Name != name:
				case there:
					all[i].Complete(r)
				default:
					at[r.Code] = len(all)
					r.Family = nextrole.Beyond
					all = append(all, r)
				}
			}
		}
	}
	return all
}

// large adds roles to those of the starter library until there are 1,016, as
// O*NET has, with 60,000 other names and the tasks of real ones.
func large(b *testing.B, roles []nextrole.Role) []nextrole.Role {
	const count, names, tasks = 1016, 60000, 20
	random := rand.New(rand.NewPCG(1, 2))
	all := slices.Clone(roles)
	words := vocabulary(random)
	title := func() string {
		text := make([]string, 0, 4)
		for range 1 + random.IntN(3) {
			text = append(text, words.qualifier(random))
		}
		return strings.Join(append(text, words.noun(random)), " ")
	}
	for i := len(all); i < count; i++ {
		model := roles[i%len(roles)]
		r := model
		r.Code = nextrole.Code(fmt.Sprintf("%02d-%04d.00", 53+i%40, i))
		r.Title = title()
		r.AltTitles, r.Tasks = nil, nil
		for range tasks {
			var text []string
			for range 8 + random.IntN(10) {
				text = append(text, strings.ToLower(words.qualifier(random)))
			}
			r.Tasks = append(r.Tasks, nextrole.TaskStatement{Text: strings.Join(text, " ") + ".", Source: "onet-30.3"})
		}
		all = append(all, r)
	}
	have := 0
	for _, r := range all {
		have += len(r.AltTitles)
	}
	for i := 0; have < names; i++ {
		r := &all[len(roles)+i%(count-len(roles))]
		r.AltTitles = append(r.AltTitles, nextrole.AltTitle{Title: title()})
		have++
	}
	return all
}

// words are those that names of work are made of; the first ones come often, as
// in any language.
type words struct{ qualifiers, nouns []string }

func (w words) qualifier(random *rand.Rand) string { return often(random, w.qualifiers) }
func (w words) noun(random *rand.Rand) string      { return often(random, w.nouns) }

// often picks about by Zipf's law: the n-th word 1/n as often as the first.
func often(random *rand.Rand, list []string) string {
	return list[int(math.Pow(float64(len(list)), random.Float64()))-1]
}

func vocabulary(random *rand.Rand) words {
	w := words{
		qualifiers: strings.Fields("Health Clinical Medical Data Information Records Senior Patient Quality Systems Cancer Nursing Registered Revenue Coding Billing Privacy Research Compliance Documentation Integrity Network Security Public Mental Social Emergency Surgical Pharmacy Laboratory Operations Business Project Human Outpatient Inpatient Tumor Release Claims Insurance"),
		nouns:      strings.Fields("Specialist Analyst Manager Coordinator Technician Director Assistant Supervisor Nurse Coder Registrar Clerk Consultant Engineer Administrator Officer Abstractor Auditor Trainer Scientist Educator Architect Developer Therapist Planner Inspector Teacher Operator Mechanic Driver"),
	}
	syllables := strings.Fields("ac al an ar ba be cal car cen com con cor de der di do dra ec el en er fa fer fi for gan gen ger hel in ing ion ker la lec lin lo ma man med men mer mi mo na ner no or pa per pla po pro ra re ri ro sa ser si so sta sur ta tec ter ti to tra tri va ver vi wel")
	for len(w.qualifiers) < 6000 {
		var word string
		for range 2 + random.IntN(3) {
			word += syllables[random.IntN(len(syllables))]
		}
		w.qualifiers = append(w.qualifiers, strings.ToUpper(word[:1])+word[1:])
	}
	return w
}

// typed are some hundred queries: parts of names and tasks, codes, some with a
// typo, some that find nothing.
func typed(roles []nextrole.Role) []string {
	random := rand.New(rand.NewPCG(3, 4))
	var all []string
	for i := range 100 {
		r := roles[random.IntN(len(roles))]
		query := strings.ToLower(r.Title)
		switch names := r.AltTitles; {
		case i%10 == 0:
			query = string(r.Code)
		case i%10 == 1 && len(r.Tasks) > 0:
			text := r.Tasks[random.IntN(len(r.Tasks))].Text
			query = text[:min(20, len(text))]
		case i%10 == 2:
			query = "no such work zzyzx"
		case i%2 == 0 && len(names) > 0:
			query = strings.ToLower(names[random.IntN(len(names))].Title)
		}
		if at := len(query) / 2; i%7 == 0 {
			query = query[:at] + query[at+1:] // a letter forgotten
		}
		all = append(all, query)
	}
	return all
}
