package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"nextrole/internal/source/starter"
)

// Rescue puts a new library with what can be saved in the place of a damaged
// one, which stays beside it under the name it returns: library.db becomes
// library.damaged-2026-11-25.db. A file of that name is never overwritten.
//
// Whenever it is cut off, either the damaged file is still in its place or the
// new library is there as a whole, and nothing of the damaged file is lost. A
// library that is whole, is open elsewhere or was saved by a newer program is
// left alone, and so is a file that is none and holds nothing to save.
func Rescue(path, digest string, set func() (starter.Set, error), day time.Time) (aside string, saved Salvaged, err error) {
	r := &rescue{path: path, digest: digest, set: set, day: day}
	defer func() { err = errors.Join(err, r.end()) }()
	for _, step := range r.steps() {
		if err := step(); err != nil {
			return "", Salvaged{}, explain(path, err)
		}
	}
	return r.aside, r.saved, nil
}

// rescue is one rescue, step by step.
type rescue struct {
	path   string
	digest string
	set    func() (starter.Set, error)
	day    time.Time

	file  *os.File // the damaged one, locked against others who would rescue it
	saved Salvaged
	temp  string // the new library, until it has its place
	aside string // the second name of the damaged one
}

func (r *rescue) steps() []func() error {
	return []func() error{r.open, r.read, r.build, r.setAside, r.swap}
}

// open opens the damaged file and sees to it that nobody else changes it.
func (r *rescue) open() error {
	path, err := filepath.EvalSymlinks(r.path)
	if err != nil {
		return unreadable(r.path, err)
	}
	r.path = path
	if info, err := os.Stat(path); err != nil {
		return unreadable(path, err)
	} else if !info.Mode().IsRegular() {
		return foreign("there is a folder or a device in place of the library")
	}
	if r.file, err = os.Open(path); err != nil {
		return unreadable(path, err)
	}
	if err := lock(r.file, defaultWait); err != nil {
		return err
	}
	// Who had the lock may have been rescuing it.
	there, err := os.Stat(path)
	if err != nil {
		return unreadable(path, err)
	}
	if ours, err := r.file.Stat(); err != nil || !os.SameFile(there, ours) {
		return &Error{Code: Locked, What: "library was replaced meanwhile", Safe: untouched, Do: "Open it again."}
	}
	return nil
}

// read reads what can be saved, if the file is one to be rescued.
func (r *rescue) read() error {
	_, flaw := inspect(r.file)
	if flaw == nil {
		return invalid("the library is whole and needs no rescue")
	}
	saved, err := salvage(r.file)
	if err != nil {
		return err
	}
	r.saved = saved
	var e *Error
	if errors.As(flaw, &e) && (e.Code == Newer || e.Code == Foreign && saved.Empty()) {
		return e
	}
	return nil
}

func (r *rescue) build() (err error) {
	r.temp, err = build(r.path, r.digest, r.set, r.saved)
	return err
}

// setAside gives the damaged file a second name beside the first, or a copy of
// it where files have one name.
func (r *rescue) setAside() error {
	ending := filepath.Ext(r.path)
	begin := strings.TrimSuffix(r.path, ending) + ".damaged-" + r.day.Format(time.DateOnly)
	for n := 1; ; n++ {
		aside := begin + ending
		if n > 1 {
			aside = fmt.Sprintf("%s-%d%s", begin, n, ending)
		}
		err := os.Link(r.path, aside)
		if err != nil && !errors.Is(err, fs.ErrExist) {
			err = r.copyTo(aside)
		}
		if err == nil {
			r.aside = aside
			return syncFolder(filepath.Dir(aside))
		}
		if !errors.Is(err, fs.ErrExist) {
			return err
		}
	}
}

func (r *rescue) copyTo(name string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err = r.file.Seek(0, io.SeekStart); err == nil {
		_, err = io.Copy(f, r.file)
	}
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// swap puts the new library in its place, from which the damaged file, that has
// another name now, goes in the same moment.
func (r *rescue) swap() error {
	if runtime.GOOS == "windows" { // where a file that is open keeps its name
		if err := r.file.Close(); err != nil {
			return err
		}
		r.file = nil
	}
	if err := os.Rename(r.temp, r.path); err != nil {
		return errors.Join(err, os.Remove(r.aside))
	}
	r.temp = ""
	return syncFolder(filepath.Dir(r.path))
}

func (r *rescue) end() error {
	var errs []error
	if r.temp != "" {
		errs = append(errs, os.Remove(r.temp))
	}
	if r.file != nil {
		errs = append(errs, r.file.Close())
	}
	return errors.Join(errs...)
}

// Write creates a new library with what was saved at a path where there is no
// file yet.
func (s Salvaged) Write(path, digest string, set func() (starter.Set, error)) error {
	temp, err := build(path, digest, set, s)
	if err != nil {
		return explain(path, err)
	}
	defer os.Remove(temp)
	err = publish(temp, path)
	if errors.Is(err, fs.ErrExist) {
		return &Error{Code: Invalid, Path: path, What: "there is a file already", Safe: untouched, Do: "Choose a name that does not exist yet."}
	}
	return explain(path, errors.Join(err, syncFolder(filepath.Dir(path))))
}
