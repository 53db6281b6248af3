package onet_test

import (
	"context"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/onet"
	"nextrole/internal/source/table"
)

// files is a made-up release: names and contents, with "|" for tabs.
type files map[string]string

func (f files) tables() []*table.Table {
	var list []*table.Table
	for name, text := range f {
		list = append(list, table.FromText(name, opener(strings.ReplaceAll(text, "|", "\t"))))
	}
	slices.SortFunc(list, func(a, b *table.Table) int { return strings.Compare(a.File, b.File) })
	return list
}

func opener(text string) table.Opener {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

const (
	occupations = "O*NET-SOC Code|Title|Description\n29-9021.00|Registrars|Keep registers.\n15-1211.01|Informatics Specialists|Shape systems.\n"
	ratingsHead = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|N|Standard Error|Lower CI Bound|Upper CI Bound|Recommend Suppress|Not Relevant|Date|Domain Source\n"
	skills      = ratingsHead +
		"15-1211.01|2.A.1.a|Reading|IM|4.12|8|0.1250|3.8|4.3|N|n/a|08/2025|Analyst\n" +
		"15-1211.01|2.A.1.a|Reading|LV|4.62|8|0.1830|4.2|4.9|N|N|08/2025|Analyst\n" +
		"15-1211.01|2.B.1.a|Perceiving|IM|4.50|8|0.1|4|5|Y|n/a|08/2025|Analyst\n" +
		"15-1211.01|2.B.1.a|Perceiving|LV|0.00|8|0.1|0|0|N|Y|08/2025|Analyst\n"
)

// read reads a release that has to be read.
func read(t *testing.T, f files) source.Reading {
	t.Helper()
	for _, tab := range f.tables() {
		if !onet.Recognize(tab) {
			t.Errorf("%s is not recognized", tab.File)
		}
	}
	readings, err := onet.Read(context.Background(), f.tables(), map[string]string{"Read Me.txt": "O*NET 30.1 Database\nDecember 2025 Release\n"})
	if err != nil {
		t.Fatal(err)
	}
	if len(readings) != 1 {
		t.Fatalf("%d readings", len(readings))
	}
	return readings[0]
}

// role puts together what all tables say of an occupation.
func role(r source.Reading, c nextrole.Code) nextrole.Role {
	var whole nextrole.Role
	for _, p := range r.Parts {
		for _, said := range p.Roles {
			if said.Code == c {
				whole.Add(said)
			}
		}
	}
	return whole
}

func TestRead(t *testing.T) {
	r := read(t, files{
		"Occupation Data.txt": occupations,
		"Skills.txt":          skills,
		"Task Statements.txt": "O*NET-SOC Code|Task ID|Task|Task Type|Incumbents Responding|Date|Domain Source\n29-9021.00|8823|Abstract \"hard\" cases.|n/a|n/a|08/2025|Analyst\n15-1211.01|21280.0|Build.|Core|95.0|08/2025|Incumbent\n",
		"Task Ratings.txt": "O*NET-SOC Code|Task ID|Scale ID|Category|Data Value|N\n15-1211.01|21280|FT|1|25.5|9\n15-1211.01|21280|FT|7|74.5|9\n" +
			"15-1211.01|21280|IM|n/a|4.2|9\n15-1211.01|21280|RT|n/a|88|9\n",
		"Tasks to DWAs.txt":     "O*NET-SOC Code|Task ID|DWA ID|Date\n15-1211.01|21280|4.A.2.a.4.I09.D03|07/2014\n",
		"Emerging Tasks.txt":    "O*NET-SOC Code|Task|Category|Original Task ID|Original Task|Date\n29-9021.00|Check AI.|New|n/a|n/a|08/2025\n29-9021.00|Check it.|Revision|8823.0|Check.|08/2025\n",
		"Alternate Titles.txt":  "O*NET-SOC Code|Alternate Title|Short Title|Source(s)\n29-9021.00|Oncology Data Specialist|ODS|08\n29-9021.00|Abstractor|n/a|10\n",
		"Sample.txt":            "O*NET-SOC Code|Reported Job Title|Shown in My Next Move\n29-9021.00|Tumor Registrar|Y\n",
		"Related.txt":           "O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index\n29-9021.00|15-1211.01|Primary-Short|1\n",
		"Job Zones.txt":         "O*NET-SOC Code|Job Zone|Date|Domain Source\n29-9021.00|4|08/2025|Analyst\n",
		"Technology Skills.txt": "O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand\n29-9021.00|Epic Systems|43232202|Medical software|Y|N\n",
		"Tools Used.txt":        "O*NET-SOC Code|Example|Commodity Code|Commodity Title\n29-9021.00|Scanners|44101809|Scanner\n",
		"Interests.txt":         "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source\n29-9021.00|1.B.1.a|Realistic|OI|1.30|11/2023|x\n29-9021.00|1.B.1.g|First Interest High-Point|IH|5.00|11/2023|x\n",
		"Work Values.txt":       "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source\n15-1211.01|1.B.2.a|Achievement|EX|6.33|06/2008|x\n15-1211.01|1.B.2.g|High-Point|VH|1|06/2008|x\n",
		"Work Styles.txt":       "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source\n15-1211.01|1.D.1.a|Innovation|DR|7.00|12/2025|x\n15-1211.01|1.D.1.a|Innovation|WI|-2.30|12/2025|x\n",
		"Work Context.txt":      "O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value|N\n15-1211.01|4.C.1.a.2.h|E-Mail|CX|n/a|4.9|9\n15-1211.01|4.C.1.a.2.h|E-Mail|CXP|5|90|9\n15-1211.01|4.C.3.d.8|Hours|CT|n/a|2.1|9\n",
		"Education.txt":         "O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value|N\n15-1211.01|2.D.1|Required Level|RL|6|60|9\n15-1211.01|2.D.1|Required Level|RL|5|40|9\n15-1211.01|2.D.1|Required Level|RL|1|0.00|9\n15-1211.01|3.A.1|Experience|RW|7|100|9\n15-1211.01|3.A.2|Training|PT|1|100|9\n15-1211.01|3.A.3|OJT|OJ|2|100|9\n15-1211.01|2.D.4.a|Certification|IM|n/a|3.5|9\n",
		"Abilities.txt":         ratingsHead + "15-1211.01|1.A.1.a.1|Oral Comprehension|IM|4|8|0|4|4|N|n/a|08/2025|Analyst\n",
		"Work Activities.txt":   ratingsHead + "15-1211.01|4.A.1.a.1|Getting Information|IM|4|8|0|4|4|N|n/a|08/2025|Analyst\n",
		"Knowledge.txt":         ratingsHead + "15-1211.01|2.C.1.a|Administration|IM|3|8|0|3|3|N|n/a|08/2025|Analyst\n",
		"DWA Reference.txt":     "Element ID|IWA ID|DWA ID|DWA Title\n4.A.2.a.4|4.A.2.a.4.I09|4.A.2.a.4.I09.D03|Build systems.\n",
	})
	if len(r.Remarks) > 0 {
		t.Errorf("remarks on a release that has all: %v", r.Remarks)
	}
	if r.Source.ID != "onet-30.1-database" || r.Source.Period != "December 2025" {
		t.Errorf("source %+v", r.Source)
	}
	registrar := role(r, "29-9021.00")
	f := registrar.Profile
	if f.Rated || f.Skills != nil || registrar.JobZone.Value != "4" || registrar.JobZone.Period != "December 2025" {
		t.Errorf("an occupation that is not rated: %+v, %+v", f, registrar.JobZone)
	}
	if diff := cmp.Diff([]nextrole.RatedTask{{ID: "8823", Text: `Abstract "hard" cases.`, Date: "08/2025"}}, f.Tasks); diff != "" {
		t.Errorf("tasks (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]nextrole.AltTitle{{Title: "Oncology Data Specialist", Short: "ODS"}, {Title: "Abstractor"}}, registrar.AltTitles); diff != "" {
		t.Errorf("titles (-want +got):\n%s", diff)
	}
	if len(f.Emerging) != 2 || f.Emerging[1].Original != "8823" || f.Emerging[0].Original != "" || len(f.Reported) != 1 || len(f.Related) != 1 || len(f.Interests) != 1 ||
		!f.Software[0].Hot || f.Software[0].Demand || f.Equipment[0].Kind != "Scanner" {
		t.Errorf("lists %+v", f)
	}
	specialist := role(r, "15-1211.01").Profile
	if !specialist.Rated || specialist.Skills[0].ID != "2.B.1.a" || specialist.Skills[0].Level != nil || !specialist.Skills[0].Survey.Suppress || *specialist.Skills[1].Survey.N != 8 {
		t.Errorf("skills %+v", specialist.Skills)
	}
	task := specialist.Tasks[0]
	if task.ID != "21280" || task.Kind != "Core" || *task.Importance != 4.2 || *task.Relevance != 88 || task.Frequency[6] != 74.5 || task.Activities[0] != "4.A.2.a.4.I09.D03" {
		t.Errorf("task %+v", task)
	}
	if s := specialist.Styles[0]; *s.Value != -2.3 || *s.Distinctness != 7 || s.Scale != "WI" {
		t.Errorf("style %+v", s)
	}
	if c := specialist.Context; *c[0].Value != 4.9 || c[0].Shares[4] != 90 || c[1].Most != 3 {
		t.Errorf("context %+v", c)
	}
	if e := specialist.Education; len(e) != 2 || e[0].Level != "Associate's degree" || e[1].Percent != 60 || len(specialist.Experience) != 1 || len(specialist.Training) != 1 || len(specialist.OnTheJob) != 1 || len(specialist.Proof) != 1 {
		t.Errorf("education %+v", e)
	}
	if err := specialist.Validate(); err != nil {
		t.Error(err)
	}
}

// TestNewNames reads what 30.3 calls and cuts otherwise.
func TestNewNames(t *testing.T) {
	head := "O*NET-SOC Code,Title,Element ID,Element Name,Scale ID,Scale Name,Data Value,N,Standard Error,Lower CI Bound,Upper CI Bound,Recommend Suppress,Not Relevant,Date,Domain Source\n"
	r := read(t, files{
		"a.csv": head + "15-1211.01,I,2.A.1.a,Reading,IM,Importance,4.12,8,0.1,3,4,N,,08/2025,Analyst\n",
		"b.csv": head + "15-1211.01,I,2.B.1.a,Perceiving,IM,Importance,4.50,8,0.1,3,4,N,,08/2025,Analyst\n",
		"c.csv": "O*NET-SOC Code,Title,Workplace Example,Element ID,Element Name,Hot Technology,In Demand\n15-1211.01,I,Epic Systems,2.E.5.b,Medical software,Y,Y\n",
		"d.csv": "O*NET-SOC Code,Title,Job Title,Short Title\n15-1211.01,I,Informaticist,\n",
		"e.csv": "O*NET-SOC Code,Title,Description\n15-1211.01,Informatics Specialists,\"Shape, and so on.\"\n",
	})
	var names []string
	for _, p := range r.Parts {
		names = append(names, p.Name)
	}
	if diff := cmp.Diff([]string{"Essential Skills", "Transferable Skills", "Technology Skills", "Alternate Titles", "Occupation Data"}, names); diff != "" {
		t.Errorf("parts (-want +got):\n%s", diff)
	}
	whole := role(r, "15-1211.01")
	if s := whole.Profile.Skills; len(s) != 2 || s[0].ID != "2.B.1.a" || whole.Profile.Software[0].Kind != "Medical software" || whole.AltTitles[0].Title != "Informaticist" || whole.Summary != "Shape, and so on." {
		t.Errorf("%+v", whole)
	}
}

func TestDefectsAreRemarkedOn(t *testing.T) {
	for name, tt := range map[string]struct{ row, want string }{
		"cut short":         {"15-1211.01|2.A.1.b|Listening|IM", "cut short, with 4 of 13 cells"},
		"no code":           {"Health|2.A.1.a|Reading|IM|4|8|0|4|4|N|n/a|08/2025|A", `"Health" is no O*NET-SOC code`},
		"a date for a code": {"29-Sep|2.A.1.a|Reading|IM|4|8|0|4|4|N|n/a|08/2025|A", `"29-Sep" is no O*NET-SOC code`},
		"no number":         {"15-1211.01|2.A.1.b|Listening|IM|Apr 12|8|0|4|4|N|n/a|08/2025|A", `"Apr 12" is no number from 1 to 5`},
		"NaN":               {"15-1211.01|2.A.1.b|Listening|IM|NaN|8|0|4|4|N|n/a|08/2025|A", `"NaN" is no number from 1 to 5`},
		"out of range":      {"15-1211.01|2.A.1.b|Listening|LV|70|8|0|4|4|N|N|08/2025|A", `"70" is no number from 0 to 7`},
		"twice":             {"15-1211.01|2.B.1.a|Perceiving|IM|4|8|0|4|4|N|n/a|08/2025|A", "15-1211.01 has IM of 2.B.1.a twice; the first counts"},
		"no element":        {"15-1211.01|9.A.1.a|Flying|IM|4|8|0|4|4|N|n/a|08/2025|A", `"9.A.1.a" is no element`},
		"no scale":          {"15-1211.01|2.A.1.a|Reading|XX|4|8|0|4|4|N|n/a|08/2025|A", `no scale "XX"`},
	} {
		r := read(t, files{"Skills.txt": skills + tt.row + "\n"})
		i := slices.IndexFunc(r.Remarks, func(m nextrole.Remark) bool { return strings.Contains(m.Text, tt.want) })
		if i < 0 {
			t.Errorf("%s: remarks %v", name, r.Remarks)
			continue
		}
		if r.Remarks[i].File != "Skills.txt" || r.Remarks[i].Line != 6 {
			t.Errorf("%s: the remark is about %s, line %d", name, r.Remarks[i].File, r.Remarks[i].Line)
		}
		if s := role(r, "15-1211.01").Profile.Skills; *s[0].Importance != 4.5 {
			t.Errorf("%s: the good rows are %+v", name, s)
		}
	}
}

func TestManyDefectsAreCounted(t *testing.T) {
	r := read(t, files{"Skills.txt": skills + strings.Repeat("x|2.A.1.a|Reading|IM|4|8|0|4|4|N|n/a|08/2025|A\n", 5000)})
	if n := len(r.Remarks); n > 210 || !strings.Contains(r.Remarks[n-2].Text, "4800 more") {
		t.Errorf("%d remarks, the last: %v", n, r.Remarks[n-2:])
	}
}

func TestReleases(t *testing.T) {
	one := files{"x/Skills.txt": skills}
	for name, tt := range map[string]struct {
		notes map[string]string
		files files
		want  string // of the source; or of the error
	}{
		"its own note":         {map[string]string{"x/Read Me.txt": "O*NET® 29.3 Database\nMay 2025 Release"}, one, "onet-29.3-database"},
		"the name of the path": {map[string]string{"": "db_30_3_text.zip"}, one, "onet-30.3-database"},
		"the newest date":      {nil, one, "onet-30.0-database"},
		"nothing":              {nil, files{"Related.txt": "O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index\n29-9021.00|15-1211.01|x|1\n"}, "nothing says of which release"},
		"O*NET-SOC 2010":       {nil, files{"Occupation Data.txt": "O*NET-SOC Code|Title|Description\n15-1121.01|Informatics Nurse Specialists|x\n"}, "O*NET-SOC 2010"},
	} {
		readings, err := onet.Read(context.Background(), tt.files.tables(), tt.notes)
		got := ""
		if err != nil {
			var e *table.Error
			if !errors.As(err, &e) || e.File == "" {
				t.Errorf("%s: the error %v names no file", name, err)
			}
			got = err.Error()
		} else {
			got = string(readings[0].Source.ID)
		}
		if !strings.Contains(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestTwoReleasesBesideEachOther(t *testing.T) {
	readings, err := onet.Read(context.Background(), files{"a 29.3/Skills.txt": skills, "b 30.1/Skills.txt": skills}.tables(), nil)
	if err != nil || len(readings) != 2 || readings[0].Source.Release != "29.3" || readings[1].Source.Release != "30.1" {
		t.Errorf("%v, %v", readings, err)
	}
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	long := files{"Skills.txt": skills + strings.Repeat("15-1211.01|2.A.1.a|Reading|XX|4|8|0|4|4|N|n/a|08/2025|A\n", 10_000)}
	if _, err := onet.Read(ctx, long.tables(), map[string]string{"": "30.1"}); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(strings.ReplaceAll(skills, "|", "\t")))
	f.Add([]byte(strings.ReplaceAll(occupations, "|", "\t")))
	f.Add([]byte("O*NET-SOC Code\tTask ID\tScale ID\tCategory\tData Value\n15-1211.01\t1\tFT\t3\t7\n"))
	f.Add([]byte("O*NET-SOC Code,Element ID,Element Name,Scale ID,Category,Data Value\n15-1211.01,4.C.1,E,CXP,5,9\n15-1211.01,2.D.1,E,RL,12,9\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		tab := table.FromText("f", opener(string(text)))
		if !onet.Recognize(tab) {
			return
		}
		readings, err := onet.Read(context.Background(), []*table.Table{tab}, map[string]string{"": "30.1"})
		if err != nil {
			return
		}
		for _, p := range readings[0].Parts {
			for _, r := range p.Roles {
				if !r.Code.Official() {
					t.Fatalf("the code %q", r.Code)
				}
				if r.Profile == nil {
					continue
				}
				for _, e := range slices.Concat(r.Profile.Skills, r.Profile.Knowledge, r.Profile.Abilities, r.Profile.Activities) {
					if e.Importance != nil && (math.IsNaN(*e.Importance) || *e.Importance < 1 || *e.Importance > 5) {
						t.Fatalf("importance %v", *e.Importance)
					}
				}
			}
		}
	})
}
