package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"nextrole"
)

// textRelease is the folder of O*NET 30.1 as text, which is not part of this
// repository.
func textRelease(b *testing.B) string {
	b.Helper()
	dir := os.Getenv("NEXTROLE_TESTDATA")
	if dir == "" {
		b.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	return filepath.Join(dir, "onet", "30.1-text")
}

// program builds the command line as it is handed out.
func program(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "nextrolectl")
	build := exec.Command("go", "build", "-o", path, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return path
}

// BenchmarkImport imports the text release, all of it, durable and searchable, in
// turns with sqlite3, which imports the same files into plain tables. Each is a
// process of its own, ours on a library without imports, sqlite3 on no file.
func BenchmarkImport(b *testing.B) {
	files, err := filepath.Glob(filepath.Join(textRelease(b), "*.txt"))
	if err != nil || len(files) == 0 {
		b.Fatal("there is no release: ", err)
	}
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Skip("sqlite3, the program to compare with, is not installed")
	}
	var script strings.Builder
	script.WriteString(".mode tabs\n.bail on\n")
	text := int64(0)
	for _, f := range files {
		info, err := os.Stat(f)
		if err != nil {
			b.Fatal(err)
		}
		text += info.Size()
		if filepath.Base(f) != "Read Me.txt" {
			fmt.Fprintf(&script, ".import %q %q\n", f, strings.TrimSuffix(filepath.Base(f), ".txt"))
		}
	}
	ctl := program(b)
	var ours, theirs, peaks []float64
	size := int64(0)
	for b.Loop() {
		dir := b.TempDir()
		library := filepath.Join(dir, "library.db")
		finish(b, exec.Command(ctl, "--library", library, "sources")) // who imports has one
		c := exec.Command(ctl, "--library", library, "import", textRelease(b))
		ours = append(ours, finish(b, c))
		peaks = append(peaks, float64(c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)/1024)
		c = exec.Command(sqlite, filepath.Join(dir, "plain.db"))
		c.Stdin = strings.NewReader(script.String())
		theirs = append(theirs, finish(b, c))
		info, err := os.Stat(library)
		if err != nil {
			b.Fatal(err)
		}
		size = info.Size()
	}
	b.ReportMetric(middle(ours)/middle(theirs), "wall-ratio")
	b.ReportMetric(middle(ours), "import-ms")
	b.ReportMetric(middle(theirs), "sqlite-ms")
	b.ReportMetric(slices.Max(peaks), "peak-MB")
	b.ReportMetric(float64(size)/float64(text), "size-ratio")
}

func finish(b *testing.B, c *exec.Cmd) (ms float64) {
	b.Helper()
	begin := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return float64(time.Since(begin).Microseconds()) / 1000
}

func middle(all []float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// BenchmarkRole reads a role with all that an imported release tells of it.
func BenchmarkRole(b *testing.B) {
	library := filepath.Join(b.TempDir(), "library.db")
	finish(b, exec.Command(program(b), "--library", library, "import", textRelease(b)))
	l, err := open(library)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	for b.Loop() {
		if r, err := l.Role(nextrole.Code("29-1141.00")); err != nil || r.Profile == nil {
			b.Fatal(r, err)
		}
	}
}
