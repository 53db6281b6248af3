package profile_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/profile"
	"nextrole/internal/source/table"
)

var day = time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)

func read(t *testing.T, text string) source.Reading {
	t.Helper()
	if !profile.Recognize([]byte(text)) {
		t.Fatalf("not recognized: %.60s", text)
	}
	r, err := profile.Read("keeper.txt", []byte(text), day)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Source.Validate(); err != nil {
		t.Error(err)
	}
	return r
}

func role(r source.Reading) nextrole.Role { return r.Parts[0].Roles[0] }

// figures lists figures as text.
func figures(r nextrole.Role) []string {
	var list []string
	for _, f := range r.Figures {
		list = append(list, strings.TrimSpace(fmt.Sprintf("%s %s %v %s %s %s", f.Kind, string(f.Period), *f.Value, f.Unit, f.Industry, f.Parent)))
	}
	slices.Sort(list)
	return list
}

const handbook = `What They Do: Lighthouse keepers keep lights.
Work Environment: They work on islands.
Salary: The median annual wage for lighthouse keepers is $40,000.
Lighthouse keepers typically do the following:
Lighthouse keepers hold about 1,900 jobs. The largest employers are as follows:
Ports | 46% |
Lighthouse keepers typically need at least an associate's degree to enter the occupation. Gulls do not.
Keepers may need the Certified Keeper (CK) credential, a certification.
Keepers sometimes advance to become harbor masters.
Seeing skills. Keepers must see far.
The median annual wage for lighthouse keepers is $40,000. The lowest 10 percent earned less than $20,500, and the highest 10 percent earned more than $61,000.
Ports | $45,000 |
Employment of lighthouse keepers is projected to decline 3 percent over the next ten years.
About 200 openings for lighthouse keepers are projected each year, on average, over the decade.
Occupational Title | Employment, 2021 | Projected Employment, 2031 | Change, 2021-31 | |
---|---|---|---|---|
Percent | Numeric | |||
Lighthouse keepers | 1,900 | 1,840 | -3 | -60 |
`

func TestHandbook(t *testing.T) {
	r := read(t, handbook)
	got := role(r)
	want := []string{
		"employment 2021 1900 jobs", "employment 2031 projected 1840 jobs", "employment.share 2021 46 percent Ports", "growth 2021-31 -3 percent", "openings 2021-31 200 jobs/year",
		"pay.median May 2021 40000 USD/year", "pay.median May 2021 45000 USD/year Ports", "pay.p10 May 2021 20500 USD/year", "pay.p90 May 2021 61000 USD/year",
	}
	if diff := cmp.Diff(want, figures(got)); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if !strings.EqualFold(got.Title, "lighthouse keepers") || got.Code != "" || got.Education.Value != "Associate's degree" || len(got.Qualities) != 1 || got.Advancement == nil || len(got.Paths) != 1 || got.Setting == nil {
		t.Errorf("%+v", got.Occupation)
	}
	for _, f := range got.Figures {
		if err := f.Validate(); err != nil {
			t.Errorf("%+v: %v", f, err)
		}
		if strings.HasPrefix(string(f.Kind), "pay.") && !strings.Contains(f.Note, "gives no year") {
			t.Errorf("%s does not say where its year is from", f.Kind)
		}
	}
	if len(r.Remarks) != 1 || !strings.Contains(r.Remarks[0].Text, "May 2021") {
		t.Errorf("remarks %v", r.Remarks)
	}
	nothingLost(t, handbook, r)
}

func TestHandbookWithoutYears(t *testing.T) {
	text := handbook[:strings.Index(handbook, "Occupational Title")]
	r := read(t, text)
	if got := figures(role(r)); len(got) > 0 {
		t.Errorf("figures without a year: %v", got)
	}
	if !slices.ContainsFunc(r.Left, func(p nextrole.Passage) bool { return strings.Contains(p.Text, "$40,000") }) || len(r.Remarks) != 1 {
		t.Errorf("left %v, remarks %v", r.Left, r.Remarks)
	}
	nothingLost(t, text, r)
}

const markdown = "---\ncode: 53-9999.00\ntitle: Lighthouse Keepers\ndescription: >-\n  Keep lights burning\n  at night.\nsource: onet\nversion: '30.0'\nalternativeTitles: []\ntaskCount: 0\nskillCount: 3\n---\n# Lighthouse Keepers\n\n**O*NET-SOC Code:** `53-9999.00`\n\nKeep lights burning at night.\n\n*To be populated with tasks*\n\nA line of its own.\n"

func TestFrontMatter(t *testing.T) {
	r := read(t, markdown)
	got := role(r)
	if got.Code != "53-9999.00" || got.Summary != "Keep lights burning at night." || len(got.Tasks) > 0 || got.Profile != nil || r.Source.Release != "30.0" {
		t.Errorf("%+v, %+v", got, r.Source)
	}
	var all []string
	for _, m := range r.Remarks {
		all = append(all, m.Text)
	}
	for _, want := range []string{"has no alternative titles, no tasks", "there are 3 skills", "Nothing is given here: *To be populated"} {
		if !strings.Contains(strings.Join(all, "\n"), want) {
			t.Errorf("no remark %q: %v", want, all)
		}
	}
	if len(r.Left) != 1 || r.Left[0].Text != "A line of its own." || r.Left[0].Line != 21 {
		t.Errorf("left %+v", r.Left)
	}
}

const listing = `Job Title: Lighthouse Keepers
O*NET-SOC Code: 53-9999.00

# DESCRIPTION
Keep lights burning.

# TASKS
- Trim the wick.
- Log ships.

# SKILLS
(Scale definitions: Importance is rated 1-5.)
- No specific skills listed.

# TECHNOLOGY SKILLS & TOOLS
- Log book (electronic) (Tech skill type: Spreadsheet software)

## TOOLS USED
- Lamps (Tool type: Lighting)

# INTERESTS (RIASEC)
- Primary Interest: Realistic
- Secondary Interest: Sailing

# RELATED OCCUPATIONS
- Harbor Masters
- Pilots

# SOMETHING ELSE
- New to us
`

func TestListing(t *testing.T) {
	r := read(t, listing)
	got := role(r)
	f := got.Profile
	if len(f.Tasks) != 2 || f.Rated || f.Skills != nil || f.Software[0] != (nextrole.Tool{Name: "Log book (electronic)", Kind: "Spreadsheet software"}) || f.Equipment[0].Kind != "Lighting" ||
		len(f.Related) != 2 || f.Related[1].Title != "Pilots" || f.Related[1].Rank != 2 || !slices.Equal(got.Interests.Names, []string{"Realistic"}) {
		t.Errorf("%+v, %+v", got, f)
	}
	if len(r.Remarks) != 1 || len(r.Left) != 2 {
		t.Errorf("remarks %v, left %v", r.Remarks, r.Left)
	}
	nothingLost(t, listing, r)
}

const article = `Learn More about becoming a Lighthouse Keeping Professional

Keepers of lights, sometimes referred to as wickies, keep lights.

  • Trim the wick
  • Log ships.

In 2012, about 6,000 people were employed in the lighthouse field. By 2022, that number is expected to increase by about 600, a growth of 10 percent. Certifications such as certified keeper (CK) help.
`

func TestArticle(t *testing.T) {
	r := read(t, article)
	got := role(r)
	if diff := cmp.Diff([]string{"employment 2012 6000 jobs  SOC 2010", "growth 2012-22 10 percent  SOC 2010"}, figures(got)); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if got.Title != "Lighthouse Keeping" || len(got.Tasks) != 2 || got.Tasks[1].Text != "Log ships" || len(got.Paths) != 1 || got.AltTitles[1].Title != "wickies" {
		t.Errorf("%+v", got.Occupation)
	}
	nothingLost(t, article, r)
}

func TestForms(t *testing.T) {
	want := figures(role(read(t, handbook)))
	for name, text := range map[string]string{
		"carriage returns": strings.ReplaceAll(handbook, "\n", "\r\n"), "a mark": "\xEF\xBB\xBF" + handbook,
		"the code page of Windows": strings.ReplaceAll(handbook, "associate's", "associate\x92s"),
	} {
		r := read(t, text)
		if diff := cmp.Diff(want, figures(role(r))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if role(r).Education == nil {
			t.Errorf("%s: the education is lost", name)
		}
	}
}

func TestNothing(t *testing.T) {
	if profile.Recognize([]byte("Dear keeper,\n")) {
		t.Error("a letter is recognized")
	}
	_, err := profile.Read("x", []byte("# TASKS\nO*NET-SOC Code:\n"), day)
	var e *table.Error
	if !errors.As(err, &e) {
		t.Errorf("a profile of nothing: %v", err)
	}
}

// nothingLost requires that each line is in what was understood, in what was left,
// or in what only names a part or says the same again.
func nothingLost(t *testing.T, text string, r source.Reading) {
	t.Helper()
	got := role(r)
	kept := fmt.Sprintf("%+v %+v %v %v %v", got.Occupation, got.Profile, r.Left, r.Remarks, r.Source)
	for _, c := range []*nextrole.Clause{got.Setting, got.Advancement} {
		if c != nil {
			kept += c.Text
		}
	}
	for _, f := range got.Figures {
		kept += fmt.Sprintf(" %v", nextrole.Count(math.Abs(*f.Value)))
	}
	if got.Interests != nil {
		kept += fmt.Sprint(got.Interests.Names)
	}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "-•* "))
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "---") || strings.HasPrefix(line, "(Scale") || strings.HasPrefix(line, "Occupational Title") || strings.HasPrefix(line, "Percent |") || strings.Trim(line, "|- ") == "" || strings.HasPrefix(line, "description:") {
			continue
		}
		_, after, _ := strings.Cut(line, ": ")
		words := []string{line}
		if after != "" {
			words = append(words, after)
		}
		words = append(words, strings.FieldsFunc(line, func(r rune) bool { return r == '|' })...)
		for _, s := range strings.Split(line, ". ") {
			words = append(words, strings.TrimSuffix(s, "."))
		}
		for _, n := range strings.Fields(line) {
			if n = strings.Trim(n, "$%,.|"); n != "" && strings.Trim(n, "0123456789,") == "" {
				words = append(words, n)
			}
		}
		name, _, _ := strings.Cut(line, " (")
		_, title, _ := strings.Cut(line, "becoming a ")
		_, quoted, _ := strings.Cut(line, "`")
		_, version, _ := strings.Cut(line, "'")
		words = append(words, strings.TrimSpace(name), strings.TrimSuffix(title, " Professional"), strings.Trim(quoted, "`"), strings.Trim(version, "'"))
		if !slices.ContainsFunc(words, func(w string) bool { return strings.TrimSpace(w) != "" && strings.Contains(kept, strings.TrimSpace(w)) }) {
			t.Errorf("line %d is lost: %s", i+1, line)
		}
	}
}

// seeds are others' own documents, which are not part of this repository.
func seeds(t *testing.T) []source.Reading {
	t.Helper()
	dir := os.Getenv("NEXTROLE_TESTDATA")
	if dir == "" {
		t.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	var list []source.Reading
	for _, n := range []string{"001", "002", "003", "004"} {
		names, err := filepath.Glob(filepath.Join(dir, "..", "seeds", n+"_*"))
		if err != nil || len(names) != 1 {
			t.Fatalf("seed %s is not beside the data: %v, %v", n, names, err)
		}
		text, err := os.ReadFile(names[0])
		if err != nil {
			t.Fatal(err)
		}
		r := read(t, string(text))
		nothingLost(t, string(text), r)
		list = append(list, r)
	}
	return list
}

func TestSeeds(t *testing.T) {
	list := seeds(t)
	if got := figures(role(list[0])); len(got) != 17 || !slices.Contains(got, "pay.median May 2021 55560 USD/year") || !slices.Contains(got, "growth 2021-31 17 percent") ||
		!slices.Contains(got, "openings 2021-31 3400 jobs/year") || !slices.Contains(got, "pay.p90 May 2021 98490 USD/year") || !slices.Contains(got, "employment.share 2021 46 percent Hospitals; state, local, and private") {
		t.Errorf("001: %d figures: %v", len(got), got)
	}
	if got := role(list[1]); got.Code != "29-9021.00" || len(got.Tasks) != 0 || !strings.Contains(fmt.Sprint(list[1].Remarks), "no tasks") {
		t.Errorf("002: %+v, %v", got, list[1].Remarks)
	}
	full := role(list[2])
	if f := full.Profile; len(f.Tasks) != 16 || len(f.Software) != 111 || len(f.Equipment) != 24 || len(f.Related) != 20 || !slices.Equal(full.Interests.Names, []string{"Conventional", "Investigative", "Social"}) {
		t.Errorf("003: %d tasks, %d products, %d tools, %d related", len(f.Tasks), len(f.Software), len(f.Equipment), len(f.Related))
	}
	if got := figures(role(list[3])); !slices.Equal(got, []string{"employment 2012 186000 jobs  SOC 2010", "growth 2012-22 22 percent  SOC 2010"}) {
		t.Errorf("004: %v", got)
	}
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{handbook, markdown, listing, article} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if !profile.Recognize(text) {
			return
		}
		r, err := profile.Read("f", text, day)
		if err != nil {
			return
		}
		for _, f := range role(r).Figures {
			if math.IsNaN(*f.Value) || math.IsInf(*f.Value, 0) || !f.Period.Valid() {
				t.Fatalf("%+v", f)
			}
		}
	})
}
