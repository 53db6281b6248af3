package aijri

import (
	"strings"

	"nextrole"
)

// Origin says where a rule of the method comes from.
type Origin string

// The origins. A rule may have two, where one part of it is ours.
const (
	Stated     Origin = "stated"     // the publisher's own document says so
	Computed   Origin = "computed"   // arithmetic on what it says
	Choice     Origin = "choice"     // ours, because it is silent
	Unverified Origin = "unverified" // our best knowledge of it, not confirmed
)

// Name returns the origin in words for people.
func (o Origin) Name() string {
	switch o {
	case Stated:
		return "stated by the publisher"
	case Computed:
		return "computed from it"
	case Choice:
		return "our choice"
	case Unverified:
		return "unverified"
	}
	return string(o)
}

// Rule is one rule that scores are made by, in words.
type Rule struct {
	Number int      `json:"number"`
	Name   string   `json:"name"`
	Text   string   `json:"text"`
	From   []Origin `json:"from"`
}

// Rules returns the rules in order, numbered from 1. They are what the code of
// this package does, in words; a test holds the numbers in them to it.
func Rules() []Rule {
	var list []Rule
	add := func(name, text string, from ...Origin) {
		list = append(list, Rule{Number: len(list) + 1, Name: name, Text: text, From: from})
	}
	add("A task", "It has a share of the working time, a score from 1 (only a person can do it) to 5 (an AI agent does the whole workflow), a label (DISP displaced, AUG augmented, NOT not involved) and a reason. The label is rated by the assessor and never derived from the score.", Stated)
	add("Task resistance", "6 less the sum of share times score over all tasks: 1 to 5, shown with two decimals.", Stated)
	add("Time by label", "Displaced, augmented and not involved are the sums of the shares with that label.", Stated)
	add("Evidence", named(5, nextrole.EvidenceName)+", each rated −2 to +2. E is their sum.", Stated)
	add("Barriers", named(5, nextrole.BarrierName)+", each rated 0 to 2. B is their sum.", Stated)
	add("AI growth link", "G: whether more AI means fewer or more of these jobs, rated −2 to +2.", Stated)
	add("Protective principles", named(3, nextrole.PrincipleName)+", each rated 0 to 3. They are a quick screen only and no part of the score.", Stated)
	add("The product", "raw = task resistance × (1 + 0.04 × E) × (1 + 0.02 × B) × (1 + 0.05 × G).", Stated)
	add("The score", "(raw − 0.54) ÷ 7.93 × 100, shown with one decimal.", Stated)
	add("Zones", "Green from 48, Yellow from 25 to under 48, Red under 25, decided on the score as shown, rounded half up to one decimal. The publisher prints “Yellow 25–47”, which leaves 47 to 48 open: that Yellow goes up to, but not including, 48 is ours.", Stated, Choice)
	add("Red, Imminent", "Task resistance under 1.8, E of −6 or less, and B of 2 or less: all three.", Stated)
	add("Words within Yellow and Green", "Green is Accelerated if G is +2; else Transforming if at least 20% of the time is in tasks that score 3 or more, else Stable. Yellow is Urgent if at least 40% of it is, else Moderate.", Unverified)
	add("An assessor’s own score", "An assessor may set another score than the formula’s. The formula’s score and the reason stand beside it.", Stated)
	add("The ends of the scale", "0.54 is the least that the product can be. The most is 9.24, which would be 109.7: such a score is shown as 100, says so, and keeps its product.", Computed, Choice)
	add("Shares that do not add up", "Shares are kept in hundredths of a percent. If their total is more than 0.5 points off 100%, the assessment is incomplete and has no score from its ratings; within that they are used as given, never rescaled, and task resistance stays within 1 to 5.", Choice)
	add("Whose score", "Each score is published, an editors’ draft, derived or your own, and says so wherever it stands. A published one is shown first; a draft of the same role stands below it with its own ratings and its own score, and is never fitted to it.", Choice)
	add("Near a boundary", "Within 1 point of 25 or 48 the words are “at the boundary”. A published score without its ratings has an unknown range.", Choice)
	add("Counter-evidence", "A rating may carry a dated fact that speaks for another rating, with its source. It changes no score.", Choice)
	add("The typical job", "A score describes the typical job under a code, not a person. A code may join kinds of work that would score apart.", Stated)
	return list
}

// named lists what is rated: "Job posting trends; company actions".
func named(n int, name func(int) string) string {
	names := make([]string, n)
	for i := range names {
		names[i] = name(i)
		if i > 0 && !strings.HasPrefix(names[i], "AI ") {
			names[i] = strings.ToLower(names[i][:1]) + names[i][1:]
		}
	}
	return strings.Join(names, "; ")
}
