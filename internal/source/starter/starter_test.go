package starter_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source/starter"
)

const sources = `[
  {"id": "bls-oews-2025", "publisher": "BLS", "title": "OEWS", "short": "BLS, May 2025", "retrieved": "2026-08-01", "license": "public domain", "credit": "BLS"},
  {"id": "ours", "publisher": "We", "title": "Words", "short": "NextRole", "retrieved": "2026-08-01", "license": "MIT", "credit": "NextRole"}
]`

const figures = `code,kind,value,unit,period,place,industry,source,parent,note
29-9021.00,pay.median,68020,USD/year,May 2025,US,,bls-oews-2025,,
29-9021.00,pay.p90,,USD/year,May 2025,US,,bls-oews-2025,,at or above the top code
29-9021.01,pay.median,68020,USD/year,May 2025,US,,bls-oews-2025,29-9021,
`

const profile = `{
  "code": "29-9021.00",
  "source": "ours",
  "period": "December 2025",
  "rated": true,
  "skills": [{"id": "2.A.1.a", "name": "Reading Comprehension", "importance": 4.12, "level": null}],
  "interests": [{"name": "Realistic", "value": 2.48}],
  "education": [{"level": "Associate's degree", "percent": 40.5}],
  "software": [{"name": "Epic Systems", "kind": "Medical software", "hot": true}],
  "related": [{"code": "29-9021.01", "rank": 1}]
}`

const credentials = `[
  {
    "id": "ods", "name": "ODS", "title": "Oncology Data Specialist", "body": "NCRA",
    "was": [{"title": "CTR", "was": "ODS since 2024-01-01"}],
    "fee": {"members": 335, "others": 435, "period": "2024", "source": "ours"},
    "roles": [{"code": "29-9021.00", "reason": "for registrars"}]
  }
]`

const role = `{
  "code": "29-9021.00",
  "title": "Registrar",
  "family": "records",
  "summary": "Keeps a registry.",
  "altTitles": [{"title": "CTR", "was": "ODS since 2024-01-01"}, {"title": "B"}, {"title": "C"}, {"title": "D"}],
  "tasks": [
    {"text": "Abstract cases", "domains": ["d-1"], "source": "ours"}, ` + moreTasks + `
  ],
  "education": {"value": "None", "period": "2024-34", "source": "bls-oews-2025", "parent": null},` + rest + `
}`

const moreTasks = `{"text": "T", "source": "ours"}, {"text": "T", "source": "ours"}, {"text": "T", "source": "ours"}, {"text": "T", "source": "ours"}, {"text": "T", "source": "ours"}, {"text": "T", "source": "ours"}, {"text": "T", "source": "ours"}`

const rest = `
  "setting": {"text": "An office", "period": "2021", "source": "ours"},
  "skills": {"names": ["Coding"], "source": "ours"},
  "tools": {"names": ["An encoder"], "source": "ours"},
  "interests": {"names": ["Conventional", "Social"], "source": "ours"},
  "paths": [{"text": "A degree", "source": "ours"}],
  "mistaken": [{"code": "43-4071.00", "reason": "Files."}],
  "related": [{"code": "43-4071.00", "reason": "near"}, {"code": "43-9021.00", "reason": "near"}, {"code": "29-2072.00", "reason": "near"}],
  "jobZone": {"value": "3", "period": "May 2026", "source": "ours"}`

const curriculum = `[
  {
    "id": "f", "name": "F", "title": "A framework", "body": "B", "period": "2018", "source": "ours",
    "domains": [{"id": "d-1", "name": "D", "percent": 22}, {"id": "d-2", "name": "E"}]
  }
]`

const assessment = `{
  "code": "29-9021.00",
  "author": "A",
  "status": "published",
  "date": "",
  "source": "ours",
  "printed": 43.6,
  "inputs": {
    "tasks": [
      {"name": "Abstracting", "share": 62.5, "score": 2, "label": "DISP", "rationale": "R"},
      {"name": "Teaching", "share": 37.5, "score": 2, "label": "NOT", "rationale": "R"}
    ],
    "evidence": [{"value": 0, "reason": "R"}, {"value": 0, "reason": "R"}, {"value": 0, "reason": "R"}, {"value": 0, "reason": "R"}, {"value": 0, "reason": "R"}],
    "barriers": [{"value": 0, "reason": "R"}, {"value": 0, "reason": "R"}, {"value": 0, "reason": "R"}, {"value": 0, "reason": "R"}, {"value": 0, "reason": "R"}],
    "growth": {"value": 0, "reason": "R", "counter": [{"fact": "F", "value": 1, "source": "ours"}]}
  },
  "account": {
    "mostExposed": "M", "leastExposed": "L", "separator": "S", "outlook": "O",
    "timeline": [{"fromYear": 1, "toYear": 3, "label": "AUG", "what": "W"}],
    "next": [{"code": "29-9021.01"}],
    "mixes": [{"name": "N", "tasks": [0, 1]}]
  }
}`

const rated = `{"name": "T", "share": 12.5, "score": 3, "label": "AUG", "rationale": "R"}`

const draft = `{
  "code": "29-9021.01",
  "author": "A",
  "status": "draft",
  "date": "2026-11-26",
  "source": "ours",
  "seniority": "S",
  "inputs": {
    "tasks": [` + rated + "," + rated + "," + rated + "," + rated + "," + rated + "," + rated + "," + rated + "," + rated + `],
    "evidence": [` + cited + "," + cited + "," + cited + "," + cited + "," + cited + `],
    "barriers": [` + cited + "," + cited + "," + cited + "," + cited + "," + cited + `],
    "growth": {"value": 0, "reason": "R"}
  },
  "principles": [` + cited + "," + cited + "," + cited + `],
  "account": {
    "mostExposed": "M", "leastExposed": "L", "separator": "S", "outlook": "O",
    "timeline": [{"fromYear": 1, "toYear": 3, "label": "AUG", "what": "W"}],
    "actions": [{"title": "A", "detail": "D"}, {"title": "B", "detail": "D"}, {"title": "C", "detail": "D"}],
    "next": [{"code": "29-9021.00"}],
    "notCaptured": ["N"],
    "mixes": [{"name": "M", "tasks": [0, 1]}, {"name": "N", "tasks": [2, 3]}]
  }
}`

const cited = `{"value": 0, "reason": "R", "sources": ["ours"]}`

// library returns a small library without a defect.
func library() fstest.MapFS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	of := func(code, parent string) *fstest.MapFile {
		// What leads to the role itself leads to another.
		elsewhere := strings.NewReplacer(`"`+code+`", "reason"`, `"29-9021.00", "reason"`, "29-9021.00", code, `"parent": null`, `"parent": `+parent)
		return file(elsewhere.Replace(role))
	}
	return fstest.MapFS{
		"README.md":                             file("# Words"),
		"sources.json":                          file(sources),
		"figures.csv":                           file(figures),
		"roles/29-9021.00.json":                 of("29-9021.00", "null"),
		"roles/29-9021.01.json":                 of("29-9021.01", `"29-9021"`),
		"roles/29-2072.00.json":                 of("29-2072.00", "null"),
		"roles/43-4071.00.json":                 of("43-4071.00", "null"),
		"roles/43-9021.00.json":                 of("43-9021.00", "null"),
		"curriculum.json":                       file(curriculum),
		"profiles/29-9021.00.json":              file(profile),
		"credentials.json":                      file(credentials),
		"assessments/29-9021.00.published.json": file(assessment),
		"assessments/29-9021.01.draft.json":     file(draft),
	}
}

func TestRead(t *testing.T) {
	if found := starter.Lint(library()); len(found) > 0 {
		t.Errorf("findings in a library without a defect: %v", found)
	}
	set, err := starter.Read(library())
	if err != nil {
		t.Fatal(err)
	}
	if len(set.Sources) != 2 || len(set.Roles) != 5 {
		t.Fatalf("%d sources, %d roles", len(set.Sources), len(set.Roles))
	}
	pay := 68020.0
	want := []nextrole.Figure{
		{Kind: nextrole.PayMedian, Value: &pay, Unit: "USD/year", Period: "May 2025", Place: "US", Source: "bls-oews-2025"},
		{Kind: nextrole.PayP90, Unit: "USD/year", Period: "May 2025", Place: "US", Source: "bls-oews-2025", Note: "at or above the top code"},
	}
	first := set.Roles[1]
	if diff := cmp.Diff(want, first.Figures); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if first.Code != "29-9021.00" || first.Title != "Registrar" || len(first.Assessments) != 1 {
		t.Errorf("%+v", first)
	}
	if got := first.Assessments[0].Inputs.Tasks[0].Share; got != 62_50 {
		t.Errorf("share %v", got)
	}
	if f := first.Profile; f == nil || !f.Rated || *f.Skills[0].Importance != 4.12 || f.Skills[0].Level != nil || f.Related[0].Code != "29-9021.01" {
		t.Errorf("profile %+v", f)
	}
	if set.Roles[2].Profile != nil {
		t.Error("a profile where there is none")
	}
	if c := set.Credentials; len(c) != 1 || c[0].Fee.Members != 335 || c[0].Exam != nil {
		t.Errorf("credentials %+v", c)
	}
	if other := set.Roles[2]; other.Figures[0].Parent != "29-9021" || len(other.Assessments) != 1 {
		t.Errorf("%+v", other)
	}
}

func TestDigest(t *testing.T) {
	digest := func(fsys fstest.MapFS) string {
		d, err := starter.Digest(fsys)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	before := digest(library())
	set, err := starter.Read(library())
	if err != nil || set.Digest != before || len(before) != 64 {
		t.Errorf("digest %q, in the set %q, %v", before, set.Digest, err)
	}
	for name, change := range map[string]func(fstest.MapFS){
		"a byte": func(l fstest.MapFS) { l["sources.json"].Data = append(l["sources.json"].Data, '\n') },
		"a name": func(l fstest.MapFS) {
			l["roles/2.json"] = l["roles/29-9021.00.json"]
			delete(l, "roles/29-9021.00.json")
		},
		"one less": func(l fstest.MapFS) { delete(l, "assessments/29-9021.00.published.json") },
	} {
		l := library()
		change(l)
		if digest(l) == before {
			t.Errorf("%s changes, and the digest does not", name)
		}
	}
	l := library()
	l["README.md"].Data = nil
	if digest(l) != before {
		t.Error("the digest covers what is not read")
	}
}

// defects are changes of the small library and how each is reported.
var defects = []struct {
	file, old, new string
	want           string // how the finding begins
}{
	{"sources.json", `]`, ``, "sources.json:4: not JSON: "},
	{"sources.json", `"short": "NextRole", `, ``, "sources.json:3: [1].short: missing"},
	{"sources.json", `"ours"`, `"bls-oews-2025"`, `sources.json:3: [1].id: "bls-oews-2025" is listed twice`},
	{"sources.json", `"id": "ours"`, `"id": "ours", "ID": "x"`, "sources.json:3: [1].ID: unknown field"},
	{"sources.json", `2026-08-01`, `August`, "sources.json:2: [0].retrieved: "},
	{"roles/29-9021.00.json", `"title": "Registrar"`, `"titel": "Registrar"`, "roles/29-9021.00.json:3: titel: unknown field"},
	{"roles/29-9021.00.json", `"title": "Registrar"`, `"title": "A", "title": "B"`, "roles/29-9021.00.json:3: title: given twice"},
	{"roles/29-9021.00.json", `"title": "Registrar"`, `"title": 5`, "roles/29-9021.00.json:3: title: number does not belong here"},
	{"roles/29-9021.00.json", `"text": "Abstract cases"`, `"text": 7`, "roles/29-9021.00.json:8: tasks[0].text: number does not belong here"},
	{"roles/29-9021.00.json", `"records"`, `"music"`, `roles/29-9021.00.json:4: family: unknown family "music"`},
	{"roles/29-9021.00.json", `"text": "Abstract cases"`, `"text": " "`, "roles/29-9021.00.json:8: tasks[0].text: missing"},
	{"roles/29-9021.00.json", `"source": "ours"`, `"source": "theirs"`, `roles/29-9021.00.json:8: tasks[0].source: no source has the id "theirs"`},
	{"roles/29-9021.00.json", `"source": "bls-oews-2025"`, `"source": "bls"`, `roles/29-9021.00.json:10: education.source: no source has the id "bls"`},
	{"roles/29-9021.00.json", `2024-34`, `soon`, `roles/29-9021.00.json:10: education.period: "soon" is not a period`},
	{"roles/29-9021.01.json", `"29-9021.01"`, `"29-9021.00"`, `roles/29-9021.01.json:2: code: "29-9021.00" is the code of two roles`},
	{"roles/29-9021.00.json", "}\n}", "}\n}\n{}", "roles/29-9021.00.json:20: not JSON: "},
	{"assessments/29-9021.00.published.json", `"share": 62.5`, `"share": 62.505`, "assessments/29-9021.00.published.json:10: inputs.tasks[0].share: 62.505 has more than two decimals"},
	{"assessments/29-9021.00.published.json", `"share": 62.5, `, ``, "assessments/29-9021.00.published.json:10: inputs.tasks[0].share: missing"},
	{"assessments/29-9021.00.published.json", `"score": 2, "label": "NOT"`, `"score": 6, "label": "not"`, "assessments/29-9021.00.published.json:11: inputs.tasks[1].score: 6 is outside 1…5"},
	{"assessments/29-9021.00.published.json", `"evidence": [{"value": 0, "reason": "R"}`, `"evidence": [{"reason": "R"}`, "assessments/29-9021.00.published.json:13: inputs.evidence[0].value: missing"},
	{"assessments/29-9021.00.published.json", `"evidence": [{"value": 0, "reason": "R"}, `, `"evidence": [`, "assessments/29-9021.00.published.json:13: inputs.evidence[4].value: missing"},
	{"assessments/29-9021.00.published.json", `"barriers": [`, `"barriers": [{"value": 0, "reason": "R"}, `, "assessments/29-9021.00.published.json:14: inputs.barriers[5]: there are only 5"},
	{"assessments/29-9021.00.published.json", `"growth": {"value": 0, `, `"growth": {"value": null, `, "assessments/29-9021.00.published.json:15: inputs.growth.value: missing"},
	{"assessments/29-9021.00.published.json", `"value": 1, "source": "ours"`, `"value": 1, "source": "x"`, `assessments/29-9021.00.published.json:15: inputs.growth.counter[0].source: no source has the id "x"`},
	{"assessments/29-9021.00.published.json", `"code": "29-9021.00"`, `"code": "29-9021.02"`, `assessments/29-9021.00.published.json:2: code: no role has the code "29-9021.02"`},
	{"assessments/29-9021.00.published.json", `"printed": 43.6`, `"printed": 143.6`, "assessments/29-9021.00.published.json:7: printed: 143.6 is outside 0…100"},
	{"profiles/29-9021.00.json", `"rated": true,`, ``, `profiles/29-9021.00.json:1: rated: missing`},
	{"profiles/29-9021.00.json", `"rated": true`, `"rated": false`, `profiles/29-9021.00.json:6: skills: there are ratings`},
	{"profiles/29-9021.00.json", `4.12`, `0`, `profiles/29-9021.00.json:6: skills[0].importance: outside 1…5`},
	{"profiles/29-9021.00.json", `2.48`, `7.1`, `profiles/29-9021.00.json:7: interests[0].value: outside 1…7`},
	{"profiles/29-9021.00.json", `40.5`, `140.5`, `profiles/29-9021.00.json:8: education[0].percent: outside 0…100`},
	{"profiles/29-9021.00.json", `, "percent": 40.5`, ``, `profiles/29-9021.00.json:8: education[0].percent: missing`},
	{"profiles/29-9021.00.json", `Epic Systems`, ` `, `profiles/29-9021.00.json:9: software[0].name: missing`},
	{"profiles/29-9021.00.json", `"29-9021.01"`, `"29-9021.00"`, `profiles/29-9021.00.json:10: related[0].code: an occupation is not related to itself`},
	{"profiles/29-9021.00.json", `"29-9021.01"`, `"11-1011.00"`, `profiles/29-9021.00.json:10: related[0].code: no role has the code "11-1011.00"`},
	{"profiles/29-9021.00.json", `"code": "29-9021.00"`, `"code": "11-1011.00"`, `profiles/29-9021.00.json:2: code: no role has the code "11-1011.00"`},
	{"profiles/29-9021.00.json", `"ours"`, `"theirs"`, `profiles/29-9021.00.json:3: source: no source has the id "theirs"`},
	{"credentials.json", `"name": "ODS"`, `"name": ""`, `credentials.json:3: [0].name: missing`},
	{"credentials.json", `"period": "2024"`, `"period": "then"`, `credentials.json:5: [0].fee.period: "then" is not a period`},
	{"credentials.json", `"ours"`, `"theirs"`, `credentials.json:5: [0].fee.source: no source has the id "theirs"`},
	{"credentials.json", `"29-9021.00"`, `"11-1011.00"`, `credentials.json:6: [0].roles[0].code: no role has the code "11-1011.00"`},
	{"credentials.json", `"members": 335, `, ``, `credentials.json:5: [0].fee.members: 0 is no fee`},
	{"credentials.json", `"roles": [`, `"routes": [{}], "roles": [`, `credentials.json:6: [0].routes: there is no eligibility`},
	{"credentials.json", `"roles": [`, `"eligibility": {"text": "T", "source": "ours"}, "routes": [{"years": 2}], "roles": [`, `credentials.json:6: [0].routes[0].experience: missing`},
	{"credentials.json", `"roles": [`, `"eligibility": {"text": "T", "source": "ours"}, "routes": [{"prior": ["x"]}], "roles": [`, `credentials.json:6: [0].routes[0].prior[0]: no credential has the id "x"`},
	{"curriculum.json", `"percent": 22`, `"percent": 122`, `curriculum.json:4: [0].domains[0].percent: outside 0…100`},
	{"curriculum.json", `"d-2"`, `"d-1"`, `curriculum.json:4: [0].domains[1].id: "d-1" is listed twice`},
	{"curriculum.json", `"ours"`, `"theirs"`, `curriculum.json:3: [0].source: no source has the id "theirs"`},
	{"roles/29-9021.00.json", `["d-1"]`, `["d-9"]`, `roles/29-9021.00.json:8: tasks[0].domains[0]: no curriculum has the domain "d-9"`},
	{"roles/29-9021.00.json", `"An office", "period": "2021"`, `" ", "period": "then"`, `roles/29-9021.00.json:11: setting.text: missing`},
	{"roles/29-9021.00.json", `"An office", "period": "2021"`, `" ", "period": "then"`, `roles/29-9021.00.json:11: setting.period: "then" is not a period`},
	{"roles/29-9021.00.json", `"A degree", "source": "ours"`, `"A degree", "source": "theirs"`, `roles/29-9021.00.json:15: paths[0].source: no source has the id "theirs"`},
	{"roles/29-9021.00.json", `["Coding"]`, `[]`, `roles/29-9021.00.json:12: skills.names: missing`},
	{"roles/29-9021.00.json", `"Social"], "source": "ours"`, `"Social"], "source": "theirs"`, `roles/29-9021.00.json:14: interests.source: no source has the id "theirs"`},
	{"roles/29-9021.00.json", `"reason": "Files."`, `"reason": ""`, `roles/29-9021.00.json:16: mistaken[0].reason: missing`},
	{"roles/29-9021.00.json", `"43-9021.00", "reason"`, `"43-4071.00", "reason"`, `roles/29-9021.00.json:17: related[1].code: "43-4071.00" is the role itself, or is named before`},
	{"roles/29-9021.00.json", `"43-9021.00", "reason"`, `"43-0000.00", "reason"`, `roles/29-9021.00.json:17: related[1].code: no role has the code "43-0000.00"`},
	{"figures.csv", `code,kind`, `kind,code`, "figures.csv:1: the first line is not code,kind,value"},
	{"figures.csv", `,68020,`, `,"68,020",`, `figures.csv:2: value: "68,020" is not a plain number`},
	{"figures.csv", `,68020,`, `,NaN,`, `figures.csv:2: value: "NaN" is not a plain number`},
	{"figures.csv", `pay.median`, `pay.typical`, `figures.csv:2: kind: unknown kind "pay.typical"`},
	{"figures.csv", `May 2025`, `Mai 2025`, `figures.csv:2: period: "Mai 2025" is not a period`},
	{"figures.csv", `bls-oews-2025,,at`, `bls-oews,,at`, `figures.csv:3: source: no source has the id "bls-oews"`},
	{"figures.csv", `29-9021,`, `29,`, `figures.csv:4: parent: "29" is not a six-digit SOC code`},
	{"figures.csv", `29-9021.01,`, `29-0000.00,`, `figures.csv:4: code: no role has the code "29-0000.00"`},
	{"figures.csv", `29-9021.01,`, `29-0000.00,`, `figures.csv:4: code: 29-0000.00 stands after 29-9021.00`},
	{"figures.csv", `pay.p90,`, `pay.median,`, `figures.csv:3: kind: pay.median of 29-9021.00 is given before, on line 2`},
	{"figures.csv", `,29-9021,`, `,29-9021`, `figures.csv:4: wrong number of fields`},
	{"figures.csv", `at or above`, `at "or" above`, `figures.csv:3: bare "`},
}

func TestReadReportsDefects(t *testing.T) {
	for _, d := range defects {
		l := changed(t, d.file, d.old, d.new)
		set, err := starter.Read(l)
		if err == nil || !hasLine(err.Error(), d.want) {
			t.Errorf("%s → %s: want %s, got:\n%v", d.old, d.new, d.want, err)
		}
		if len(set.Roles) > 0 {
			t.Errorf("%s → %s: a set in spite of the error", d.old, d.new)
		}
		if f := (starter.Finding{}); !errors.As(err, &f) || f.File != d.file {
			t.Errorf("%s → %s: the error holds %+v", d.old, d.new, f)
		}
	}
}

func TestReadCollectsDefects(t *testing.T) {
	l := changed(t, "figures.csv", "pay.p90", "pay.p91")
	l["roles/29-9021.00.json"].Data = []byte(strings.Replace(role, "records", "music", 1))
	delete(l, "sources.json")
	_, err := starter.Read(l)
	for _, want := range []string{"sources.json: missing", "roles/29-9021.00.json:4: family", "figures.csv:3: kind"} {
		if err == nil || !hasLine(err.Error(), want) {
			t.Errorf("want %s, got:\n%v", want, err)
		}
	}
}

// TestOneCauseOneFinding keeps a file that cannot be read from being reported
// once more by everything that names what it holds.
func TestOneCauseOneFinding(t *testing.T) {
	for _, name := range []string{"sources.json", "roles/29-9021.00.json"} {
		l := library()
		l[name].Data = []byte("{")
		if found := starter.Lint(l); len(found) != 1 || found[0].File != name {
			t.Errorf("%s: %v", name, found)
		}
	}
}

func TestLintReportsMore(t *testing.T) {
	const a, b = "assessments/29-9021.00.published.json", "assessments/29-9021.01.draft.json"
	for _, d := range []struct{ file, old, new, want string }{
		{"roles/29-9021.01.json", `"29-9021.01"`, `"29-9021.03"`, "roles/29-9021.01.json:2: code: the file would be named 29-9021.03.json"},
		{"roles/29-9021.01.json", `"29-9021.01"`, `"X"`, `roles/29-9021.01.json:2: code: "X" is neither`},
		{"roles/29-9021.01.json", `"29-9021"`, `null`, `roles/29-9021.01.json:10: education.parent: "29-9021" for 29-9021.01, not ""`},
		{"roles/29-9021.00.json", `"Keeps a registry."`, `"A Safe job."`, `roles/29-9021.00.json:5: "safe job" is not for this program`},
		{"roles/29-9021.00.json", `"summary"`, `"closest": "29-2072.00", "summary"`, `roles/29-9021.00.json:5: closest: leads from`},
		{"figures.csv", `,29-9021,`, `,,`, `figures.csv:4: parent: "29-9021" for 29-9021.01, not ""`},
		{"figures.csv", `bls-oews-2025,,at`, `bls-oews-2025,29-9021,at`, `figures.csv:3: parent: "" for 29-9021.00, not "29-9021"`},
		{a, `"published"`, `"draft"`, a + ":2: code: the file would be named 29-9021.00.draft.json"},
		{a, `"published"`, `"draft"`, a + ":7: printed: only a published score is printed"},
		{a, `"published"`, `"own"`, a + ":4: status: a person’s own"},
		{a, `"printed": 43.6,`, ``, a + ":1: printed: missing"},
		{a, `43.6`, `43.7`, a + ":7: printed: 43.7, but the inputs give 43.63"},
		{a, `62.5`, `61.5`, a + ":9: inputs.tasks: shares total 99%, not 100%"},
		{a, `"evidence": [{"value": 0, "reason": "R"}`, `"evidence": [{"value": 0, "reason": " "}`, a + ":13: inputs.evidence[0].reason: missing"},
		{a, `"label": "NOT", "rationale": "R"`, `"label": "NOT", "rationale": ""`, a + ":11: inputs.tasks[1].rationale: missing"},
		{a, `{"code": "29-9021.01"}`, `{"code": "29-9021.09"}`, a + `:20: account.next[0].code: no role has the code "29-9021.09"`},
		{a, `[0, 1]`, `[0, 2]`, a + ":21: account.mixes[0].tasks[1]: there is no task 2"},
		{"roles/29-9021.00.json", moreTasks, `{"text": "T", "source": "ours"}`, "roles/29-9021.00.json:7: tasks: there are 2, and a role has 8 to 20"},
		{"roles/29-9021.00.json", `, {"title": "D"}`, ``, "roles/29-9021.00.json:6: altTitles: there are 3"},
		{"roles/29-9021.01.json", `  "skills": {"names": ["Coding"], "source": "ours"},`, ``, "roles/29-9021.01.json:1: skills: missing, and O*NET rates none"},
		{"roles/29-9021.00.json", `"Social"]`, `"Sociable"]`, "roles/29-9021.00.json:14: interests.names[1]: \"Sociable\" is no interest"},
		{"roles/29-9021.00.json", `"mistaken": [{"code": "43-4071.00", "reason": "Files."}]`, `"mistaken": []`, "roles/29-9021.00.json:16: mistaken: missing"},
		{b, `"date": "2026-11-26"`, `"date": ""`, b + ":5: date: missing"},
		{b, rated + "," + rated + "," + rated + "," + rated, strings.Replace(rated, "12.5", "50", 1), b + ":9: inputs.tasks: there are 5, and a draft has 6 to 9"},
		{b, `, "sources": ["ours"]`, ``, b + ":10: inputs.evidence[0].sources: missing"},
		{b, `, {"title": "C", "detail": "D"}`, ``, b + ":18: account.actions: there are 2, not 3"},
		{b, `"separator": "S"`, `"separator": " "`, b + ":16: account.separator: missing"},
		{b, `, {"name": "N", "tasks": [2, 3]}`, ``, b + ":21: account.mixes: there are 1, and a draft has at least 2"},
		{a, `"toYear": 3`, `"toYear": 0`, a + ":19: account.timeline[0].toYear: 0 comes before 1"},
	} {
		l := changed(t, d.file, d.old, d.new)
		if found := findings(l); !hasLine(found, d.want) {
			t.Errorf("%s → %s: want %s, got:\n%s", d.old, d.new, d.want, found)
		}
	}
	l := library()
	l["roles/notes.txt"] = &fstest.MapFile{}
	if found := findings(l); found != "roles/notes.txt: no part of a starter library" {
		t.Errorf("a stray file: %s", found)
	}
}

func TestLintKeepsPayFromRolesWithoutCode(t *testing.T) {
	l := library()
	l["roles/NR-0001.json"] = &fstest.MapFile{Data: []byte(strings.Replace(role, "29-9021.00", "NR-0001", 1))}
	l["figures.csv"].Data = []byte(figures + "NR-0001,pay.median,50000,USD/year,May 2025,US,,bls-oews-2025,,\n")
	if found, want := findings(l), "figures.csv:5: kind: NR-0001 has no SOC code and inherits no pay"; found != want {
		t.Errorf("want %s, got:\n%s", want, found)
	}
}

func TestEmbeddedLibrary(t *testing.T) {
	for _, f := range starter.Lint(assets.Starter()) {
		t.Error(f)
	}
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal("unreadable")
	}
	if len(set.Roles) != 66 {
		t.Errorf("%d roles, not 66", len(set.Roles))
	}
}

func FuzzRead(f *testing.F) {
	f.Add(sources, figures, role, assessment)
	f.Add("[]", "code", "{}", "null")
	f.Fuzz(func(t *testing.T, sources, figures, role, assessment string) {
		l := library()
		l["sources.json"].Data, l["figures.csv"].Data = []byte(sources), []byte(figures)
		l["roles/29-9021.00.json"].Data = []byte(role)
		l["assessments/29-9021.00.published.json"].Data = []byte(assessment)
		set, err := starter.Read(l)
		if found := starter.Lint(l); err != nil && len(found) == 0 {
			t.Errorf("refused (%v), and lint finds nothing", err)
		}
		for _, r := range set.Roles {
			if r.Validate() != nil {
				t.Errorf("read an invalid role: %v", r.Validate())
			}
		}
	})
}

func changed(t *testing.T, file, before, after string) fstest.MapFS {
	t.Helper()
	l := library()
	text := string(l[file].Data)
	if !strings.Contains(text, before) {
		t.Fatalf("%s does not hold %s", file, before)
	}
	l[file].Data = []byte(strings.Replace(text, before, after, 1))
	return l
}

func findings(l fstest.MapFS) string {
	var lines []string
	for _, f := range starter.Lint(l) {
		lines = append(lines, f.Error())
	}
	return strings.Join(lines, "\n")
}

// hasLine reports whether a line of text begins with want.
func hasLine(text, want string) bool {
	return strings.Contains("\n"+text, "\n"+want)
}
