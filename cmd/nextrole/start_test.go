//go:build journey

package main_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"nextrole"
	"nextrole/internal/source"
	"nextrole/internal/source/intake"
)

// BenchmarkStart starts NextRole on a library it has and the least that Fyne
// can show in turns, and compares their medians: from the start of the process
// to the first whole frame as the screen shows it, and the memory of the
// process once the window is at rest. Run it through make bench, which builds
// both with the same flags.
func BenchmarkStart(b *testing.B) {
	s := newScreen(b, 1400, 900)
	library := fresh(b)
	if err := newLibrary(b, library, nextrole.Settings{Welcomed: true, Theme: "light", Place: "explore"}).Close(); err != nil {
		b.Fatal(err)
	}
	hello := os.Getenv("NEXTROLE_HELLO")
	if hello == "" {
		b.Fatal("NEXTROLE_HELLO does not name the program to compare with; make bench does")
	}
	ours, theirs := starts{}, starts{}
	ours.add(s, built(b), "--library", library) // the first of each reads its files from the disk
	theirs.add(s, hello)
	ours, theirs = starts{}, starts{}
	for b.Loop() {
		ours.add(s, built(b), "--library", library)
		theirs.add(s, hello)
	}
	b.ReportMetric(ours.frame()/theirs.frame(), "first-frame-ratio")
	b.ReportMetric(ours.frame(), "first-frame-ms")
	b.ReportMetric(theirs.frame(), "hello-first-frame-ms")
	// What others do on the machine at the time hardly changes these.
	b.ReportMetric(median(ours.spent)/median(theirs.spent), "first-frame-cpu-ratio")
	b.ReportMetric(median(ours.spent), "first-frame-cpu-ms")
	b.ReportMetric(median(theirs.spent), "hello-first-frame-cpu-ms")
	b.ReportMetric(ours.memory()/theirs.memory(), "idle-memory-ratio")
	b.ReportMetric(ours.memory(), "idle-memory-MB")
	b.ReportMetric(theirs.memory(), "hello-idle-memory-MB")
}

// BenchmarkStartImported starts NextRole on a library with a whole release of O*NET
// in turns with the starter library. Without the publisher's files it is skipped.
func BenchmarkStartImported(b *testing.B) {
	data := os.Getenv("NEXTROLE_TESTDATA")
	if data == "" {
		b.Skip("NEXTROLE_TESTDATA names no folder with the publishers' files")
	}
	s := newScreen(b, 1400, 900)
	libraries := [2]string{fresh(b), fresh(b)}
	for i, path := range libraries {
		l := newLibrary(b, path, nextrole.Settings{Welcomed: true, Theme: "light", Place: "explore"})
		if i == 1 {
			day := time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)
			in, err := intake.Read(context.Background(), filepath.Join(data, "onet", "30.1-text"), day, func(intake.Progress) {})
			if err != nil {
				b.Fatal(err)
			}
			if err := l.Import(context.Background(), []source.Addition{{Reading: in.Readings[0]}}, day, func(int, int) {}); err != nil {
				b.Fatal(err)
			}
		}
		if err := l.Close(); err != nil {
			b.Fatal(err)
		}
	}
	var all [2]starts
	for b.Loop() {
		for i, path := range libraries {
			all[i].add(s, built(b), "--library", path)
		}
	}
	b.ReportMetric(all[1].frame()/all[0].frame(), "first-frame-ratio")
	b.ReportMetric(all[1].frame(), "first-frame-ms")
	b.ReportMetric(all[0].frame(), "starter-first-frame-ms")
	b.ReportMetric(all[1].memory(), "idle-memory-MB")
}

// starts are what the starts of one program took.
type starts struct {
	frames   []float64 // ms to the first frame
	spent    []float64 // ms of the processors until then
	memories []float64 // MB at rest
}

func (s *starts) frame() float64  { return median(s.frames) }
func (s *starts) memory() float64 { return median(s.memories) }

func median(all []float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// add starts a program, waits until its window is at rest, and ends it.
func (s *starts) add(screen *screen, name string, args ...string) {
	screen.t.Helper()
	w := watch(screen)
	defer w.close()
	c := screen.command(name, args...)
	began := time.Now()
	if err := c.Start(); err != nil {
		screen.t.Fatal(err)
	}
	defer func() {
		_ = c.Process.Kill()
		_ = c.Wait()
		await(screen.t, "an empty screen", func() bool { return !w.differs(w.first) })
	}()
	w.spent = func() float64 { return spent(screen.t, c) }
	first := w.whole()
	s.frames = append(s.frames, ms(first.seen.Sub(began)))
	s.spent = append(s.spent, first.spent)
	s.memories = append(s.memories, memory(screen.t, c))
}

// spent returns the ms of the processors that a program has used, to 10 ms.
func spent(t testing.TB, c *exec.Cmd) float64 {
	t.Helper()
	told, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", c.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	// After the name, which is in parentheses: the state, ten numbers, and then
	// those for the program and for what the kernel did for it.
	fields := strings.Fields(string(told[bytes.LastIndexByte(told, ')')+1:]))
	var ticks [2]float64
	for i := range ticks {
		if ticks[i], err = strconv.ParseFloat(fields[11+i], 64); err != nil {
			t.Fatal(err)
		}
	}
	const tick = 10 // ms
	return tick * (ticks[0] + ticks[1])
}

// memory returns the MB that a program has in memory, with what it shares with
// others.
func memory(t testing.TB, c *exec.Cmd) float64 {
	t.Helper()
	told, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", c.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(told), "\nRss:")
	var kB float64
	if _, err := fmt.Sscan(rest, &kB); err != nil {
		t.Fatalf("the memory in\n%s: %v", told, err)
	}
	return kB / 1024
}

func ms(d time.Duration) float64 { return d.Seconds() * 1000 }

// BenchmarkWindow takes the time from a key to the whole picture that follows
// on the screen, with the few milliseconds that xdotool needs to press it: for
// opening a role, its next tab, and the other theme.
func BenchmarkWindow(b *testing.B) {
	s := newScreen(b, 1400, 900)
	library := fresh(b)
	settings := nextrole.Settings{Welcomed: true, Theme: "light", Place: "explore", Query: "health"}
	if err := newLibrary(b, library, settings).Close(); err != nil {
		b.Fatal(err)
	}
	p := open(s, library)
	took := map[string][]float64{}
	timed := func(what, key string) {
		w := watch(s)
		defer w.close()
		began := time.Now()
		s.xdotool("key", "--delay", "0", key)
		took[what] = append(took[what], ms(w.whole().seen.Sub(began)))
	}
	modes := []string{"dark", "light"}
	for i := 0; b.Loop(); i++ {
		timed("summary", "Return")
		timed("tasks", "ctrl+Tab")
		mode := modes[i%2]
		p.keys("F10", "Down")
		if mode == "dark" {
			p.keys("Down")
		}
		s.steady()
		timed("theme", "Return")
		p.until("the theme", func(s state) bool { return s.Settings.Theme == mode })
		p.keys("alt+Left", "alt+Left")
		p.at("explore")
		p.keys("Down") // the next role
		s.steady()
	}
	for what, all := range took {
		b.ReportMetric(median(all), what+"-ms")
	}
	b.ReportMetric(took["summary"][0], "first-summary-ms")
}
