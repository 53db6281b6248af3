package store_test

import (
	"bufio"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/store"
)

// writerVariable makes this test a process that saves to a library without a
// pause, until it is killed.
const writerVariable = "NEXTROLE_TEST_WRITER"

func TestMain(m *testing.M) {
	if path := os.Getenv(writerVariable); path != "" {
		if err := writeForEver(path, nil, func() { fmt.Println("writing") }); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// writeForEver saves settings that name the generation they make, until stop.
func writeForEver(path string, stop <-chan struct{}, began func()) error {
	l, err := store.Open(path, "v1", isNotToBeRead, store.Options{Wait: time.Minute})
	if err != nil {
		return err
	}
	defer l.Close()
	for n := 0; ; n++ {
		generation, err := l.Generation()
		if err != nil {
			return err
		}
		if err := l.SetSettings(nextrole.Settings{Query: strconv.FormatUint(generation+1, 10)}); err != nil {
			return err
		}
		if n == 0 {
			began()
		}
		select {
		case <-stop:
			return nil
		default:
		}
	}
}

// asOf opens a library for reading only, checks that what it holds is of one
// moment, and returns which.
func asOf(t *testing.T, path string) uint64 {
	t.Helper()
	l, err := store.Open(path, "v1", isNotToBeRead, store.Options{ReadOnly: true, Wait: time.Minute})
	must(t, l, err)
	generation, err := l.Generation()
	must(t, generation, err)
	settings, err := l.Settings()
	if must(t, settings, err).Query != strconv.FormatUint(generation, 10) {
		t.Errorf("settings of generation %q in generation %d", settings.Query, generation)
	}
	mustClose(t, l)
	return generation
}

// everything lists what is in a folder, with what would tell of a change.
func everything(t *testing.T, dir string) map[string]state {
	t.Helper()
	all := map[string]state{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all[path] = look(t, path)
		}
		return err
	})
	return must(t, all, err)
}

func TestReadingWhatIsOpenElsewhere(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	path := filepath.Join(t.TempDir(), "l.db")
	writer := mustOpen(t, path, sample("v1", 12))
	must(t, 0, writer.SetPins([]nextrole.Code{"29-0001.00"}))
	snapshot(t, path)
	before := everything(t, filepath.Dir(path))

	l, err := store.Open(path, "v2", isNotToBeRead, store.Options{ReadOnly: true})
	must(t, l, err)
	second, err := store.Open(path, "v2", isNotToBeRead, store.Options{ReadOnly: true})
	mustClose(t, must(t, second, err))
	if l.Path() != path || !l.ReadOnly() {
		t.Errorf("path %q, read-only %v", l.Path(), l.ReadOnly())
	}
	for name, write := range map[string]func() error{
		"pins":       func() error { return l.SetPins(nil) },
		"settings":   func() error { return l.SetSettings(nextrole.Settings{Query: "x"}) },
		"note":       func() error { return l.SetNote(nextrole.Note{Code: "29-0001.00", Text: "x"}) },
		"comparison": func() error { return l.DeleteComparison("x") },
	} {
		if err := write(); code(err) != store.ReadOnly {
			t.Errorf("writing %s: %v", name, err)
		}
	}
	if stale, err := l.Stale(); must(t, stale, err) {
		t.Error("stale at once")
	}
	if diff := cmp.Diff(before, everything(t, filepath.Dir(path)), cmp.AllowUnexported(state{})); diff != "" {
		t.Errorf("reading changed the folder (-before +after):\n%s", diff)
	}

	must(t, 0, writer.SetPins(nil))
	if stale, err := l.Stale(); !must(t, stale, err) {
		t.Error("not stale after a change")
	}
	if stale, err := writer.Stale(); must(t, stale, err) {
		t.Error("the writer is stale")
	}
	if pins, err := l.Pins(); len(must(t, pins, err)) != 1 {
		t.Errorf("what is read changed under the reader: %v", pins)
	}
	if left := everything(t, temp); runtime.GOOS != "windows" && len(left) > 0 {
		t.Errorf("%d copies have names", len(left))
	}
	must(t, 0, l.Close())
	if left := everything(t, temp); len(left) > 0 {
		t.Errorf("%d copies are left", len(left))
	}
}

// A reader keeps nobody from writing.
func TestReadersAreNotInTheWay(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v1", 2)))
	reader, err := store.Open(path, "v1", isNotToBeRead, store.Options{ReadOnly: true})
	must(t, reader, err)
	writer, err := store.Open(path, "v1", isNotToBeRead, store.Options{Wait: time.Nanosecond})
	must(t, 0, must(t, writer, err).SetPins([]nextrole.Code{"29-0001.00"}))
	mustClose(t, writer)
	mustClose(t, reader)
}

// Copies made while somebody saves without a pause are whole, and no copy is
// older than one made before it.
func TestReadingWhatIsBeingSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v1", 12)))
	stop, began, done := make(chan struct{}), make(chan struct{}), make(chan error)
	go func() { done <- writeForEver(path, stop, func() { close(began) }) }()
	<-began
	var first, last uint64
	for i := range 200 {
		generation := asOf(t, path)
		if generation < last {
			t.Fatalf("generation %d after %d", generation, last)
		}
		if i == 0 {
			first = generation
		}
		last = generation
	}
	close(stop)
	if err := <-done; err != nil {
		t.Error(err)
	}
	t.Logf("generations %d to %d", first, last)
	if first == last {
		t.Error("nothing was saved meanwhile")
	}
}

// A writer that is killed in the middle leaves a library that can be read, and
// written to by the next one.
func TestReadingWhatAKilledWriterLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v1", 12)))
	var last uint64
	for range 10 {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), writerVariable+"="+path)
		c.Stderr = t.Output()
		out, err := c.StdoutPipe()
		must(t, 0, err)
		must(t, 0, c.Start())
		if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
			t.Fatalf("the writer does not write: %v", err)
		}
		during := asOf(t, path)
		must(t, 0, c.Process.Kill())
		_ = c.Wait() // it was killed
		after := asOf(t, path)
		if during <= last || after < during {
			t.Errorf("generations %d, %d and %d", last, during, after)
		}
		last = after
	}
	mustOpen(t, path, sample("v1", 12))
}

func TestNoPlaceForACopy(t *testing.T) {
	path := filepath.Join(t.TempDir(), "l.db")
	mustClose(t, mustOpen(t, path, sample("v1", 1)))
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "nowhere"))
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	if _, err := store.Open(path, "v1", isNotToBeRead, store.Options{ReadOnly: true}); code(err) != store.Unwritable {
		t.Errorf("%v", err)
	}
}

func BenchmarkOpenSnapshot(b *testing.B) {
	path := filepath.Join(b.TempDir(), "l.db")
	writer := mustOpen(b, path, sample("v1", 59))
	for b.Loop() {
		l, err := store.Open(path, "v1", isNotToBeRead, store.Options{ReadOnly: true})
		must(b, 0, must(b, l, err).Close())
	}
	mustClose(b, writer)
}
