package exposure_test

import (
	"context"
	"encoding/csv"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/crosswalk"
	"nextrole/internal/source/exposure"
	"nextrole/internal/source/table"
)

func opener(text string) table.Opener {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

func read(t *testing.T, name, text string, old crosswalk.Crosswalk) source.Reading {
	t.Helper()
	tab := table.FromText(name, opener(text))
	if !exposure.Recognize(tab) {
		t.Fatalf("%s is not recognized", name)
	}
	r, err := exposure.Read(context.Background(), []*table.Table{tab}, old)
	if err != nil || len(r) != 1 {
		t.Fatal(r, err)
	}
	return r[0]
}

func said(r source.Reading, c nextrole.Code) []string {
	var list []string
	for _, p := range r.Parts {
		for _, role := range p.Roles {
			for _, f := range role.Figures {
				if role.Code == c {
					list = append(list, strings.TrimSpace(string(f.Kind)+" "+strconv.FormatFloat(*f.Value, 'f', -1, 64)+" "+string(f.Parent)))
				}
			}
		}
	}
	return list
}

func TestOccupations(t *testing.T) {
	r := read(t, "x.csv", "O*NET-SOC Code,Title,dv_rating_alpha,dv_rating_beta,human_rating_beta\n29-9021.00,R,0.25,0.5,\n29-9021.00,R,0.1,0.1,0.1\n15-1211.01,I,NaN,1.5,0.5\nx,y,1,1,1\n", crosswalk.Crosswalk{})
	if got := said(r, "29-9021.00"); !slices.Equal(got, []string{"exposure.eloundou-gpt4-alpha 0.25", "exposure.eloundou-gpt4-beta 0.5", "exposure.eloundou-human-beta 0.1"}) {
		t.Errorf("%v", got)
	}
	if got := said(r, "15-1211.01"); !slices.Equal(got, []string{"exposure.eloundou-human-beta 0.5"}) {
		t.Errorf("%v", got)
	}
	if len(r.Remarks) != 5 {
		t.Errorf("remarks %v", r.Remarks)
	}
}

func TestTasks(t *testing.T) {
	r := read(t, "x.tsv", "\tO*NET-SOC Code\tTask ID\tTask\tTask Type\tTitle\tgpt4_exposure\thuman_labels\n0\t29-9021.00\t8823.0\t\"Say \"\"x\"\".\"\tCore\tR\tE2\tE0\n1\t29-9021.00\t8824.0\tDo.\t\tR\tE9\tE0\n2\t29-9021.00\t8823.0\tDo.\t\tR\tE1\tE0\n", crosswalk.Crosswalk{})
	got := r.Parts[0].Roles[0].Profile.Exposed
	if want := (nextrole.TaskExposure{ID: "8823", Text: `Say "x".`, GPT4: "E2", Human: "E0"}); len(got) != 1 || got[0] != want || len(r.Remarks) != 2 {
		t.Errorf("%+v, %v", got, r.Remarks)
	}
}

func TestOldCodes(t *testing.T) {
	text := "SOC Code,Occupation Title,AIOE\n29-2071,Records,0.57\n11-1011,Chiefs,-1.2\n15-1111,Scientists,2\n"
	old := crosswalk.Crosswalk{ID: crosswalk.SOC2010, Links: []crosswalk.Link{
		{From: "29-2071", To: "29-2072"}, {From: "29-2071", To: "29-9021"}, {From: "11-1011", To: "11-1011"}, {From: "15-1111", To: "15-1221"},
	}}
	r := read(t, "x.csv", text, old)
	for code, want := range map[nextrole.Code]string{
		"29-9021": "exposure.felten-aioe 0.57 29-2071", "29-2072": "exposure.felten-aioe 0.57 29-2071",
		"11-1011": "exposure.felten-aioe -1.2", "15-1221": "exposure.felten-aioe 2 15-1111",
	} {
		if got := said(r, code); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v, want %s", code, got, want)
		}
	}
	r = read(t, "x.csv", text, crosswalk.Crosswalk{})
	if len(r.Parts[0].Roles) != 0 || !strings.Contains(r.Remarks[0].Text, "3 occupations are of SOC 2010") {
		t.Errorf("without a crosswalk: %+v", r)
	}
}

// TestStarterFiguresAreTheSame compares the starter library's values, which are
// rounded, with what is read of the files.
func TestStarterFiguresAreTheSame(t *testing.T) {
	dir := os.Getenv("NEXTROLE_TESTDATA")
	if dir == "" {
		t.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	found := map[string]float64{}
	for _, name := range []string{"eloundou/occ_level.csv", "microsoft/soc_ai_applicability_scores.csv"} {
		path := filepath.Join(dir, "ai-exposure", name)
		r, err := exposure.Read(context.Background(), []*table.Table{table.FromText(name, func() (io.ReadCloser, error) { return os.Open(path) })}, crosswalk.Crosswalk{})
		if err != nil {
			t.Fatal(err)
		}
		for _, role := range r[0].Parts[0].Roles {
			for _, f := range role.Figures {
				found[string(role.Code)+" "+string(f.Kind)] = *f.Value
			}
		}
		if len(r[0].Remarks) > 0 {
			t.Errorf("%s has defects: %v", name, r[0].Remarks)
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
	n := 0
	for _, row := range rows {
		if row[7] != "eloundou-2023" && row[7] != "microsoft-2025" {
			continue
		}
		n++
		code := row[0]
		if row[7] == "microsoft-2025" {
			code = code[:7]
		}
		want, err := strconv.ParseFloat(row[2], 64)
		got, ok := found[code+" "+row[1]]
		if err != nil || !ok || math.Abs(got-want) > 0.0005001 {
			t.Errorf("%s %s: the starter has %v, the file %v", row[0], row[1], want, got)
		}
	}
	if n < 150 {
		t.Errorf("only %d were compared", n)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("O*NET-SOC Code,Title,dv_rating_beta,human_rating_beta\n29-9021.00,R,0.5,1e-3\n"))
	f.Add([]byte("SOC Code,Occupation Title,AIOE\n29-2071,Records,0.57\n"))
	f.Add([]byte("O*NET-SOC Code\tTask ID\tTask\tgpt4_exposure\thuman_labels\n29-9021.00\t1\tx\tE1\tE2\n"))
	old := crosswalk.Crosswalk{Links: []crosswalk.Link{{From: "29-2071", To: "29-9021"}}}
	f.Fuzz(func(t *testing.T, text []byte) {
		tab := table.FromText("f", opener(string(text)))
		if !exposure.Recognize(tab) {
			return
		}
		r, err := exposure.Read(context.Background(), []*table.Table{tab}, old)
		if err != nil {
			return
		}
		for _, role := range r[0].Parts[0].Roles {
			for _, f := range role.Figures {
				if math.IsNaN(*f.Value) || math.IsInf(*f.Value, 0) {
					t.Fatalf("%+v", f)
				}
			}
		}
	})
}
