package crash

import (
	"fmt"
	"regexp"
	"runtime"
	"strings"
	"time"

	"nextrole"
)

// longest is how long an account may be, in bytes.
const longest = 32 << 10

// opening is how each account begins in the log.
const opening = "NextRole "

// What the runtime says is let through by what it is, not kept out by what it is
// not. It indents each further line of what a goroutine panicked with, so that
// no text of a person's can begin a line.
var (
	ownError = regexp.MustCompile(`^runtime error: [\w :,.*{}()\[\]-]{1,150}$` +
		`|^interface conversion: [\w :,.*{}()\[\]/]{1,200}$` +
		`|^(assignment to entry in nil map|close of nil channel|close of closed channel|send on closed channel)$` +
		`|^` + hiddenText + `[\w./*\[\]{}]{1,100}$`)
	recovered = regexp.MustCompile(` \[recovered(, repanicked)?\]$`)
	signal    = regexp.MustCompile(`^\[signal (SIG\w+: [a-z -]+?)( code=.*)?\]$`)
	routine   = regexp.MustCompile(`^(goroutine \d+) .*\[([a-zA-Z ()]+)[^\]]*\]:$|^runtime stack:$`)
	function  = regexp.MustCompile(`^[\w./*()\[\]%·…~-]{1,200}$`)
	ended     = regexp.MustCompile(` in goroutine \d+$`)
	place     = regexp.MustCompile(`^\t(?:.*[/\\])?([\w.-]+\.(?:go|s)):(\d+)( \+0x[0-9a-f]+)?( fp=.*)?$`)
)

// account is what may be kept of what the runtime says of an end.
func account(said string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s ended unexpectedly, %s\n%s/%s, %s\n", opening, nextrole.Version,
		time.Now().UTC().Format("2006-01-02 15:04 UTC"), runtime.GOOS, runtime.GOARCH, runtime.Version())
	lines := strings.Split(said, "\n")
	first := 0
	for first < len(lines) && !routine.MatchString(lines[first]) {
		first++
	}
	b.WriteString(cause(lines[:first]) + "\n")
	named := false // the line before was a function
	for _, line := range lines[first:] {
		var kept string
		kept, named = frame(line, named)
		if b.Len()+len(kept) > longest {
			b.WriteString("…\n")
			break
		}
		b.WriteString(kept)
	}
	return b.String()
}

// cause says why it ended, from the lines before the first goroutine.
func cause(lines []string) string {
	why, with := "fatal error of the Go runtime", ""
	for _, line := range lines {
		if found := signal.FindStringSubmatch(line); found != nil {
			with = ", " + found[1]
		}
		text, ok := strings.CutPrefix(strings.TrimPrefix(line, "\t"), "panic: ")
		if !ok {
			continue
		}
		why = "panic: (its text is left out)"
		if text = recovered.ReplaceAllString(text, ""); ownError.MatchString(text) {
			why = "panic: " + text
		}
	}
	return why + with
}

// frame returns what may be kept of a line about a goroutine, and whether it
// names a function, whose place comes next.
func frame(line string, named bool) (kept string, names bool) {
	if found := routine.FindStringSubmatch(line); found != nil {
		if found[1] == "" {
			return "\nruntime stack:\n", false
		}
		return fmt.Sprintf("\n%s [%s]:\n", found[1], found[2]), false
	}
	if found := place.FindStringSubmatch(line); found != nil && named {
		return fmt.Sprintf("\t%s:%s\n", found[1], found[2]), false
	}
	name, started := strings.CutPrefix(line, "created by ")
	name = ended.ReplaceAllString(name, "")
	if at := strings.LastIndexByte(name, '('); strings.HasSuffix(name, ")") && at >= 0 {
		name = name[:at] // without the arguments
	}
	if !strings.Contains(name, ".") && name != "panic" || !function.MatchString(name) {
		return "", false
	}
	if started {
		name = "created by " + name
	}
	return name + "\n", true
}
