package store_test

import (
	"errors"
	"io/fs"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"nextrole/store"
)

func TestDefaultPath(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the test's paths are absolute on Unix only")
	}
	for _, test := range []struct {
		system string
		env    map[string]string
		want   string // empty: an error
	}{
		{"linux", map[string]string{"HOME": "/people/ana"}, "/people/ana/.local/share/nextrole/library.db"},
		{"linux", map[string]string{"HOME": "/people/ana", "XDG_DATA_HOME": "/data"}, "/data/nextrole/library.db"},
		{"linux", map[string]string{"HOME": "/people/ana", "XDG_DATA_HOME": "data"}, "/people/ana/.local/share/nextrole/library.db"},
		{"linux", map[string]string{"XDG_DATA_HOME": "/data"}, "/data/nextrole/library.db"},
		{"linux", nil, ""},
		{"darwin", map[string]string{"HOME": "/Users/ana", "XDG_DATA_HOME": "/data"}, "/Users/ana/Library/Application Support/NextRole/library.db"},
		{"darwin", nil, ""},
		{"windows", map[string]string{"LocalAppData": "/ana/Local", "HOME": "/people/ana"}, "/ana/Local/NextRole/library.db"},
		{"windows", map[string]string{"HOME": "/people/ana"}, ""},
	} {
		got, err := store.PathOn(test.system, func(name string) string { return test.env[name] })
		if got != test.want || (code(err) == store.Unwritable) != (test.want == "") {
			t.Errorf("%s with %v: %q, %v", test.system, test.env, got, err)
		}
	}
}

func TestDefaultPathHere(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("LocalAppData", home)
	t.Setenv("XDG_DATA_HOME", "")
	path, err := store.DefaultPath()
	if rel, relErr := filepath.Rel(home, must(t, path, err)); relErr != nil || !filepath.IsLocal(rel) {
		t.Errorf("%q is not in the home folder", path)
	}
}

func TestSystemErrorsInWords(t *testing.T) {
	for _, test := range []struct {
		err  error
		want store.Code
	}{
		{&fs.PathError{Op: "write", Path: "l.db", Err: syscall.ENOSPC}, store.Full},
		{errors.New("file resize error: " + syscall.ENOSPC.Error()), store.Full},
		{&fs.PathError{Op: "open", Path: "l.db", Err: fs.ErrPermission}, store.Unwritable},
		{errors.New("mmap failed"), store.Unwritable},
	} {
		err := store.Explain("l.db", test.err)
		var e *store.Error
		if !errors.As(err, &e) || e.Code != test.want || e.Do == "" || !errors.Is(err, test.err) {
			t.Errorf("%v: %+v", test.err, e)
		}
	}
	if err := store.Explain("l.db", nil); err != nil {
		t.Errorf("nothing: %v", err)
	}
}
