package crash

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// kept is how many accounts the log has at most.
const kept = 5

const (
	preface = "How NextRole ended when it should not have. This file holds nothing of yours:\n" +
		"no text, no notes, no names. It may help who mends the program.\n\n"
	untold = "\n(not told yet)\n" // at the end, until the window has said so
)

// add puts an account at the end of a log, in place of the oldest ones.
func add(log, account string) error {
	before, err := read(log)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	accounts := append(split(before), account)
	accounts = accounts[max(0, len(accounts)-kept):]
	return replace(log, preface+strings.Join(accounts, "\n\n")+untold)
}

// read reads a log, or as much as one can have.
func read(log string) (string, error) {
	f, err := os.Open(log)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, kept*(longest+1<<10)))
	return string(text), err
}

// split returns the accounts of a log. What is none is left out.
func split(log string) []string {
	var accounts []string
	for i, part := range strings.Split("\n"+strings.TrimSuffix(log, untold), "\n"+opening) {
		if i > 0 {
			accounts = append(accounts, opening+strings.TrimRight(part, "\n")+"\n")
		}
	}
	return accounts
}

// replace writes a log as a whole, private to the person.
func replace(log, text string) error {
	f, err := os.CreateTemp(filepath.Dir(log), "."+filepath.Base(log)+"-*.new") // with mode 0600
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), log)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

// Untold returns the path of the log if it has an account that the person has not
// been told of, else "".
func (l Log) Untold() string {
	text, err := read(string(l))
	if err != nil || !strings.HasSuffix(text, untold) {
		return ""
	}
	return string(l)
}

// Told keeps in mind that the person has been told.
func (l Log) Told() error {
	text, err := read(string(l))
	if err != nil || !strings.HasSuffix(text, untold) {
		return err
	}
	return replace(string(l), strings.TrimSuffix(text, untold)+"\n")
}
