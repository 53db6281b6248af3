package store

import (
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strings"
	"syscall"

	bbolterrors "go.etcd.io/bbolt/errors"

	"nextrole"
)

// Code says what kind of thing went wrong, for programs to act on.
type Code string

// The codes. From [Damaged] to [Newer] they speak of a file that was left as it
// is, down to its time of change.
const (
	Damaged   Code = "damaged"
	Truncated Code = "truncated"
	Empty     Code = "empty"
	Foreign   Code = "foreign" // no library: another kind of file, or a folder
	Newer     Code = "newer"   // written by a later version of the program

	Missing    Code = "missing"    // no library there, and none may be created
	Locked     Code = "locked"     // open in another process
	Unreadable Code = "unreadable" // the system does not let us read
	Unwritable Code = "unwritable" // the system does not let us write or create
	ReadOnly   Code = "readonly"   // opened for reading only
	Full       Code = "full"       // no room on the disk
	Closed     Code = "closed"
	NotFound   Code = "notfound" // no such role
	Invalid    Code = "invalid"  // a value that cannot be kept
)

// Error tells a person what happened, what is safe and what to do. What starts
// in lower case and names no path; Safe and Do are sentences or empty.
type Error struct {
	Code Code
	Path string // of the library; empty where it does not matter
	What string
	Safe string
	Do   string
	Err  error // for a log: never shown
}

// Error returns what happened and where, on one line.
func (e *Error) Error() string {
	if e.Path == "" {
		return e.What
	}
	return e.What + ": " + e.Path
}

// Unwrap returns the cause, for a log.
func (e *Error) Unwrap() error { return e.Err }

const (
	untouched = "The file was not changed."
	waitFirst = "If the file is still being copied or synchronized, wait until that is done. If not: "
	setAside  = "Move the file to a safe place and start NextRole again: it creates a new library with the starter roles. If you have a backup, put it where the library was."
)

// flaw is a place where a file does not add up.
type flaw string

func (f flaw) Error() string { return string(f) }

func damage(format string, args ...any) error { return flaw(fmt.Sprintf(format, args...)) }

func damaged(path string, err error) *Error {
	return &Error{
		Code: Damaged,
		Path: path,
		What: "library is damaged (" + err.Error() + ")",
		Safe: untouched,
		Do:   setAside,
		Err:  err,
	}
}

func foreign(what string) *Error {
	return &Error{
		Code: Foreign,
		What: what,
		Safe: untouched,
		Do:   "Choose a library that NextRole created, or a name that does not exist yet to create one.",
	}
}

func truncated(have, want int64) *Error {
	return &Error{
		Code: Truncated,
		What: fmt.Sprintf("library is cut short (%d of %d bytes are there)", have, want),
		Safe: untouched,
		Do:   waitFirst + setAside,
	}
}

func notFound(c nextrole.Code) *Error {
	return &Error{
		Code: NotFound,
		What: fmt.Sprintf("library has no role with the code %q", c),
		Do:   "Search by title to find its code.",
	}
}

func invalid(format string, args ...any) *Error {
	return &Error{Code: Invalid, What: fmt.Sprintf(format, args...), Safe: "Nothing was changed."}
}

// explain turns what the system or bbolt reports into an [Error] about path.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	var e *Error
	if errors.As(err, &e) {
		if e.Path != "" || e.Code == NotFound || e.Code == Invalid {
			return e
		}
		placed := *e
		placed.Path = path
		return &placed
	}
	if f := flaw(""); errors.As(err, &f) {
		return damaged(path, err)
	}
	e = &Error{Path: path, Err: err}
	switch {
	case errors.Is(err, bbolterrors.ErrTimeout):
		e.Code = Locked
		e.What = "library is open in another window"
		e.Safe = "Nothing was changed."
		e.Do = "Close the other NextRole window, or wait until the other command is done, and try again."
	case errors.Is(err, bbolterrors.ErrDatabaseNotOpen):
		e.Code = Closed
		e.What = "library is closed"
	case errors.Is(err, bbolterrors.ErrDatabaseReadOnly):
		e.Code = ReadOnly
		e.What = "library is open for reading only"
		e.Safe = "Nothing was changed."
		e.Do = "Close the NextRole window or the program that has it open, and try again."
	case isFull(err):
		e.Code = Full
		e.What = "disk is full"
		e.Safe = "The library is as it was before."
		e.Do = "Make room on the disk and try again."
	case errors.Is(err, bbolterrors.ErrInvalid), errors.Is(err, bbolterrors.ErrChecksum), errors.Is(err, bbolterrors.ErrVersionMismatch):
		return damaged(path, err)
	default:
		e.Code = Unwritable
		e.What = "library cannot be written (" + reason(err) + ")"
		e.Safe = "What was saved before is unchanged."
		e.Do = "Check that the folder exists and that you may write to it, or choose another place with --library."
	}
	return e
}

func unreadable(path string, err error) *Error {
	return &Error{
		Code: Unreadable,
		Path: path,
		What: "library cannot be read (" + reason(err) + ")",
		Safe: untouched,
		Do:   "Check that you may read the file, or choose another one with --library.",
		Err:  err,
	}
}

// reason returns the system's words without the path, which stands elsewhere.
func reason(err error) string {
	if p := new(fs.PathError); errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

func isFull(err error) bool {
	const windowsDiskFull = syscall.Errno(112)
	return errors.Is(err, syscall.ENOSPC) ||
		runtime.GOOS == "windows" && errors.Is(err, windowsDiskFull) ||
		strings.Contains(err.Error(), syscall.ENOSPC.Error()) // bbolt wraps some as text
}
