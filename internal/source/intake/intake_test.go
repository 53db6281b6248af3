package intake_test

import (
	"archive/zip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole/internal/source/intake"
	"nextrole/internal/source/table"
)

var day = time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)

func quiet(intake.Progress) {}

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

// rows is what the publishers' files hold, counted by other programs.
var rows = map[string]map[string]int{
	"30.1-text": {
		"Occupation Data": 1016, "Task Statements": 18796, "Tasks to DWAs": 23850, "Skills": 62580, "Knowledge": 59004,
		"Technology Skills": 32773, "Tools Used": 41662, "Alternate Titles": 56505, "Related Occupations": 18460,
		"Education, Training, and Experience": 37125, "Work Styles": 37422, "Emerging Tasks": 328, "Job Zones": 923,
		"Interests": 8307, "Work Values": 7866, "Sample of Reported Titles": 7955, "DWA Reference": 2087, "IWA Reference": 332,
	},
	"30.1-excel": {
		"Occupation Data": 1016, "Task Statements": 18796, "Skills": 62580, "Alternate Titles": 56505, "Related Occupations": 18460, "Job Zones": 923,
	},
	"30.3-csv": {
		"Occupation Data": 1016, "Education": 11100, "Essential Skills": 17880, "Job Zones": 923, "Technology Skills": 31821, "Task Statements": 18796,
	},
	"29.3-txt-from-excel": {
		"Task Statements": 18796, "Emerging Tasks": 295, "Interests": 8307, "Job Zones": 923, "Related Occupations": 18460, "DWA Reference": 2087,
	},
}

func TestReleasesAreWhole(t *testing.T) {
	for folder, want := range rows {
		in, err := intake.Read(context.Background(), filepath.Join(data(t), "onet", folder), day, quiet)
		if err != nil {
			t.Fatal(err)
		}
		if len(in.Readings) != 1 {
			t.Fatalf("%s: %d readings", folder, len(in.Readings))
		}
		got := map[string]int{}
		for _, p := range in.Readings[0].Parts {
			if _, asked := want[p.Name]; asked {
				got[p.Name] = p.Rows
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", folder, diff)
		}
		release, _, _ := strings.Cut(folder, "-")
		if in.Readings[0].Source.Release != release {
			t.Errorf("%s is taken for %s", folder, in.Readings[0].Source.Release)
		}
		if err := in.Readings[0].Source.Validate(); err != nil {
			t.Errorf("%s: source: %v", folder, err)
		}
		for _, f := range in.Files {
			if f.Source == "" && f.Why == "" || f.Source != "" && len(f.SHA256) != 64 {
				t.Errorf("%s: of %s it is not said what became of it", folder, f.Name)
			}
		}
		for _, m := range in.Readings[0].Remarks {
			if m.Line > 0 {
				t.Errorf("%s has a defect: %v", folder, m)
			}
		}
	}
}

// TestProfilesHold validates every profile of a release.
func TestProfilesHold(t *testing.T) {
	in, err := intake.Read(context.Background(), filepath.Join(data(t), "onet", "30.1-text"), day, quiet)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range in.Readings[0].Parts {
		for _, r := range p.Roles {
			if r.Profile == nil {
				continue
			}
			f := *r.Profile
			f.Rated = true // which no single table can tell
			if err := f.Validate(); err != nil {
				t.Errorf("%s of %s: %v", p.Name, r.Code, err)
			}
		}
	}
}

const (
	occupations = "O*NET-SOC Code\tTitle\tDescription\n29-9021.00\tRegistrars\tKeep registers.\n"
	zones       = "O*NET-SOC Code\tJob Zone\tDate\tDomain Source\n29-9021.00\t4\t08/2025\tAnalyst\n"
)

// folder writes files into a folder named as given.
func folder(t testing.TB, name string, files map[string]string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	for file, text := range files {
		path := filepath.Join(dir, file)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestEveryFileIsAccountedFor(t *testing.T) {
	dir := folder(t, "db", map[string]string{
		"Read Me.txt": "O*NET 30.1 Database\nDecember 2025 Release\n", "o.txt": occupations, "z.txt": zones,
		"picture.png": "\x89PNG\x00\x01\x02\x03", "empty.txt": "", "letter.txt": "Dear registrar,\n",
		"mysql.sql": "CREATE TABLE occupation_data (\n  onetsoc_code CHARACTER(10) NOT NULL);\n",
	})
	var mu sync.Mutex
	told := 0
	in, err := intake.Read(context.Background(), dir, day, func(p intake.Progress) {
		mu.Lock()
		defer mu.Unlock()
		told++
		if p.Done > p.Total || p.File == "" {
			t.Errorf("progress %+v", p)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if told == 0 {
		t.Error("no progress was told")
	}
	got := map[string]string{}
	for _, f := range in.Files {
		got[f.Name] = string(f.Source) + f.Why
	}
	for name, want := range map[string]string{
		"o.txt": "onet-30.1-database", "z.txt": "onet-30.1-database", "Read Me.txt": "which release", "picture.png": "neither text nor",
		"empty.txt": "empty", "letter.txt": "no kind", "mysql.sql": "SQL",
	} {
		if !strings.Contains(got[name], want) {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
}

func TestTwoFilesThatSayTheSame(t *testing.T) {
	in, err := intake.Read(context.Background(), folder(t, "onet 30.1", map[string]string{"a.txt": zones, "b.txt": zones}), day, quiet)
	if err != nil {
		t.Fatal(err)
	}
	if len(in.Readings[0].Parts) != 1 || in.Files[1].Source != "" || in.Files[1].Why == "" {
		t.Errorf("parts %v, files %+v", in.Readings[0].Parts, in.Files)
	}
}

func TestNothingKnown(t *testing.T) {
	in, err := intake.Read(context.Background(), folder(t, "x", map[string]string{"letter.txt": "Dear registrar,\n"}), day, quiet)
	if !errors.Is(err, intake.ErrNothing) || in == nil || in.Files[0].Why == "" {
		t.Errorf("%v, %v", in, err)
	}
}

func TestBrokenFilesAreNamed(t *testing.T) {
	long := zones + "29-9021.00\t" + strings.Repeat("x", 2<<20) + "\n"
	_, err := intake.Read(context.Background(), folder(t, "onet 30.1", map[string]string{"z.txt": long}), day, quiet)
	var e *table.Error
	if !errors.As(err, &e) || e.File != "z.txt" || e.Line != 3 {
		t.Errorf("a line of two megabytes: %v", err)
	}
	path := filepath.Join(t.TempDir(), "onet 30.1.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	w, err := z.Create("z.txt")
	if err == nil {
		_, err = w.Write([]byte(zones + strings.Repeat("29-9021.01\t4\t08/2025\tAnalyst\n", 9999)))
	}
	if err := errors.Join(err, z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content[60] ^= 0xFF // in what is packed
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	if in, err := intake.Read(context.Background(), path, day, quiet); err == nil {
		t.Errorf("a damaged archive was read: %+v", in.Files)
	}
}

func TestCanceled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	dir := folder(t, "onet 30.1", map[string]string{"z.txt": zones + strings.Repeat("29-9021.01\t4\t08/2025\tAnalyst\n", 200_000)})
	_, err := intake.Read(ctx, dir, day, func(intake.Progress) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
}

// TestMillionRows reads a table of a million rows, most of them wrong.
func TestMillionRows(t *testing.T) {
	dir := folder(t, "onet 30.1", map[string]string{"z.txt": zones + strings.Repeat("29-9021.01\t9\t08/2025\tAnalyst\n", 1_000_000)})
	in, err := intake.Read(context.Background(), dir, day, quiet)
	if err != nil {
		t.Fatal(err)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	if n := len(in.Readings[0].Remarks); in.Readings[0].Parts[0].Rows != 1_000_001 || n > 210 || m.HeapInuse > 256<<20 {
		t.Errorf("%d rows, %d remarks, %d MB", in.Readings[0].Parts[0].Rows, n, m.HeapInuse>>20)
	}
}
