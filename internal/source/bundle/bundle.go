// Package bundle opens what a person gives to import: a file, a folder or a zip
// archive, as a list of files to read. Nothing is ever unpacked to the disk.
package bundle

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The most that is taken at once. The largest release has 50 files and 300 MB.
const (
	mostFiles  = 10_000
	mostBytes  = 4 << 30
	mostDepth  = 8
	mostFolder = 100_000 // names looked at in a folder
)

// Bundle is a list of files, in the order of their names.
type Bundle struct {
	Path  string
	Files []File
	Left  []Left // what is there and is not read

	close func() error
}

// File is one file of a bundle.
type File struct {
	Name string // within the bundle, with slashes
	Size int64  // in bytes, as the system or the archive tells it
	open func() (io.ReadCloser, error)
}

// Left is a name that is not read, and why.
type Left struct{ Name, Why string }

// Error says what cannot be taken and what to do instead.
type Error struct {
	Path string
	Text string
	Err  error // what the system says; nil where that is not it
}

// Error names the path and the reason.
func (e *Error) Error() string { return e.Path + ": " + e.Text }

// Unwrap returns what the system said.
func (e *Error) Unwrap() error { return e.Err }

// Open opens a path. The files can be read until Close.
func Open(path string) (*Bundle, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, unreadable(path, err)
	case info.IsDir():
		return openFolder(path)
	case !info.Mode().IsRegular():
		return nil, &Error{Path: path, Text: "this is a device or a pipe, and no file"}
	}
	kind, err := sniff(path)
	if err != nil {
		return nil, unreadable(path, err)
	}
	if kind == archive {
		return openZip(path)
	}
	b := &Bundle{Path: path, close: func() error { return nil }}
	return b, b.add(filepath.Base(path), info.Size(), func() (io.ReadCloser, error) { return os.Open(path) })
}

// Close closes what is open.
func (b *Bundle) Close() error { return b.close() }

// Size is how many bytes all files have.
func (b *Bundle) Size() int64 {
	var n int64
	for _, f := range b.Files {
		n += f.Size
	}
	return n
}

func (b *Bundle) add(name string, size int64, open func() (io.ReadCloser, error)) error {
	if len(b.Files) == mostFiles {
		return &Error{Path: b.Path, Text: fmt.Sprintf("there are more than %d files. Choose the folder or the archive of one release", mostFiles)}
	}
	b.Files = append(b.Files, File{name, size, open})
	if b.Size() > mostBytes {
		return &Error{Path: b.Path, Text: fmt.Sprintf("the files have more than %d GB. Choose the folder or the archive of one release", mostBytes>>30)}
	}
	return nil
}

func (b *Bundle) leave(name, why string) { b.Left = append(b.Left, Left{name, why}) }

func unreadable(path string, err error) error {
	text := "it cannot be read: " + err.Error()
	switch failed := new(fs.PathError); {
	case errors.Is(err, fs.ErrNotExist):
		text = "there is no file or folder of that name. Check the path"
	case errors.Is(err, fs.ErrPermission):
		text = "NextRole may not read it. Check who may, or copy it elsewhere"
	case errors.As(err, &failed):
		text = "it cannot be read: " + failed.Err.Error()
	}
	return &Error{Path: path, Text: text, Err: err}
}

// openFolder lists the files of a folder and of those below, without following
// links.
func openFolder(root string) (*Bundle, error) {
	b := &Bundle{Path: root, close: func() error { return nil }}
	seen := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return unreadable(path, err)
		}
		relative, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(relative)
		if seen++; seen > mostFolder {
			return &Error{Path: root, Text: "there is too much in this folder. Choose the folder of one release"}
		}
		switch {
		case name == ".":
			return nil
		case d.IsDir() && (hidden(name) || strings.Count(name, "/") >= mostDepth):
			b.leave(name, "a folder that is hidden, or lies too deep")
			return filepath.SkipDir
		case d.IsDir():
			return nil
		case hidden(name):
			return nil
		case !d.Type().IsRegular():
			b.leave(name, "a link or a device, and no file")
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return unreadable(path, err)
		}
		kind, err := sniff(path)
		if err != nil {
			return unreadable(path, err)
		}
		if kind == archive {
			b.leave(name, "an archive in a folder is not opened. Choose it by itself")
			return nil
		}
		return b.add(name, info.Size(), func() (io.ReadCloser, error) { return os.Open(path) })
	})
	if err != nil {
		return nil, err
	}
	return b, nil
}

func hidden(name string) bool {
	base := name[strings.LastIndexByte(name, '/')+1:]
	return strings.HasPrefix(base, ".") || base == "__MACOSX"
}

// Open opens the file from its start. More bytes than the file said it has are
// an error.
func (f File) Open() (io.ReadCloser, error) { return f.open() }

// Sum returns the SHA-256 of the file, in hexadecimal.
func (f File) Sum(ctx context.Context) (string, error) {
	r, err := f.open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	h := sha256.New()
	buffer := make([]byte, 1<<20)
	for {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		n, err := r.Read(buffer)
		h.Write(buffer[:n])
		if errors.Is(err, io.EOF) {
			return hex.EncodeToString(h.Sum(nil)), nil
		}
		if err != nil {
			return "", err
		}
	}
}
