package crash_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"testing"

	"nextrole/internal/crash"
)

// The test is a program that ends badly, too, and through it the keeper.
const (
	wayVariable = "NEXTROLE_TEST_WAY"
	logVariable = "NEXTROLE_TEST_LOG"
)

func TestMain(m *testing.M) {
	crash.IfKeeper()
	if way := os.Getenv(wayVariable); way != "" {
		if err := crash.Log(os.Getenv(logVariable)).Keep(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		end(way, os.Getenv("SECRET"), [4]byte{'A', 'n', 'a', ' '})
		os.Exit(0)
	}
	os.Exit(m.Run())
}

type record struct{ patient string }

func (r record) String() string { return r.patient }

type nested struct{ m map[string]int }

// end ends in one of many ways, each with the secret at hand.
func end(way, secret string, letters [4]byte) {
	switch way {
	case "a text":
		panic(secret)
	case "a text of lines":
		panic("x\n" + secret + "\n\ngoroutine 1 [running]:\n" + secret + "(1)\n\t" + secret + ".go:7\npanic: " + secret)
	case "a text, guarded":
		defer crash.Guard()
		panic(secret)
	case "an error":
		panic(fmt.Errorf("cannot save %q: %w", secret, errors.New(secret)))
	case "an error, guarded":
		defer crash.Guard()
		panic(fmt.Errorf("cannot save %q: %w", secret, errors.New(secret)))
	case "a value with a text":
		defer crash.Guard()
		panic(record{secret})
	case "another value after it":
		defer func() { panic(fmt.Sprint(recover(), secret)) }()
		panic(secret)
	case "in a goroutine":
		go func() {
			defer crash.Guard()
			panic(record{secret})
		}()
		select {}
	case "in a goroutine of others":
		go func() { panic(secret) }()
		select {}
	case "an index":
		_ = letters[len(secret)+2*len(letters)-8:]
	case "a nil pointer":
		var r *record
		fmt.Println(r.patient)
	case "a nil map":
		var n nested
		n.m[secret] = 1
	case "a wrong type":
		var v any = secret
		fmt.Println(v.(fmt.Stringer))
	case "too deep":
		debug.SetMaxStack(1 << 20)
		end(way, strings.Clone(secret), letters)
	case "well":
	}
}

const secret = "Ana.Person-4711"

func crashed(t *testing.T, way, log string) {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), wayVariable+"="+way, logVariable+"="+log, "SECRET="+secret)
	said, err := c.CombinedOutput() // and waits for the keeper, which has the same
	if (err == nil) != (way == "well") {
		t.Fatalf("ended with %v\n%s", err, said)
	}
	if strings.Contains(string(said), "not logged") {
		t.Fatal(string(said))
	}
}

func TestWhatIsKept(t *testing.T) {
	for _, test := range []struct{ way, cause string }{
		{"a text", `panic: (its text is left out)`},
		{"a text of lines", `panic: (its text is left out)`},
		{"a text, guarded", `panic: crash: a value of type string`},
		{"an error", `panic: (its text is left out)`},
		{"an error, guarded", `panic: crash: a value of type *fmt.wrapError`},
		{"a value with a text", `panic: crash: a value of type crash_test.record`},
		{"another value after it", `panic: (its text is left out)`},
		{"in a goroutine", `panic: crash: a value of type crash_test.record`},
		{"in a goroutine of others", `panic: (its text is left out)`},
		{"an index", `panic: runtime error: slice bounds out of range [15:4]`},
		{"a nil pointer", `panic: runtime error: invalid memory address or nil pointer dereference, SIGSEGV: segmentation violation`},
		{"a nil map", `panic: assignment to entry in nil map`},
		{"a wrong type", `panic: interface conversion: string is not fmt.Stringer: missing method String`},
		{"too deep", `fatal error of the Go runtime`},
	} {
		t.Run(test.way, func(t *testing.T) {
			t.Parallel()
			log := filepath.Join(t.TempDir(), "l.db.crash.txt")
			crashed(t, test.way, log)
			text := kept(t, log)
			if !strings.Contains(text, "\n"+test.cause+"\n") {
				t.Errorf("does not say %q:\n%s", test.cause, text)
			}
			if !strings.Contains(text, "internal/crash_test.end") || !strings.Contains(text, "\tcrash_test.go:") {
				t.Errorf("does not say where:\n%s", text)
			}
			info, err := os.Stat(log)
			if err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("mode %v, %v", info.Mode(), err)
			}
		})
	}
}

// personal is what no log may have: the secret or a part of it, an argument, a
// folder.
var personal = regexp.MustCompile(`Ana|4711|Person|0x|/home|/root|` + regexp.QuoteMeta(filepath.ToSlash(os.TempDir())))

// kept returns what a log has, and checks that it holds nothing of a person.
func kept(t *testing.T, log string) string {
	t.Helper()
	text, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	home, err := os.UserHomeDir()
	if found := personal.FindString(string(text)); found != "" || err == nil && len(home) > 1 && strings.Contains(string(text), home) {
		t.Errorf("has %q:\n%s", found, text)
	}
	return string(text)
}

func TestNothingIsKeptOfAGoodEnd(t *testing.T) {
	dir := t.TempDir()
	crashed(t, "well", filepath.Join(dir, "log"))
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
}

// The log keeps the last few ends, and drops what it did not write.
func TestTheLogIsBounded(t *testing.T) {
	log := filepath.Join(t.TempDir(), "l.db.crash.txt")
	old := "2026-01-01T00:00:00Z NextRole 0.1.0\n" + strings.Repeat(secret+"\n", 100_000)
	if err := os.WriteFile(log, []byte(old), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		crashed(t, "too deep", log)
	}
	for range 4 {
		crashed(t, "an index", log)
	}
	text := kept(t, log)
	if n := strings.Count(text, " ended unexpectedly, "); n != 5 {
		t.Errorf("%d ends are kept:\n%s", n, text)
	}
	if n := strings.Count(text, "slice bounds"); n != 4 {
		t.Errorf("%d of the last four", n)
	}
	if len(text) > 200_000 {
		t.Errorf("%d bytes", len(text))
	}
	if left, err := os.ReadDir(filepath.Dir(log)); err != nil || len(left) != 1 {
		t.Errorf("left %v, %v", left, err)
	}
}

func TestToldOnce(t *testing.T) {
	log := crash.LogOf(filepath.Join(t.TempDir(), "l.db"))
	if log.Untold() != "" {
		t.Error("there is no log, and something to tell")
	}
	crashed(t, "an index", string(log))
	for range 2 {
		if log.Untold() != string(log) {
			t.Error("nothing to tell after a crash")
		}
		if err := log.Told(); err != nil {
			t.Fatal(err)
		}
		if log.Untold() != "" {
			t.Error("told, and still to tell")
		}
		crashed(t, "a text", string(log))
	}
	if n := strings.Count(kept(t, string(log)), " ended unexpectedly, "); n != 3 {
		t.Errorf("%d ends are kept", n)
	}
}
