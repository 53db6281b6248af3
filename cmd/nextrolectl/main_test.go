package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"nextrole"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"nextrolectl": main})
}

// The scripts are the manual by example. Besides testscript's own they use
//
//	field PATH VALUE   the JSON on stdout has this value at a path like tasks.0.share;
//	                   a number may be abbreviated with an ending …
//	keys PATH KEY…     the object there has exactly these keys; "." is the whole
//	length PATH N      the list there has so many elements
//	use FILE           somebody notes, pins and compares things in the library there
//	damage FILE        a bit of its reference data flips
//	hold FILE          has the library there open until the script ends, as a window has
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("LocalAppData", filepath.Join(e.WorkDir, "data"))
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"field":  field,
			"keys":   keys,
			"length": length,
			"use":    use,
			"damage": damage,
			"hold":   hold,
		},
	})
}

// at returns the value at a path in the JSON on stdout.
func at(ts *testscript.TestScript, path string) any {
	var value any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile("stdout")), &value))
	if path == "." {
		return value
	}
	for step := range strings.SplitSeq(path, ".") {
		switch v := value.(type) {
		case map[string]any:
			inner, ok := v[step]
			if !ok {
				ts.Fatalf("%s: no %q", path, step)
			}
			value = inner
		case []any:
			i, err := strconv.Atoi(step)
			ts.Check(err)
			if i >= len(v) {
				ts.Fatalf("%s: %d elements", path, len(v))
			}
			value = v[i]
		default:
			ts.Fatalf("%s: nothing below %v", path, v)
		}
	}
	return value
}

func field(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: field PATH VALUE")
	}
	value := at(ts, args[0])
	text, isText := value.(string)
	if !isText {
		written, err := json.Marshal(value)
		ts.Check(err)
		text = string(written)
	}
	begin, open := strings.CutSuffix(args[1], "…")
	same := text == args[1] || open && strings.HasPrefix(text, begin)
	if same == neg {
		ts.Fatalf("%s is %s", args[0], text)
	}
}

func keys(ts *testscript.TestScript, neg bool, args []string) {
	object, ok := at(ts, args[0]).(map[string]any)
	if !ok || neg {
		ts.Fatalf("%s is no object", args[0])
	}
	var have []string
	for key := range object {
		have = append(have, key)
	}
	slices.Sort(have)
	want := slices.Sorted(slices.Values(args[1:]))
	if !slices.Equal(have, want) {
		ts.Fatalf("%s has %v, not %v", args[0], have, want)
	}
}

func length(ts *testscript.TestScript, neg bool, args []string) {
	list, ok := at(ts, args[0]).([]any)
	if !ok || (strconv.Itoa(len(list)) == args[1]) == neg {
		ts.Fatalf("%s has %d elements", args[0], len(list))
	}
}

func use(ts *testscript.TestScript, _ bool, args []string) {
	l, err := open(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(errors.Join(
		l.SetNote(nextrole.Note{Code: "29-9021.00", Text: "Ask Ana about\nthe exam.", Saved: time.Date(2026, 11, 25, 12, 0, 0, 0, time.UTC)}),
		l.SetPins([]nextrole.Code{"29-9021.00", "15-1211.01"}),
		l.SetComparison(nextrole.Comparison{Name: "Near home", Roles: []nextrole.Code{"29-9021.00", "13-1041.00"}}),
		l.SetSettings(nextrole.Settings{Welcomed: true}),
		l.Close()))
}

func damage(ts *testscript.TestScript, _ bool, args []string) {
	path := ts.MkAbs(args[0])
	text := []byte(ts.ReadFile(args[0]))
	at := bytes.Index(text, []byte("Registrar"))
	if at < 0 {
		ts.Fatalf("%s has nothing to damage", args[0])
	}
	text[at] ^= 4
	ts.Check(os.WriteFile(path, text, 0o600))
}

func hold(ts *testscript.TestScript, _ bool, args []string) {
	l, err := open(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Defer(func() { ts.Check(l.Close()) })
}

type brokenPipe struct{ err error }

func (b brokenPipe) Write([]byte) (int, error) { return 0, b.err }

// A reader that stops reading, such as head, is no error; a full disk is.
func TestOutputThatCannotBeWritten(t *testing.T) {
	for _, c := range []struct {
		err    error
		status int
		stderr string
	}{
		{syscall.EPIPE, 0, ""},
		{errors.New("disk is full"), 1, "nextrolectl: disk is full\n"},
	} {
		var stderr strings.Builder
		library := filepath.Join(t.TempDir(), "library.db")
		status := run([]string{"roles", "--library", library}, nil, brokenPipe{c.err}, &stderr)
		if status != c.status || stderr.String() != c.stderr {
			t.Errorf("%v: status %d and %q, want %d and %q", c.err, status, stderr.String(), c.status, c.stderr)
		}
	}
}
