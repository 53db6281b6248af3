package document_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/aijri"
	"nextrole/internal/source"
	"nextrole/internal/source/document"
	"nextrole/internal/source/starter"
	"nextrole/internal/source/table"
)

var update = flag.Bool("update", false, "write the golden files anew")

// forms are the two ways in which an assessment is written.
var forms = map[string]func(nextrole.Assessment, string) []byte{"a.md": document.Markdown, "a.json": document.JSON}

// keeper is an assessment with something in every field, and much that Markdown
// would take for marks.
func keeper() (nextrole.Assessment, string) {
	reason := func(v int, why string, more ...nextrole.Counter) nextrole.Rating {
		return nextrole.Rating{Value: v, Reason: why, Counter: more}
	}
	in := nextrole.Inputs{
		Tasks: []nextrole.AssessedTask{
			{Name: "Log the weather", Short: "Weather", Share: 42_50, Score: 4, Label: nextrole.Displaced, Rationale: "Sensors log wind, sight and swell every minute. A keeper still notes what no sensor is made for."},
			{Name: "Answer ships by radio", Share: 17_50, Score: 3, Label: nextrole.Augmented, Rationale: "Routine calls can be answered by a voice agent; distress calls go to a person (channel 16 | VHF).", Counter: []nextrole.Counter{{Fact: "Since 2025 a voice agent answers | routine calls alone.", Value: 5, Source: "harbor-act"}}},
			{Name: "Climb and mend", Short: "Mending", Share: 40_00, Score: 1, Label: nextrole.NotInvolved, Rationale: "Hands, rope and a lamp that is <older than its manual>."},
		},
		Evidence: [5]nextrole.Rating{
			reason(-1, "Few are advertised."), reason(-1, "Most lights run without a keeper."), reason(0, ""),
			reason(-1, "Works where there is power & a link."), reason(-1, "Agreed among harbor masters."),
		},
		Barriers: [5]nextrole.Rating{
			reason(1, "A watch is required on two lights.", nextrole.Counter{Fact: "Since May 2026 a remote watch counts as one.", Value: 0, Source: "harbor-act"}),
			reason(2, "An island."), reason(0, ""), reason(1, "Ships."), reason(0, ""),
		},
		Growth: nextrole.Rating{Value: -1, Reason: "More automation, fewer keepers.", Sources: []nextrole.SourceID{"harbor-act", "own-visit"}},
	}
	in.Evidence[1].Sources = []nextrole.SourceID{"harbor-act"}
	return nextrole.Assessment{
		Code: "53-9999.00", Author: "Ana Example", Status: nextrole.Own, Stage: nextrole.InWork, Date: "2026-11-27", Seniority: "Mid-level",
		Inputs:     &in,
		Principles: &[3]nextrole.Rating{reason(2, "Stairs."), reason(0, "Gulls."), reason(1, "Whether to call the lifeboat.")},
		Override:   &nextrole.Override{Score: 36.5, Reason: "The two lights with a watch are half of all keepers."},
		Account: &nextrole.Account{
			MostExposed: "Whoever mostly logs the weather.", LeastExposed: "Whoever mends the lamp.", Separator: "Logging or mending.",
			Outlook:     "Fewer keepers, who each mend several lights.",
			Timeline:    []nextrole.Phase{{FromYear: 0, ToYear: 2, Label: nextrole.Displaced, What: "The log keeps itself."}},
			Actions:     []nextrole.Action{{Title: "Learn to mend lamps", Detail: "The harbor school teaches it in winter."}},
			Next:        []nextrole.Pointer{{Code: "49-9099.00", Reason: "Mending carries over."}},
			NotCaptured: []string{"Fog.", "1. What tourists pay."},
			Mixes:       []nextrole.Mix{{Name: "Watch", Tasks: []int{0, 1}}, {Name: "Workshop", Tasks: []int{2}}},
			Neighbors:   []nextrole.Pointer{{Code: "53-5031.00"}},
		},
	}, "Lighthouse Keeper"
}

// again reads a document and returns the assessment without the source, which is
// made from the content.
func again(t interface {
	Helper()
	Fatalf(string, ...any)
}, name string, text []byte,
) (nextrole.Assessment, string, source.Reading) {
	t.Helper()
	if !document.Recognize(text) {
		t.Fatalf("%s is not recognized:\n%s", name, text)
	}
	r, err := document.Read(name, text, day)
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	a := assessment(r)
	a.Source = ""
	return a, r.Parts[0].Roles[0].Title, r
}

func TestWritten(t *testing.T) {
	want, title := keeper()
	for name, write := range forms {
		got, gotTitle, r := again(t, name, write(want, title))
		if diff := cmp.Diff(want, got); diff != "" || gotTitle != title {
			t.Errorf("%s: %q (−want +got):\n%s", name, gotTitle, diff)
		}
		if len(r.Remarks)+len(r.Left) > 0 {
			t.Errorf("%s: %v, %v", name, r.Remarks, r.Left)
		}
	}
}

func TestGoldens(t *testing.T) {
	a, title := keeper()
	plain, _ := keeper()
	plain.Override, plain.Account, plain.Principles, plain.Stage = nil, nil, nil, nextrole.Reviewed
	plain.Inputs.Tasks = plain.Inputs.Tasks[:2]
	for name, got := range map[string][]byte{
		"keeper.md": document.Markdown(a, title), "keeper.json": document.JSON(a, title), "incomplete.md": document.Markdown(plain, ""),
	} {
		file := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (−want +got):\n%s", name, diff)
		}
	}
}

// TestStarterRoundTrip writes and reads every assessment of the starter library.
func TestStarterRoundTrip(t *testing.T) {
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, role := range set.Roles {
		for _, want := range role.Assessments {
			n++
			want.Source = ""
			for name, write := range forms {
				got, title, r := again(t, name, write(want, role.Title))
				mine := want
				if mine.Status != nextrole.Published {
					mine.Status = nextrole.Own
				}
				if diff := cmp.Diff(mine, got); diff != "" || title != role.Title {
					t.Errorf("%s as %s: %q (−want +got):\n%s", role.Code, name, title, diff)
				}
				for _, m := range r.Remarks {
					if !strings.Contains(m.Text, "add up to") {
						t.Errorf("%s as %s: %v", role.Code, name, m)
					}
				}
				if len(r.Left) > 0 {
					t.Errorf("%s as %s: left %v", role.Code, name, r.Left)
				}
			}
		}
	}
	if n == 0 {
		t.Fatal("the starter library has no assessments: nothing was tried")
	}
}

// nasty draws texts that a careless writer or reader breaks.
func nasty() *rapid.Generator[string] {
	marks := rapid.SampledFrom([]string{
		"|", `\|`, `\`, `\\`, "\n", "\r", "\r\n", "\t", " ", "  ", "\u00a0", "\u2028", "\u0085", "\x00", "\uFEFF",
		"*", "**", "_", "__", "`", "~~", "#", "## Tasks", ">", "- ", "1. ", "---", "|---|", "<br>", "<b>", "<!-- ", "-->", "&amp;", "&#32;", "&#10;", "&",
		"[a](b)", "![", ",", ";", ":", ":**", "**Total**", "**Reason:** x", "*empty*", "Total", "| Form | nextrole-assessment, version 9 |",
		"Nothing is said yet.", "not known", "é", "界", "👩‍⚕️", "\u202e", "e\u0301", "−", "–", "jobzonerisk.com", "a", "word", "29-9021", `"`, "{", "%", "$",
	})
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "Plain words.", " ", strings.Repeat("long | name ", 500)}),
		rapid.Custom(func(rt *rapid.T) string { return strings.Join(rapid.SliceOfN(marks, 0, 8).Draw(rt, "marks"), "") }),
		rapid.String(),
	)
}

// filled draws a nasty text that says something.
func filled() *rapid.Generator[string] {
	return nasty().Filter(func(s string) bool { return strings.TrimSpace(s) != "" })
}

func anyRating(rt *rapid.T, least, most int) nextrole.Rating {
	r := nextrole.Rating{Value: rapid.IntRange(least, most).Draw(rt, "value"), Reason: nasty().Draw(rt, "reason")}
	for range rapid.SampledFrom([]int{0, 0, 0, 1, 3}).Draw(rt, "sources") {
		r.Sources = append(r.Sources, nextrole.SourceID(nasty().Draw(rt, "id")))
	}
	r.Counter = anyCounter(rt)
	return r
}

func anyCounter(rt *rapid.T) (list []nextrole.Counter) {
	for range rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(rt, "counters") {
		list = append(list, nextrole.Counter{Fact: nasty().Draw(rt, "fact"), Value: rapid.Int().Draw(rt, "for"), Source: nextrole.SourceID(nasty().Draw(rt, "source"))})
	}
	return list
}

func anyInputs(rt *rapid.T) *nextrole.Inputs {
	in := &nextrole.Inputs{Growth: anyRating(rt, -2, 2)}
	for range rapid.IntRange(1, 6).Draw(rt, "tasks") {
		in.Tasks = append(in.Tasks, nextrole.AssessedTask{
			Name: filled().Draw(rt, "name"), Short: nasty().Draw(rt, "short"), Share: nextrole.Share(rapid.IntRange(0, 100_00).Draw(rt, "share")),
			Score: rapid.IntRange(1, 5).Draw(rt, "score"), Label: rapid.SampledFrom(nextrole.Labels()).Draw(rt, "label"), Rationale: nasty().Draw(rt, "rationale"), Counter: anyCounter(rt),
		})
	}
	if rapid.Bool().Draw(rt, "whole") { // else the shares hardly ever add up
		for i := range in.Tasks {
			in.Tasks[i].Share = 0
		}
		in.Tasks[0].Share = nextrole.Whole
	}
	for i := range 5 {
		in.Evidence[i], in.Barriers[i] = anyRating(rt, -2, 2), anyRating(rt, 0, 2)
	}
	return in
}

func anyAccount(rt *rapid.T) *nextrole.Account {
	text := func(name string) string { return nasty().Draw(rt, name) }
	some := func(name string) int { return rapid.SampledFrom([]int{0, 0, 1, 2}).Draw(rt, name) }
	c := &nextrole.Account{}
	if rapid.Bool().Draw(rt, "words") {
		c.MostExposed, c.LeastExposed, c.Separator, c.Outlook = text("most"), text("least"), text("separator"), text("outlook")
	}
	for range some("timeline") {
		c.Timeline = append(c.Timeline, nextrole.Phase{FromYear: rapid.Int().Draw(rt, "from"), ToYear: rapid.Int().Draw(rt, "to"), Label: nextrole.Label(text("label")), What: text("what")})
	}
	for range some("actions") {
		c.Actions = append(c.Actions, nextrole.Action{Title: text("title"), Detail: text("detail")})
	}
	for range some("next") {
		c.Next = append(c.Next, nextrole.Pointer{Code: nextrole.Code(text("code")), Reason: text("reason")})
	}
	for range some("neighbors") {
		c.Neighbors = append(c.Neighbors, nextrole.Pointer{Code: nextrole.Code(text("code")), Reason: text("reason")})
	}
	for range some("not captured") {
		c.NotCaptured = append(c.NotCaptured, text("not captured"))
	}
	for range some("mixes") {
		c.Mixes = append(c.Mixes, nextrole.Mix{Name: text("mix"), Tasks: rapid.SliceOfN(rapid.OneOf(rapid.IntRange(-1, 9), rapid.Int()), 1, 3).Draw(rt, "tasks")})
	}
	return c
}

// anyAssessment draws a valid assessment of one's own.
func anyAssessment(rt *rapid.T) nextrole.Assessment {
	maybe := func(name string) bool { return rapid.Bool().Draw(rt, name) }
	a := nextrole.Assessment{
		Code: nextrole.Code(rapid.OneOf(filled(), rapid.Just("29-9021.00")).Draw(rt, "code")), Author: nasty().Filter(func(s string) bool { return s != "" }).Draw(rt, "author"),
		Status: nextrole.Own, Stage: rapid.SampledFrom([]nextrole.Stage{"", nextrole.InWork, nextrole.Reviewed}).Draw(rt, "stage"),
		Date: rapid.SampledFrom([]string{"", "2026-11-27"}).Draw(rt, "date"), Seniority: nasty().Draw(rt, "seniority"),
	}
	if maybe("printed") {
		v := rapid.Float64Range(0, 100).Draw(rt, "printed score")
		a.Printed = &v
	}
	if a.Printed == nil || maybe("rated") {
		a.Inputs = anyInputs(rt)
	}
	if maybe("principles") {
		a.Principles = &[3]nextrole.Rating{}
		if maybe("rated principles") {
			a.Principles = &[3]nextrole.Rating{anyRating(rt, 0, 3), anyRating(rt, 0, 3), anyRating(rt, 0, 3)}
		}
	}
	if maybe("override") {
		a.Override = &nextrole.Override{Score: rapid.Float64Range(0, 100).Draw(rt, "override"), Reason: nasty().Filter(func(s string) bool { return s != "" }).Draw(rt, "why")}
	}
	if maybe("account") {
		a.Account = anyAccount(rt)
	}
	return a
}

// TestRoundTrip is the promise: whatever a valid assessment of one's own holds, both
// forms give it back, nothing is left, and writing it again gives the same bytes.
func TestRoundTrip(t *testing.T) {
	for name, write := range forms {
		t.Run(name, rapid.MakeCheck(func(rt *rapid.T) {
			want, title := anyAssessment(rt), nasty().Draw(rt, "title")
			text := write(want, title)
			got, gotTitle, r := again(rt, name, text)
			if diff := cmp.Diff(want, got); diff != "" || gotTitle != title {
				rt.Fatalf("%q, title %q (−want +got):\n%s\n%s", title, gotTitle, diff, text)
			}
			if len(r.Left) > 0 {
				rt.Fatalf("left: %+v\n%s", r.Left, text)
			}
			if off := want.Inputs != nil && !slices.ContainsFunc(r.Remarks, func(m source.Remark) bool { return strings.Contains(m.Text, "add up to") }); off != (want.Inputs != nil && totals(*want.Inputs) == nextrole.Whole) || len(r.Remarks) > 1 {
				rt.Fatalf("remarks: %v", r.Remarks)
			}
			if diff := cmp.Diff(string(text), string(write(got, gotTitle))); diff != "" {
				rt.Fatalf("written again it differs (−first +second):\n%s", diff)
			}
		}))
	}
}

func totals(in nextrole.Inputs) nextrole.Share {
	total := nextrole.Share(0)
	for _, t := range in.Tasks {
		total += t.Share
	}
	return total
}

// TestReadNeverPanics reads written documents that were damaged.
func TestReadNeverPanics(t *testing.T) {
	for name, write := range forms {
		t.Run(name, rapid.MakeCheck(func(rt *rapid.T) {
			text := string(write(anyAssessment(rt), nasty().Draw(rt, "title")))
			from := rapid.IntRange(0, len(text)).Draw(rt, "from")
			to := min(len(text), from+rapid.IntRange(0, 40).Draw(rt, "length"))
			text = text[:from] + nasty().Draw(rt, "instead") + text[to:]
			document.Recognize([]byte(text))
			if r, err := document.Read(name, []byte(text), day); err == nil {
				stays(rt, name, r)
			}
		}))
	}
}

// stays requires that what was read holds, and comes back the same from both forms.
func stays(t interface {
	Helper()
	Fatalf(string, ...any)
}, name string, r source.Reading,
) {
	t.Helper()
	want, title := assessment(r), r.Parts[0].Roles[0].Title
	for as, write := range forms {
		got, gotTitle, _ := again(t, as, write(want, title))
		want.Source = ""
		if diff := cmp.Diff(want, got); diff != "" || gotTitle != title {
			t.Fatalf("%s as %s: %q, title %q (−want +got):\n%s", name, as, title, gotTitle, diff)
		}
	}
}

func FuzzFixedPoint(f *testing.F) {
	a, title := keeper()
	f.Add(document.Markdown(a, title))
	f.Add(document.JSON(a, title))
	f.Add([]byte(sample))
	a.Inputs, a.Printed = nil, &a.Override.Score
	f.Add(document.Markdown(a, title))
	f.Fuzz(func(t *testing.T, text []byte) {
		if r, err := document.Read("f", text, day); err == nil {
			stays(t, "f", r)
		}
	})
}

// TestEdited changes a document as people do by hand, and says what becomes of it.
func TestEdited(t *testing.T) {
	a, title := keeper()
	text := string(document.Markdown(a, title))
	for name, tt := range map[string]struct{ was, is, remark, left string }{
		"a sentence of one's own":   {"## Evidence", "My note.\n\n## Evidence", "", "My note."},
		"a share":                   {"| Climb and mend | 40% | 1 | 0.40", "| Climb and mend | 30% | 1 | 0.40", "weighted score of \"0.40\", and 30% of 1 is 0.30", ""},
		"a total":                   {"| **Total** | 100% |", "| **Total** | 90% |", "its own numbers make “Total 100%", ""},
		"the score":                 {"| **Score** | **36.5", "| **Score** | **63.5", "its own numbers make “Score 36.5, Yellow", ""},
		"a row of the head":         {"| Stage | draft |", "| Stage | draft |\n| Class | HIM 301 |", "", "| Class | HIM 301 |"},
		"a part of one's own":       {"## Evidence", "## Class notes\n\n| A | B |\n|---|---|\n| c | d |\n\n## Evidence", "", "| c | d |"},
		"a column of one's own":     {"| Growth | Score | Rationale | Sources |\n|---|---|---|---|\n| AI growth correlation | −1 | More automation, fewer keepers. | harbor-act, own-visit |", "| Growth | Mark | Score | Rationale | Sources |\n|---|---|---|---|---|\n| AI growth correlation | good | −1 | More automation, fewer keepers. | harbor-act, own-visit |", "", "good"},
		"the end is missing":        {"## What this score means", "", "may be missing", ""},
		"a rating beside its facts": {"| Barrier: Regulatory, licensing | 1 |", "| Barrier: Regulatory, licensing | 2 |", "is \"2\" here, and 1 in its own table", ""},
		"the tasks of a mix":        {"| Watch | 1, 2 |", "| Watch | 1, 3 |", "the document names “Weather; Answer ships by radio”", ""},
	} {
		if !strings.Contains(text, tt.was) {
			t.Errorf("%s: the document has no %q", name, tt.was)
			continue
		}
		_, _, r := again(t, "keeper.md", []byte(strings.Replace(text, tt.was, tt.is, 1)))
		if tt.remark != "" && !slices.ContainsFunc(r.Remarks, func(m source.Remark) bool { return strings.Contains(m.Text, tt.remark) }) {
			t.Errorf("%s: no remark %q: %v", name, tt.remark, r.Remarks)
		}
		if tt.left != "" && !slices.ContainsFunc(r.Left, func(p source.Passage) bool { return p.Text == tt.left && p.Line > 0 }) {
			t.Errorf("%s: not left: %q: %v", name, tt.left, r.Left)
		}
	}
}

// TestRefused lists what is wrong enough to import nothing, by the line it is on.
func TestRefused(t *testing.T) {
	a, title := keeper()
	text := string(document.Markdown(a, title))
	for name, tt := range map[string]struct{ was, is, want string }{
		"a newer version":       {"assessment, version 1", "assessment, version 2", "version 2 of its form, and this NextRole reads version 1"},
		"a huge version":        {"assessment, version 1", "assessment, version 99999999999999999999", "this NextRole reads version 1"},
		"a row cut short":       {"| 4 | 1.70 | DISP | Sensors log", "| 4 |\n", "has 3 cells, and its table has 7"},
		"a row without its end": {"Sensors log wind, sight and swell every minute. A keeper still notes what no sensor is made for. | Weather |", "Sensors log", "does not end with “|”"},
		"a bare pipe":           {`channel 16 \| VHF`, "channel 16 | VHF", "has 8 cells, and its table has 7. Write"},
		"a column missing":      {"| Task | Time |", "| Task | Hours |", `the column "Time" is missing under “Tasks”`},
		"a rating missing":      {"| Company actions |", "| Company |", `the rating of "Company actions" is missing under “Evidence”`},
		"a rating twice":        {"| Wage trends |", "| Company actions |", `"Evidence: Company actions" is there twice`},
		"a share":               {"| 42.5% |", "| 42.555% |", "not a percentage from 0 to 100"},
		"a score":               {"| 42.5% | 4 |", "| 42.5% | 9 |", "not a whole number from 1 to 5"},
		"a label":               {"| DISP |", "| MAYBE |", "not DISP, AUG or NOT"},
		"a stage":               {"| Stage | draft |", "| Stage | done |", "the stage is"},
		"a date":                {"| Date | 2026-11-27 |", "| Date | November |", "is not a date"},
		"whose":                 {"the author’s own |", "somebody’s |", "whose it is says"},
		"no reason":             {"**Reason:**", "Because", "override.reason: missing"},
		"a part twice":          {"## Barriers", "## Evidence", `"Evidence" is there twice`},
		"a fact about nothing":  {"| Barrier: Regulatory, licensing | 1 |", "| Barrier: Weather | 1 |", "there is no rating"},
	} {
		if !strings.Contains(text, tt.was) {
			t.Errorf("%s: the document has no %q", name, tt.was)
			continue
		}
		_, err := document.Read("keeper.md", []byte(strings.Replace(text, tt.was, tt.is, 1)), day)
		var e *table.Error
		if !errors.As(err, &e) || e.File != "keeper.md" || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		} else if e.Line == 0 && name != "a date" && name != "no reason" {
			t.Errorf("%s: no line is named: %v", name, err)
		}
	}
}

func TestWrittenJSON(t *testing.T) {
	a, title := keeper()
	text := string(document.JSON(a, title))
	for name, tt := range map[string]struct{ was, is, want string }{
		"a newer version":    {`"version": 1`, `"version": 2`, "version 2 of its form"},
		"no version":         {`"version": 1,`, ``, "not a whole number from 1"},
		"a version in words": {`"version": 1`, `"version": "one"`, "not a whole number from 1"},
		"a rating too few":   {`"barriers": [`, `"barriers": [], "was": [`, "the barriers has 0 ratings"},
		"a bad date":         {`"2026-11-27"`, `"November"`, "is not a date"},
		"no author's score":  {`"score": 36.5`, `"score": 365`, "override.score"},
	} {
		_, err := document.Read("a.json", []byte(strings.Replace(text, tt.was, tt.is, 1)), day)
		var e *table.Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	_, _, r := again(t, "a.json", []byte(strings.Replace(text, `"version": 1,`, `"version": 1, "class": "HIM 301",`, 1)))
	if len(r.Left) != 1 || r.Left[0].Text != "class: HIM 301" {
		t.Errorf("what the form has no place for is not left: %v", r.Left)
	}
	var plain map[string]any
	if err := json.Unmarshal([]byte(text), &plain); err != nil || plain["format"] != document.FormName || plain["source"] != nil {
		t.Errorf("%v: %v", err, plain)
	}
}

// TestWhoseItIs: only the editors' draft becomes the person's own.
func TestWhoseItIs(t *testing.T) {
	a, title := keeper()
	for _, status := range nextrole.Statuses() {
		a.Status = status
		want := status
		if status == nextrole.Draft {
			want = nextrole.Own
		}
		for name, write := range forms {
			if got, _, _ := again(t, name, write(a, title)); got.Status != want || got.Author != a.Author || got.Date != a.Date || got.Stage != a.Stage {
				t.Errorf("%s of %s: %+v", name, status, got)
			}
		}
		no := strings.Contains(string(document.Markdown(a, title)), "no published AIJRI score")
		if no != (status != nextrole.Published) {
			t.Errorf("%s: it says that it is no published score: %v", status, no)
		}
	}
}

// TestReadByAny reads the document without the line it is known by: the ratings
// survive, as in anybody's tables.
func TestReadByAny(t *testing.T) {
	a, title := keeper()
	text := strings.Replace(string(document.Markdown(a, title)), "| Form | nextrole-assessment, version 1 |\n", "", 1)
	got, _, _ := again(t, "a.md", []byte(text))
	want, err := aijri.Score(*a.Inputs)
	if err != nil {
		t.Fatal(err)
	}
	if r, err := aijri.Score(*got.Inputs); err != nil || r.Raw != want.Raw || got.Status != nextrole.Own {
		t.Errorf("%v, %v: %+v", r.Raw, err, got)
	}
}
