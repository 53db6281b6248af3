package crosswalk_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole/internal/source/crosswalk"
	"nextrole/internal/source/table"
)

func opener(text string) table.Opener {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

func links(t *testing.T, tab *table.Table) crosswalk.Crosswalk {
	t.Helper()
	if !crosswalk.Recognize(tab) {
		t.Fatalf("%s is not recognized", tab.File)
	}
	c, remarks, err := crosswalk.Links(context.Background(), tab)
	if err != nil || len(remarks) > 0 {
		t.Fatal(remarks, err)
	}
	return c
}

func TestOneToMany(t *testing.T) {
	old := links(t, table.FromText("a.csv", opener("soc_2010_code,soc_2010_title,soc_2018_code,soc_2018_title\n29-2071,Records,29-2072,Specialists\n29-2071,Records,29-9021,Registrars\n11-1011,A,11-1011,A\n29-9099,Other,29-9021,Registrars\n")))
	if diff := cmp.Diff([]string{"29-2071"}, old.Many()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"29-9021"}, old.Joined()); diff != "" {
		t.Error(diff)
	}
	onet := links(t, table.FromText("b.csv", opener("O*NET-SOC 2019 Code,O*NET-SOC 2019 Title,2018 SOC Code,2018 SOC Title\n29-9021.00,Registrars,29-9021,Registrars\n29-2072.00,Specialists,29-2072,Specialists\n")))
	var got []string
	for _, l := range crosswalk.Chain(old, onet.Turned()).Targets("29-2071") {
		got = append(got, l.To)
	}
	if diff := cmp.Diff([]string{"29-2072.00", "29-9021.00"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestRowsThatLeadNowhere(t *testing.T) {
	tab := table.FromText("a.csv", opener("soc_2010_code,soc_2010_title,soc_2018_code,soc_2018_title\n29-2071,Records,,\n"))
	c, remarks, err := crosswalk.Links(context.Background(), tab)
	if err != nil || len(c.Links) > 0 || len(remarks) != 1 || remarks[0].Line != 2 {
		t.Errorf("%v, %v, %v", c, remarks, err)
	}
}

func TestPublishersFiles(t *testing.T) {
	dir := os.Getenv("NEXTROLE_TESTDATA")
	if dir == "" {
		t.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	for name, want := range map[string]int{"2019_to_SOC_Crosswalk.csv": 1016, "soc_2010_to_2018.csv": 900, "CIP2020_SOC2018_Crosswalk.xlsx": 6097, "nem-onet-to-soc-crosswalk.xlsx": 997} {
		path := filepath.Join(dir, "soc", name)
		open := func() (io.ReadCloser, error) { return os.Open(path) }
		tables := []*table.Table{table.FromText(name, open)}
		if strings.HasSuffix(name, ".xlsx") {
			var err error
			if tables, err = table.FromWorkbook(name, open); err != nil {
				t.Fatal(err)
			}
		}
		known := 0
		for _, tab := range tables {
			if !crosswalk.Recognize(tab) {
				continue
			}
			known++
			if c := links(t, tab); len(c.Links) != want {
				t.Errorf("%s has %d links, want %d", name, len(c.Links), want)
			}
		}
		if known != 1 {
			t.Errorf("%s has %d crosswalks, want one", name, known)
		}
	}
}

func FuzzLinks(f *testing.F) {
	f.Add([]byte("soc_2010_code,soc_2010_title,soc_2018_code,soc_2018_title\n29-2071,Records,29-2072,Specialists\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		tab := table.FromText("f", opener(string(text)))
		if !crosswalk.Recognize(tab) {
			return
		}
		c, _, err := crosswalk.Links(context.Background(), tab)
		if err != nil {
			return
		}
		for _, l := range c.Links {
			if l.From == "" || l.To == "" {
				t.Fatalf("%+v", l)
			}
		}
	})
}
