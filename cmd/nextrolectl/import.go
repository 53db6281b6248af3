package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"time"

	"nextrole"
	"nextrole/internal/preview"
	"nextrole/internal/source/intake"
)

// imported is what the command writes as JSON.
type imported struct {
	preview.Preview
	Changed bool    `json:"changed"` // something was imported; false in a dry run
	DryRun  bool    `json:"dryRun"`
	Seconds float64 `json:"seconds"`
	Bytes   int64   `json:"bytes"` // of the files that were read
}

// importPaths imports files, folders and archives, or with --dry-run says what
// that would do.
func importPaths(s *session) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	begin := time.Now()
	result := imported{DryRun: s.dryRun, Preview: preview.Preview{Sources: []preview.Source{}, Files: []intake.File{}}}
	for _, path := range s.args {
		in, err := intake.Read(ctx, path, begin, func(intake.Progress) {})
		if err != nil {
			return unchanged{fmt.Errorf("%s: %w", path, err)}
		}
		p, err := preview.Of(in, s.library, nextrole.Code(s.as))
		if err != nil {
			return err
		}
		if !s.dryRun {
			changed, err := s.add(ctx, p, begin)
			if err != nil {
				return err
			}
			result.Changed = result.Changed || changed
		}
		result.Sources = append(result.Sources, p.Sources...)
		result.Files = append(result.Files, p.Files...)
	}
	result.Seconds = time.Since(begin).Seconds()
	for _, f := range result.Files {
		if f.Source != "" {
			result.Bytes += f.Size
		}
	}
	if s.json {
		return s.writeJSON(result)
	}
	s.writeImported(result)
	return nil
}

// unchanged is an error after which the library is as it was.
type unchanged struct{ error }

// Error says so on a line of its own.
func (u unchanged) Error() string { return u.error.Error() + "\nNothing was changed." }

// Unwrap returns what happened.
func (u unchanged) Unwrap() error { return u.error }

// add imports what has no question open.
func (s *session) add(ctx context.Context, p preview.Preview, day time.Time) (changed bool, err error) {
	for _, source := range p.Sources {
		if source.State == preview.Question {
			return false, fmt.Errorf("%s: %s With --as CODE it is imported as about that occupation", source.Parts[0].File, source.Asked)
		}
	}
	if !p.Changes() {
		return false, nil
	}
	return true, s.library.Import(ctx, p.Additions(), day, func(int, int) {})
}

func (s *session) writeImported(r imported) {
	for _, source := range r.Sources {
		s.writeSource(source)
	}
	for _, f := range r.Files {
		if f.Source == "" {
			paragraph(s.out, "Not read: "+f.Name+": "+f.Why+".", "  ")
		}
	}
	size := fmt.Sprintf("%.1f MB in %.1f s", float64(r.Bytes)/1e6, r.Seconds)
	switch {
	case r.DryRun:
		fmt.Fprintf(s.out, "This was a trial: nothing was imported. %s.\n", size)
	case r.Changed:
		fmt.Fprintf(s.out, "Imported %s.\n", size)
	default:
		fmt.Fprintf(s.out, "All of this was there already: nothing was changed. %s.\n", size)
	}
}

// stateWords says what becomes of a table.
var stateWords = map[preview.State]string{
	preview.New: "new", preview.Same: "there already", preview.Replaced: "replaces what was there", preview.Question: "asks",
}

func (s *session) writeSource(source preview.Source) {
	fmt.Fprintf(s.out, "%s (%s)\n", source.Source.Title, source.Source.ID)
	var t table
	for _, p := range source.Parts {
		t = append(t, []string{"  " + p.Name, count(p.Rows, "row"), count(p.Roles, "role"), stateWords[p.State]})
	}
	t.write(s.out)
	if source.State == preview.Question {
		fmt.Fprintf(s.out, "  %s --as CODE does.\n", source.Asked)
	} else if source.State != preview.Same {
		fmt.Fprintf(s.out, "  %s new, %d known before\n", count(source.NewRoles, "role"), source.KnownRoles)
	}
	if source.Taken != nil {
		fmt.Fprintf(s.out, "  Taken to be about %s, by its title or as you said.\n", *source.Taken)
	}
	if source.Newer != "" {
		fmt.Fprintf(s.out, "  %s is there and newer: it stays the one that is shown.\n", source.Newer)
	}
	for _, c := range source.Conflicts {
		paragraph(s.out, fmt.Sprintf("  Conflict: %s %s, %s, %s: %s by %s, %s here.", c.Code, c.Title, c.There.Kind, c.There.Period,
			number(*c.There.Value), s.sourceName(c.There.Source), number(*c.Given.Value)), "    ")
	}
	for _, m := range source.Remarks {
		paragraph(s.out, "  "+remarked(m), "    ")
	}
	if len(source.Left) > 0 {
		fmt.Fprintln(s.out, "  Not understood, and kept word for word:")
		for _, l := range source.Left {
			paragraph(s.out, fmt.Sprintf("    %s, line %d: %s", l.File, l.Line, l.Text), "      ")
		}
	}
}

func remarked(m nextrole.Remark) string {
	where := m.File
	if m.Line > 0 {
		where += fmt.Sprintf(", line %d", m.Line)
	}
	return strings.TrimPrefix(where+": ", ": ") + m.Text
}

func (s *session) sourceName(id nextrole.SourceID) string {
	if source, ok := s.sources[id]; ok {
		return source.Short
	}
	return string(id)
}
