package main

import (
	"fmt"
	"slices"
	"strings"
)

// usageError is bad use: the exit status is 2 instead of 1.
type usageError struct{ what string }

func (e usageError) Error() string { return e.what }

func badUse(format string, args ...any) error {
	return usageError{fmt.Sprintf(format, args...)}
}

// options are the flags of all commands. A flag that was not given is empty.
type options struct {
	library, zone, family, file, to, as       string
	p, from, author, into                     string
	hold, education, program, years           string
	moves, pay, jobZone, top, weights, matrix string
	official                                  bool
	json, csv, markdown, starter              bool
	sensitivity                               bool
	dryRun                                    bool
	help, version                             bool
}

// takes is what a command accepts beyond --library, --json and --help.
type takes struct {
	flags    []string
	min, max int  // number of arguments; a max of −1 is any number
	shut     bool // the library is not opened for it
}

// parse separates flags, which may stand anywhere, from the other arguments.
// A flag is given as --flag VALUE, --flag=VALUE or with one dash; "-" is an
// argument, and after "--" everything is.
func parse(args []string) (o options, rest []string, given []string, err error) {
	values := map[string]*string{
		"library": &o.library, "zone": &o.zone, "family": &o.family, "file": &o.file, "to": &o.to, "as": &o.as, "p": &o.p, "from": &o.from, "author": &o.author, "into": &o.into,
		"hold": &o.hold, "education": &o.education, "program": &o.program, "years": &o.years, "top": &o.top, "weights": &o.weights, "matrix": &o.matrix, "moves": &o.moves, "pay": &o.pay, "job-zone": &o.jobZone,
	}
	switches := map[string]*bool{
		"json": &o.json, "csv": &o.csv, "markdown": &o.markdown, "starter": &o.starter, "dry-run": &o.dryRun, "sensitivity": &o.sensitivity, "official": &o.official,
		"help": &o.help, "h": &o.help, "version": &o.version,
	}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return o, append(rest, args[i+1:]...), given, nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			rest = append(rest, arg)
			continue
		}
		name, value, attached := strings.Cut(strings.TrimPrefix(arg[1:], "-"), "=")
		if on, ok := switches[name]; ok {
			if attached {
				return o, nil, nil, badUse("--%s takes no value", name)
			}
			*on = true
			given = append(given, name)
			continue
		}
		target, ok := values[name]
		if !ok {
			return o, nil, nil, badUse("there is no flag %s", arg)
		}
		if !attached && i+1 < len(args) && (args[i+1] == "-" || !strings.HasPrefix(args[i+1], "-")) {
			i++
			value = args[i]
		}
		if value == "" {
			return o, nil, nil, badUse("--%s needs a value", name)
		}
		if *target != "" {
			return o, nil, nil, badUse("--%s is given twice", name)
		}
		*target = value
		given = append(given, name)
	}
	return o, rest, given, nil
}

// check reports arguments and flags that a command does not take.
func (t takes) check(command string, args, given []string) error {
	for _, flag := range given {
		if flag != "library" && flag != "json" && !slices.Contains(t.flags, flag) {
			return badUse("%s takes no --%s", command, flag)
		}
	}
	switch {
	case len(args) < t.min:
		return badUse("%s needs %s", command, atLeast(t.min))
	case t.max >= 0 && len(args) > t.max && t.max == 0:
		return badUse("%s takes no arguments, and %q is one", command, args[0])
	case t.max >= 0 && len(args) > t.max:
		return badUse("%s takes at most %d, and there are %d arguments", command, t.max, len(args))
	}
	return nil
}

func atLeast(n int) string {
	if n == 1 {
		return "an argument"
	}
	return fmt.Sprintf("at least %d arguments", n)
}
