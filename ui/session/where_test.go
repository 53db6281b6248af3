package session_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole/ui/session"
	"nextrole/ui/task"
)

// file is a library that is kept in a file.
type file struct {
	*library

	path string
}

func (f file) Path() string   { return f.path }
func (f file) ReadOnly() bool { return true }

func TestWhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, make([]byte, 1234), 0o600); err != nil {
		t.Fatal(err)
	}
	gone := path + ".gone"
	for _, tt := range []struct {
		name    string
		library session.Library
		want    session.Where
		fails   bool
	}{
		{"in memory", newLibrary(t), session.Where{}, false},
		{"in a file", file{newLibrary(t), path}, session.Where{Path: path, ReadOnly: true, Bytes: 1234}, false},
		{"the file is gone", file{newLibrary(t), gone}, session.Where{Path: gone, ReadOnly: true}, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s, err := session.Open(tt.library, task.Inline{})
			if err != nil {
				t.Fatal(err)
			}
			told := 0
			s.Where(func(got session.Where, err error) {
				told++
				if diff := cmp.Diff(tt.want, got); diff != "" || (err != nil) != tt.fails {
					t.Errorf("error %v, −want +got:\n%s", err, diff)
				}
			})
			if told != 1 {
				t.Errorf("told %d times", told)
			}
		})
	}
}
