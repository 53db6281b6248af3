// Nextrolectl is NextRole without its window, for scripts and for people who
// like a terminal.
//
//	nextrolectl roles [--zone red|yellow|green|none] [--family F]
//	nextrolectl role CODE
//	nextrolectl search WORDS…
//	nextrolectl compare CODE CODE… [--csv|--markdown]
//	nextrolectl score CODE [--p P] [--sensitivity]
//	nextrolectl score --file F|- [--p P] [--sensitivity]
//	nextrolectl method
//	nextrolectl check
//	nextrolectl check --starter [FOLDER]
//	nextrolectl import PATH… [--dry-run] [--as CODE]
//	nextrolectl sources
//	nextrolectl source remove ID
//	nextrolectl figures CODE
//	nextrolectl changes FROM TO
//	nextrolectl assess new CODE [--from tasks|rule|nothing|ID] [--author A]
//	nextrolectl assess list [CODE]
//	nextrolectl assess show ID
//	nextrolectl assess diff ID ID
//	nextrolectl assess export ID [--to F]
//	nextrolectl assess import F [--as CODE] [--into ID]
//	nextrolectl assess remove ID
//	nextrolectl derive CODE
//	nextrolectl lens CODE
//	nextrolectl fit CODE [--top N] [--weights W,K,T]
//	nextrolectl fit --matrix FILE [--weights W,K,T] [--official]
//	nextrolectl gap FROM TO
//	nextrolectl path FROM TO [--moves N] [--pay DOLLARS] [--job-zone N] [--top N] [--weights W,K,T]
//	nextrolectl evaluate [--weights W,K,T]
//	nextrolectl credentials [--hold A,B] [--education E] [--program B] [--years W=N]
//	nextrolectl rescue [--to F]
//
// Flags may stand anywhere. --library FILE names the library, which is created
// if it is not there; without it the window's own is used. --json writes JSON.
//
// Errors go to standard error. The exit status is 1 for bad input and 2 for bad
// use, and then nothing is written to standard output.
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"syscall"

	"nextrole"
	"nextrole/store"
)

// Exit statuses.
const (
	statusFine     = 0
	statusBadInput = 1
	statusBadUse   = 2
)

//go:embed usage.txt
var usage string

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run executes one command and returns the exit status. It writes to stdout
// once and only if all went well.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	var out bytes.Buffer
	err := execute(args, stdin, &out)
	if err == nil {
		_, err = stdout.Write(out.Bytes())
		if errors.Is(err, syscall.EPIPE) {
			return statusFine // the reader has what it wanted
		}
	}
	if err == nil {
		return statusFine
	}
	for line := range strings.Lines(explain(err)) {
		fmt.Fprintf(stderr, "nextrolectl: %s\n", strings.TrimSuffix(line, "\n"))
	}
	if errors.As(err, new(usageError)) {
		fmt.Fprintln(stderr, "Run nextrolectl help to see how it is used.")
		return statusBadUse
	}
	return statusBadInput
}

// explain returns what happened, what is safe and what to do, a line each.
func explain(err error) string {
	var e *store.Error
	if !errors.As(err, &e) {
		return err.Error()
	}
	lines := []string{e.Error(), e.Safe, e.Do}
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), "\n")
}

// A command is one verb of the program.
type command struct {
	name  string
	takes takes
	use   func(options, []string) error // reports bad use before anything is opened; may be nil
	do    func(*session) error
}

func commands() []command {
	return []command{
		{"roles", takes{flags: []string{"zone", "family"}}, checkFilters, roles},
		{"role", takes{min: 1, max: 1}, nil, role},
		{"search", takes{min: 1, max: -1}, checkWords, find},
		{"compare", takes{flags: []string{"csv", "markdown"}, min: 2, max: nextrole.MaxPins}, checkForm, compareRoles},
		{"score", takes{flags: []string{"file", "p", "sensitivity"}, max: 1}, checkSubject, score},
		{"method", takes{}, nil, explainMethod},
		{"check", takes{flags: []string{"starter"}, max: 1}, checkWhole, check},
		{"import", takes{flags: []string{"dry-run", "as"}, min: 1, max: -1}, nil, importPaths},
		{"sources", takes{}, nil, listSources},
		{"source", takes{min: 2, max: 2}, checkSource, changeSource},
		{"figures", takes{min: 1, max: 1}, nil, figures},
		{"changes", takes{min: 2, max: 2}, nil, listChanges},
		{"assess", takes{flags: []string{"from", "author", "to", "as", "into"}, min: 1, max: 3}, checkAssess, assessRoles},
		{"derive", takes{min: 1, max: 1}, nil, deriveRole},
		{"lens", takes{min: 1, max: 1}, nil, lenses},
		{"fit", takes{flags: []string{"top", "weights", "matrix", "official"}, max: 1}, checkFit, fit},
		{"gap", takes{min: 2, max: 2}, nil, gap},
		{"path", takes{flags: []string{"moves", "pay", "job-zone", "top", "weights"}, min: 2, max: 2}, nil, path},
		{"evaluate", takes{flags: []string{"weights"}}, nil, evaluate},
		{"credentials", takes{flags: []string{"hold", "education", "program", "years"}}, nil, listCredentials},
		{"rescue", takes{flags: []string{"to"}, shut: true}, nil, rescue},
	}
}

func execute(args []string, stdin io.Reader, out *bytes.Buffer) error {
	o, rest, given, err := parse(args)
	if err != nil {
		return err
	}
	switch {
	case o.help, len(rest) > 0 && rest[0] == "help":
		out.WriteString(usage)
		return nil
	case o.version, len(rest) > 0 && rest[0] == "version":
		fmt.Fprintln(out, "nextrolectl", nextrole.Version)
		return nil
	case len(rest) == 0:
		return badUse("which command?")
	}
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return c.name == rest[0] })
	if i < 0 {
		return badUse("there is no command %q", rest[0])
	}
	c := all[i]
	if err := c.takes.check(c.name, rest[1:], given); err != nil {
		return err
	}
	if c.use != nil {
		if err := c.use(o, rest[1:]); err != nil {
			return err
		}
	}
	s := &session{options: o, args: rest[1:], stdin: stdin, out: out}
	if c.takes.shut || o.starter {
		return c.do(s)
	}
	return s.within(c.do)
}
