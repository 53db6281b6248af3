package lens

import (
	"fmt"
	"strings"

	"nextrole"
)

// index is how a kind of figure is told.
type index struct{ name, measures string }

var indices = map[nextrole.Kind]index{
	"exposure.eloundou-gpt4-beta": {
		"Eloundou et al., rated by GPT-4",
		"Part of the tasks whose time a language model could halve, by itself or, counted half, with software around it, as GPT-4 labels them.",
	},
	"exposure.eloundou-human-beta": {
		"Eloundou et al., rated by people",
		"Part of the tasks whose time a language model could halve, by itself or, counted half, with software around it, as people label them.",
	},
	"exposure.microsoft-applicability": {
		"Microsoft, AI applicability",
		"How much of the work people asked a chat assistant for help with, and how well and how widely that went, in conversations of 2024.",
	},
	"exposure.anthropic-observed": {
		"Anthropic, observed use",
		"How much of the tasks that AI could do people are seen to do with it, more so where it is done without them.",
	},
	"exposure.felten-aioe": {
		"Felten et al., AI occupational exposure",
		"How far advances in AI up to 2021 touch the abilities that the work needs, before there were assistants to talk to.",
	},
}

// measures is what the lenses that are no figures measure.
var measures = map[string]string{
	AIJRI: "How far the work resists being done by AI without a person: tasks, signals of the market, and what holds AI back.",
	BLS:   "In which of its categories the Bureau of Labor Statistics puts the occupation’s exposure to AI.",
}

// isIndex reports whether a kind is an index of exposure, and not the low or the high
// estimate beside one.
func isIndex(k nextrole.Kind) bool {
	for _, estimate := range []string{"-alpha", "-gamma"} {
		if of, is := strings.CutSuffix(string(k), estimate); is {
			_, known := indices[nextrole.Kind(of+"-beta")]
			return !known
		}
	}
	return k.Exposure()
}

// described names an index and says what it measures; one that is not known here is
// told by the name that its file gives it.
func described(k nextrole.Kind) (name, measures string) {
	if d, ok := indices[k]; ok {
		return d.name, d.measures
	}
	return strings.TrimPrefix(string(k), "exposure."), "An index of exposure to AI. What exactly it measures, its source has to say."
}

// Direction says which way the value of a view runs.
func (v View) Direction() string {
	if v.Resists {
		return "high resists"
	}
	return "high is exposed"
}

// Written is the value as people read it.
func (v View) Written() string {
	switch {
	case v.Category != "":
		return v.Category
	case v.Key == AIJRI:
		return nextrole.Score(v.Value)
	case strings.HasPrefix(v.Unit, "standard deviations"):
		return nextrole.Signed(v.Value, 2) + " standard deviations"
	}
	return nextrole.Decimal(v.Value, 3)
}

// Place is the rank in words: "place 12 of 29", or why there is none.
func (v Views) Place(view View) string {
	switch {
	case view.Category != "":
		return "not placed: a category"
	case view.Rank == 0:
		return fmt.Sprintf("not placed: fewer than %d roles can be compared", fewest)
	}
	places := 0
	if view.Rank != float64(int(view.Rank)) {
		places = 1
	}
	return fmt.Sprintf("place %s of %d", nextrole.Decimal(view.Rank, places), v.Among)
}

// Title says whether the lenses agree on the role.
func (v Views) Title() string {
	switch p, apart := v.Disagreement(); {
	case len(v.Views) == 0:
		return "No lens knows this role"
	case v.Among == 0:
		return "Too few roles are known by these lenses to rank this one"
	case apart:
		return v.Views[p.A].Name + " and " + v.Views[p.B].Name + " disagree on this role"
	}
	return "No two of these disagree clearly on this role"
}

// Explain tells what the ranks are, and what to think of lenses that disagree.
func (v Views) Explain() string {
	if v.Among == 0 {
		return "Each measures something of its own, so their values cannot be compared with each other."
	}
	text := fmt.Sprintf("Each measures something of its own, so only the places are compared: among the %d roles that all of the ranked ones know, 1 is the most resistant or the least exposed.", v.Among)
	if p, apart := v.Disagreement(); apart {
		a, b := v.Views[p.A], v.Views[p.B]
		text += fmt.Sprintf(" %s puts this role into the most resistant third, and %s into the most exposed third. Both can be right: exposure counts what AI can help with or speed up, while AIJRI asks what it does without a person, and what holds it back. Neither forecasts what happens to jobs.", a.Name, b.Name)
	} else {
		text += " Two disagree clearly where one puts a role into the most resistant third and the other into the most exposed one."
	}
	return text
}
