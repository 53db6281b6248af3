package problem_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"nextrole/ui/problem"
	"nextrole/ui/uitest"
)

func TestWhatCanBeSaved(t *testing.T) {
	for _, test := range []struct {
		salvage problem.Salvage
		want    string
	}{
		{problem.Salvage{Notes: 3, Pins: 4, Settings: true}, "3 notes, 4 pins and your settings can be saved."},
		{problem.Salvage{Notes: 1}, "1 note can be saved."},
		{problem.Salvage{Pins: 1, Comparisons: 2}, "1 pin and 2 comparisons can be saved."},
		{problem.Salvage{Settings: true, Older: true}, "Your settings can be saved. Some of it may be older than what you saved last."},
		{problem.Salvage{Notes: 2, Partial: true}, "2 notes can be saved. There may have been more that cannot be read."},
	} {
		if got := test.salvage.Words(); got != test.want {
			t.Errorf("%+v: %q, want %q", test.salvage, got, test.want)
		}
	}
	if got := (problem.Salvage{Partial: true}).Words(); !strings.HasPrefix(got, "No notes") {
		t.Errorf("nothing: %q", got)
	}
}

// Each choice of each trouble can be made by keyboard, has its words in whole,
// and Esc closes. A path may be long.
func TestChoices(t *testing.T) {
	long := "library is damaged: /home/somebody/" + strings.Repeat("a folder in a folder/", 12) + strings.Repeat("x", 120) + ".db"
	for name, test := range map[string]struct {
		trouble problem.Trouble
		focus   problem.Action
		want    []problem.Action
	}{
		"in use":  {problem.Trouble{InUse: true}, problem.OpenReadOnly, []problem.Action{problem.OpenReadOnly, problem.TryAgain, problem.Close}},
		"damaged": {problem.Trouble{Salvage: &problem.Salvage{Notes: 1, Older: true, Partial: true}}, problem.Close, []problem.Action{problem.StartWith, problem.TryAgain, problem.Close}},
		"nothing": {problem.Trouble{Salvage: &problem.Salvage{}}, problem.Close, []problem.Action{problem.StartNew, problem.TryAgain, problem.Close}},
		"other":   {problem.Trouble{Do: "Make room."}, problem.Close, []problem.Action{problem.TryAgain, problem.Close}},
	} {
		t.Run(name, func(t *testing.T) {
			s := uitest.NewStage(t)
			test.trouble.What, test.trouble.Safe = long, "Nothing was changed."
			var chosen []problem.Action
			p := problem.New(&test.trouble, func(a problem.Action) { chosen = append(chosen, a) })
			s.Window.SetContent(p.Content)
			s.Window.Resize(p.Size())
			s.Canvas().Focus(p.Focus)
			if s.Said() != string(test.focus) {
				t.Errorf("the keyboard is at %q", s.Said())
			}
			for _, a := range test.want {
				s.TabTo(string(a))
				s.Press(fyne.KeyReturn)
			}
			s.Press(fyne.KeyEscape)
			if diff := cmp.Diff(append(slices.Clone(test.want), problem.Close), chosen); diff != "" {
				t.Errorf("chosen (-want +got):\n%s", diff)
			}
			p.Say(strings.Repeat("It is still so. ", 20))
			s.Window.Resize(p.Size())
			if flaws := s.Flaws(s.Canvas().Content(), func(string) bool { return false }); len(flaws) > 0 {
				t.Error(strings.Join(flaws, "\n"))
			}
		})
	}
}
