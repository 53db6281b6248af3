package ui

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
	"unicode"

	"nextrole/ui/page"
)

// errThere is returned for a file that exists and is not to be replaced.
var errThere = errors.New("there is a file of that name")

// startFolder is where a person keeps documents, or their home.
func startFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		if home, err = os.Getwd(); err != nil {
			return ""
		}
	}
	for _, folder := range []string{desktopDocuments(home), filepath.Join(home, "Documents")} {
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			return folder
		}
	}
	return home
}

// desktopDocuments is the folder that a desktop of freedesktop.org calls the
// one for documents, in the person's language; "" where there is none.
func desktopDocuments(home string) string {
	config := os.Getenv("XDG_CONFIG_HOME")
	if config == "" {
		config = filepath.Join(home, ".config")
	}
	f, err := os.Open(filepath.Join(config, "user-dirs.dirs"))
	if err != nil {
		return ""
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if value, ok := strings.CutPrefix(strings.TrimSpace(lines.Text()), "XDG_DOCUMENTS_DIR="); ok {
			return strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)
		}
	}
	return ""
}

// suggested is a file's name with the date, in letters that every file system takes.
func suggested(f page.File, day time.Time) string {
	var b strings.Builder
	gap := false
	for _, r := range f.Name {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), r == '.':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(unicode.ToLower(r))
			gap = false
		default:
			gap = true
		}
	}
	const most = 80 // runes; a file name may have 255 bytes
	name := b.String()
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most])
	}
	return strings.Trim(name+day.Format("-2006-01-02"), "-.") + f.Ext
}

// located is the path that was typed: "~" is the home folder, a path that does
// not say where it begins is within folder, and a name without an ending gets one.
func located(typed, folder, ext string) string {
	path := strings.TrimSpace(typed)
	if home, err := os.UserHomeDir(); err == nil && (path == "~" || strings.HasPrefix(path, "~/") || strings.HasPrefix(path, `~\`)) {
		path = home + path[1:]
	}
	ends := path == "" || os.IsPathSeparator(path[len(path)-1])
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	path = filepath.Clean(path)
	if !ends && filepath.Ext(path) == "" && !isFolder(path) {
		path += ext
	}
	return path
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// writeFile writes a file whole or not at all: beside the path first, and then
// in its place. A file that is there stays unless it is to be replaced, which
// keeps its permissions.
func writeFile(path string, replace bool, content []byte) (err error) {
	mode := fs.FileMode(0o644)
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: syscall.EISDIR}
	case err == nil && !replace:
		return errThere
	case err == nil:
		mode = info.Mode().Perm()
		if path, err = filepath.EvalSymlinks(path); err != nil { // a link stays one
			return err
		}
	}
	f, err := beside(path, mode)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	if _, err = f.Write(content); err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// beside makes a new file in the folder of path. Unlike os.CreateTemp it leaves
// it to the system who else may read it.
func beside(path string, mode fs.FileMode) (*os.File, error) {
	const most = 1000
	for i := range most {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".nextrole-%d-%d.part", os.Getpid(), i))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			return f, err
		}
	}
	return nil, &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
}

// trouble says why a file could not be written and what to do, by its path.
func trouble(path string, err error) string {
	folder := filepath.Dir(path)
	switch {
	case errors.Is(err, syscall.EISDIR):
		return path + " is a folder. Add a name for the file."
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return "There is no folder " + folder + ". Choose another folder, or make this one first."
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return "NextRole may not write in " + folder + ". Choose another folder."
	case errors.Is(err, syscall.ENOSPC):
		return "The disk that holds " + folder + " is full. Make room there, or choose another folder."
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "The name of the file is too long. Give it a shorter one."
	}
	return path + " could not be written: " + err.Error() + ". Choose another folder or name."
}
