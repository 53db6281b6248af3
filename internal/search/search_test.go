package search_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/search"
)

func role(code nextrole.Code, title string, alternates, tasks []string) nextrole.Role {
	r := nextrole.Role{Occupation: nextrole.Occupation{Code: code, Title: title}}
	for _, a := range alternates {
		name, was, _ := strings.Cut(a, " → ")
		r.AltTitles = append(r.AltTitles, nextrole.AltTitle{Title: name, Was: was})
	}
	for _, t := range tasks {
		r.Tasks = append(r.Tasks, nextrole.TaskStatement{Text: t, Source: "s"})
	}
	return r
}

func library() []nextrole.Role {
	registrar := role("29-9021.00", "Health Information Technologists and Medical Registrars",
		[]string{"Cancer registrar", "CTR → ODS since 2024-01-01", "Tumor registrar"},
		[]string{"Abstract cases into a disease registry."})
	registrar.Assessments = []nextrole.Assessment{{Inputs: &nextrole.Inputs{Tasks: []nextrole.AssessedTask{{Name: "Linking databases"}}}}}
	return []nextrole.Role{
		role("29-2072.00", "Medical Records Specialists", []string{"Coder", "Medical coder", "Outpatient coder"}, []string{"Assign codes to diagnoses."}),
		registrar,
		role("11-9111.00", "Medical and Health Services Managers", []string{"HIM director", "Registrar of a clinic"}, []string{"Direct the work of registrars."}),
		role("15-1211.01", "Health Informatics Specialists", []string{"R&D analyst", "Señor análisis"}, []string{"Train nurses to use clinical systems."}),
		role("29-2099.08", "Patient Representatives", []string{"Oncology lead (ODS)"}, nil),
		role("NR-0001", "Data Protection Officers", []string{"DPO"}, []string{"Answer people’s requests about records."}),
	}
}

func codes(hits []search.Hit) []nextrole.Code {
	var codes []nextrole.Code
	for _, h := range hits {
		codes = append(codes, h.Code)
	}
	return codes
}

func TestSearch(t *testing.T) {
	x := search.New(library())
	const (
		records, registrar, managers, informatics, representatives, protection = nextrole.Code("29-2072.00"), nextrole.Code("29-9021.00"),
			nextrole.Code("11-9111.00"), nextrole.Code("15-1211.01"), nextrole.Code("29-2099.08"), nextrole.Code("NR-0001")
	)
	for _, test := range []struct {
		query string
		codes []nextrole.Code // best first
		why   string          // of the best
	}{
		{"", nil, ""},
		{" -& ", nil, ""},
		{"registrar", []nextrole.Code{registrar, managers}, "title"},
		{"REGISTRARS", []nextrole.Code{registrar, managers}, "title"},
		{"regi", []nextrole.Code{registrar, managers}, "title"},
		{"regsitrar", []nextrole.Code{registrar, managers}, "title"},
		{"registar", []nextrole.Code{registrar, managers}, "title"},
		{"regiistrar", []nextrole.Code{registrar, managers}, "title"},
		{"reqistrar", []nextrole.Code{registrar, managers}, "title"},
		{"rgeistr", []nextrole.Code{registrar, managers}, "title"},
		{"rgeitsr", nil, ""},
		{"coder", []nextrole.Code{records}, "also called Coder"},
		{"medcal coder", []nextrole.Code{records}, "also called Medical coder"},
		{"29-9021.00", []nextrole.Code{registrar}, "code 29-9021.00"},
		{"29-9021", []nextrole.Code{registrar}, "code 29-9021.00"},
		{"299021", []nextrole.Code{registrar}, "code 29-9021.00"},
		{"29-20", []nextrole.Code{records, representatives}, "code 29-2072.00"},
		{"29-9022", nil, ""},
		{"nr 0001", []nextrole.Code{protection}, "code NR-0001"},
		{"senor analisis", []nextrole.Code{informatics}, "also called Señor análisis"},
		{"SEÑOR", []nextrole.Code{informatics}, "also called Señor análisis"},
		{"r&d", []nextrole.Code{informatics}, "also called R&D analyst"},
		{"linking data", []nextrole.Code{registrar}, "task: Linking databases"},
		{"peoples requests", []nextrole.Code{protection}, "task: Answer people’s requests about records."},
		{"records", []nextrole.Code{records, protection}, "title"},
		{"managers of health services", []nextrole.Code{managers}, "title"},
		{"informatics nurse", []nextrole.Code{informatics}, "title; task: Train nurses to use clinical systems."},
		{"registrar zebra", nil, ""},
		{"CTR", []nextrole.Code{registrar, representatives}, "CTR became ODS on January 1, 2024"},
		{"ods", []nextrole.Code{representatives, registrar}, "also called Oncology lead (ODS)"},
		{"ct", []nextrole.Code{registrar}, "CTR became ODS on January 1, 2024"},
		{"dpo", []nextrole.Code{protection}, "also called DPO"},
		{"dqo", nil, ""},
		{"CTR registrar", []nextrole.Code{registrar}, "title; CTR became ODS on January 1, 2024"},
		{"lead CTR", []nextrole.Code{representatives}, "CTR became ODS on January 1, 2024"},
	} {
		hits := x.Search(test.query)
		if diff := cmp.Diff(test.codes, codes(hits)); diff != "" {
			t.Errorf("%q (−want +got):\n%s", test.query, diff)
		}
		if len(hits) > 0 && hits[0].Why != test.why {
			t.Errorf("%q: why %q, want %q", test.query, hits[0].Why, test.why)
		}
	}
}

func TestRenamedCredentialSaysSo(t *testing.T) {
	x := search.New(library())
	for _, query := range []string{"CTR", "ODS"} {
		told := 0
		for _, h := range x.Search(query) {
			if h.Why == "CTR became ODS on January 1, 2024" {
				told++
			}
		}
		if told == 0 {
			t.Errorf("%q: no hit tells of the new name", query)
		}
	}
}

// marked puts brackets around spans.
func marked(text string, spans []search.Span) string {
	for i := len(spans) - 1; i >= 0; i-- {
		s := spans[i]
		text = text[:s.Start] + "[" + text[s.Start:s.End] + "]" + text[s.End:]
	}
	return text
}

func TestSpans(t *testing.T) {
	x := search.New(library())
	for _, test := range []struct{ query, text, title string }{
		{"regi", "Health Information Technologists and Medical [Regi]strars", "Health Information Technologists and Medical [Regi]strars"},
		{"regsitrar", "Health Information Technologists and Medical [Registrars]", "Health Information Technologists and Medical [Registrars]"},
		{"registrar", "Health Information Technologists and Medical [Registrar]s", "Health Information Technologists and Medical [Registrar]s"},
		{"medical cancer", "Health Information Technologists and [Medical] Registrars", "Health Information Technologists and [Medical] Registrars"},
		{"medical coder", "[Medical] [coder]", "[Medical] Records Specialists"},
		{"senor", "[Señor] análisis", "Health Informatics Specialists"},
		{"sen", "[Señ]or análisis", "Health Informatics Specialists"},
		{"2990", "[29-90]21.00", "Health Information Technologists and Medical Registrars"},
		{"people", "Answer [people]’s requests about records.", "Data Protection Officers"},
	} {
		hits := x.Search(test.query)
		if len(hits) == 0 {
			t.Errorf("%q: no hit", test.query)
			continue
		}
		if got := marked(hits[0].Text, hits[0].Spans); got != test.text {
			t.Errorf("%q marks %s, want %s", test.query, got, test.text)
		}
		for _, r := range library() {
			if r.Code == hits[0].Code {
				if got := marked(r.Title, hits[0].TitleSpans); got != test.title {
					t.Errorf("%q marks in the title %s, want %s", test.query, got, test.title)
				}
			}
		}
	}
}

// A letter and the marks written after it are one thing to mark.
func TestSpansTakeInCombiningMarks(t *testing.T) {
	x := search.New([]nextrole.Role{role("X", "Sen\u0303or Cafe\u0301", nil, nil)})
	for query, want := range map[string]string{"sen": "[Sen\u0303]or Cafe\u0301", "café": "Sen\u0303or [Cafe\u0301]"} {
		hits := x.Search(query)
		if len(hits) != 1 {
			t.Fatalf("%q: %d hits", query, len(hits))
		}
		if got := marked(hits[0].Text, hits[0].Spans); got != want {
			t.Errorf("%q marks %q, want %q", query, got, want)
		}
	}
}

func TestSpellings(t *testing.T) {
	for _, test := range []struct{ title, query string }{
		{"Straße", "strasse"},
		{"Ægir", "aegir"},
		{"Œuvre", "oeuvre"},
		{"Łódź", "lodz"},
		{"ŁÓDŹ", "łódź"},
		{"Регистратор", "регистратор"},
		{"Nurse’s aide", "nurses aide"},
		{"Nurse's aide", "nurse’s"},
		{"24-7 desk", "24-7"},
		{"Version 2.1", "2.1"},
	} {
		x := search.New([]nextrole.Role{role("X", test.title, nil, nil)})
		if hits := x.Search(test.query); len(hits) != 1 || len(hits[0].Spans) == 0 {
			t.Errorf("%q in %q: %v", test.query, test.title, hits)
		}
	}
}

func TestSuggest(t *testing.T) {
	x := search.New(library())
	for query, want := range map[string]string{
		"":                  "",
		"registrar":         "",
		"zebra":             "",
		"zebra registrar":   "registrar",
		"technoligosts":     "technologists",
		"coder technolgsts": "coder",
		"health infromatcs": "health informatics",
	} {
		if got := x.Suggest(query); got != want {
			t.Errorf("Suggest(%q) = %q, want %q", query, got, want)
		}
	}
}

func TestFieldNames(t *testing.T) {
	var names []string
	for _, f := range []search.Field{search.Code, search.Title, search.AltTitle, search.Task} {
		names = append(names, f.String())
	}
	if diff := cmp.Diff([]string{"code", "title", "also called", "task"}, names); diff != "" {
		t.Error(diff)
	}
}

func FuzzSearch(f *testing.F) {
	for _, seed := range []string{"registrar", "29-9021", "Señor", "CTR lead", "İstanbul ß", "a\xff\u0301 b", "e\u0301", "ﬁle’s 1.2-3", strings.Repeat("q ", 40)} {
		f.Add(seed, "Cafe\u0301 "+seed)
	}
	f.Fuzz(func(t *testing.T, query, title string) {
		roles := append(library(), role("XX-1", title, []string{query, title + " → " + query + " since 2024-01-01"}, nil))
		titles := map[nextrole.Code]string{}
		for _, r := range roles {
			titles[r.Code] = r.Title
		}
		x := search.New(roles)
		seen := map[nextrole.Code]bool{}
		for _, h := range x.Search(query) {
			if seen[h.Code] {
				t.Fatalf("two hits for %s", h.Code)
			}
			seen[h.Code] = true
			check(t, h.Text, h.Spans)
			check(t, titles[h.Code], h.TitleSpans)
		}
		if s := x.Suggest(query); s != "" && len(x.Search(s)) == 0 {
			t.Fatalf("%q suggests %q, which finds nothing", query, s)
		}
	})
}

func check(t *testing.T, text string, spans []search.Span) {
	t.Helper()
	end := 0
	for _, s := range spans {
		if s.Start < end || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("spans %v in %d bytes", spans, len(text))
		}
		if !utf8.RuneStart(text[s.Start]) || s.End < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[s.End]) {
			t.Fatalf("span %v splits a letter of %q", s, text)
		}
		end = s.End
	}
}

// A list asks for the hits it shows, and gets those of a search.
func TestFind(t *testing.T) {
	x := search.New(library())
	for _, query := range []string{"registrar", "m", "29", "coder records", "regsitrar", "zzyzx", ""} {
		hits, found := x.Search(query), x.Find(query)
		var got []search.Hit
		for i := range found.Len() {
			if h := found.Hit(i); h.Code != found.Code(i) {
				t.Errorf("%q: hit %d is of %s, and its code %s", query, i, h.Code, found.Code(i))
			}
			got = append(got, found.Hit(i))
		}
		if diff := cmp.Diff(hits, got); diff != "" {
			t.Errorf("%q (-Search +Find):\n%s", query, diff)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	x := search.New(large())
	for _, query := range []string{"s", "spec", "clinical records coder", "clincal", "reimbursement zebra"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				x.Search(query)
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	roles := large()
	for b.Loop() {
		search.New(roles)
	}
}

// large is as many roles as the whole O*NET has, with 60 titles each.
func large() []nextrole.Role {
	first := strings.Fields("clinical senior junior medical data records health patient outpatient inpatient revenue billing quality privacy security research")
	last := strings.Fields("coder analyst specialist manager director technician clerk registrar nurse auditor abstractor trainer engineer scientist supervisor")
	roles := make([]nextrole.Role, 1016)
	for i := range roles {
		var alternates, tasks []string
		for j := range 60 {
			alternates = append(alternates, fmt.Sprintf("%s %s%d %s", first[(i+j)%len(first)], first[(i*7+j)%len(first)], (i*60+j)%900, last[(i*3+j)%len(last)]))
		}
		for j := range 19 {
			tasks = append(tasks, fmt.Sprintf("Review and maintain the %s of each %s, and report to the %s.", first[(i+3*j)%len(first)], last[(i+j)%len(last)], last[(j*5+i)%len(last)]))
		}
		roles[i] = role(nextrole.Code(fmt.Sprintf("%02d-%04d.00", 11+i%40, i)), fmt.Sprintf("%s %s %d", first[i%len(first)], last[i%len(last)], i), alternates, tasks)
	}
	return roles
}
