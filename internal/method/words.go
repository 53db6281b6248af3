package method

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
	"nextrole/internal/derive"
)

func meaning() []Block {
	return []Block{
		paragraph("AIJRI, the AI Job Resistance Index, says how far the work of a typical job resists being done by AI, from 0 to 100. Higher is harder to automate."),
		points(
			"It looks at what the job consists of: each task, its share of the time, and how much of it AI can do. Evidence from the market, barriers, and whether more AI means more or fewer of these jobs move the result up or down.",
			"It is no forecast. A low score does not say that jobs will be lost, nor when. A high one promises nothing.",
			"It is not about you. It describes the typical job under a code. Your own week, your employer and what you are good at are not in it.",
			"It is a rated opinion, worked out in the open. People rated the inputs. Every number can be followed back to them, and you may rate differently.",
			"It runs the other way from exposure indices, where high means exposed.",
		),
	}
}

func formula(e *Example) []Block {
	list := []Block{
		paragraph("Task resistance is 6 less the average score of the tasks, weighted by time. Three factors then move it, and the product is put on a scale from 0 to 100:"),
		points(
			"task resistance = 6 − sum of (share of time × score)",
			"raw = task resistance × (1 + 0.04 × evidence) × (1 + 0.02 × barriers) × (1 + 0.05 × AI growth link)",
			"score = (raw − 0.54) ÷ 7.93 × 100",
		),
		paragraph("Displaced, augmented or not involved is a label that the assessor gives to each task. It is an input like the score, and does not follow from it: it splits the week into three parts and does not enter the formula."),
	}
	if e == nil {
		return append(list, paragraph("This library has no role whose ratings are all known, so there is no example to work through."))
	}
	list = append(list,
		paragraph(fmt.Sprintf("Worked through for %s, %s (%s), with the ratings in this library:", e.Code, e.Title, statusName(e.Status))),
		e.working().block())
	return append(list, e.after()...)
}

func statusName(s nextrole.Status) string {
	if s == nextrole.Published {
		return "published score"
	}
	return s.Name()
}

func zones(e *Example) []Block {
	t := table("Zone", "Scores", "In plain words")
	t.add("Red", "under 25", nextrole.Red.Plain())
	t.add("Yellow", "25 to under 48", nextrole.Yellow.Plain())
	t.add("Green", "48 and over", nextrole.Green.Plain())
	list := []Block{
		t.block(),
		paragraph("The score is rounded to one decimal first, and the zone is that of the rounded score, so that the two never disagree on screen. The publisher prints “Yellow 25–47”, which leaves out scores between 47 and 48. Here Yellow goes up to 48, without 48 itself; that is our reading."),
		paragraph("A zone is a name for a range of scores. Within 1 point of a limit the words are “at the boundary”, because a small difference of opinion would change it."),
	}
	if e != nil && e.needs() != "" {
		list = append(list, paragraph(e.needs()))
	}
	return list
}

func whose() []Block {
	t := table("Status", "What it means", "Shown")
	t.add("Published", "Printed by the publisher of the method, with or without its ratings.", "first")
	t.add("Editors’ draft", "Rated by NextRole’s editors by the published method. An opinion, open to yours.", "where there is no published score, marked as a draft")
	t.add("Derived", "Drafted by one rule, from the labels that a study gives to tasks. Nobody rated it.", "only if you ask for it and choose it")
	t.add("Your own", "Rated by you, under My assessments, or your week, under My week.", "only if you choose it")
	return []Block{
		t.block(),
		paragraph("What you choose on the page of a role comes before all of this. Of two with the same status the newer one is shown; one that is incomplete gives way to one that has a score. The others stand below it, each with its own ratings and its own score. They are never mixed."),
		paragraph("If an assessor set another score than the formula’s, theirs is shown, with the formula’s score and the reason beside it."),
	}
}

func raters(e *Example) []Block {
	list := []Block{
		paragraph(fmt.Sprintf("Two careful people rate the same job differently. The range “if raters differ” counts what that does to a score. Every task score, evidence item, barrier and the AI growth link moves one step down with a chance of %s and one step up with the same chance, each independently of the others, and stays where its scale ends.",
			nextrole.Percent(aijri.DefaultP))),
		points(
			"It is counted exactly, over all combinations, not sampled: the same ratings always give the same range.",
			"The range runs from the 10th to the 90th percentile. Beside it stands the chance of each zone, to the nearest 5%.",
			"It knows nothing of a rater who leans one way on everything, of shares of time that are off, or of AI itself getting better.",
			fmt.Sprintf("The chance of %s is an assumption. It has not been checked against real raters.", nextrole.Percent(aijri.DefaultP)),
			"It is NextRole’s own model and no part of AIJRI.",
			"Where only the score is published, the range is unknown, and says so.",
		),
	}
	if e != nil {
		list = append(list, paragraph(e.sure()))
	}
	return list
}

// changes says how it is found what would change a score, with the example's.
func changes(e *Example) []Block {
	list := []Block{paragraph("What would change a score is found like this:"), points(
		"What one step does: each rating is moved one step down and one step up, with all others as they are. Nothing is shown where its scale ends.",
		"How much of the doubt a rating makes: the part of the variance of the score that would be gone, on average, if that one rating were sure (its first-order share). The rest of the variance is from ratings that work together.",
		"The one rating that reaches another zone in the fewest steps; the best pair of ratings, each moved a single step; the fewest steps in all; and the least time that would have to move between two tasks.",
		"Where nothing of a kind reaches a zone, that is said instead: no single rating, no pair, or no mix of the tasks does it.",
	), paragraph("All of it is solved exactly, on the whole numbers that the formula is made of, and not by trial. Numbers are rounded so that what is told does reach the zone. A change that would reach a zone is arithmetic, and no advice by itself: ratings describe the work, and only time is a person’s to move.")}
	if e == nil {
		return list
	}
	if text := e.reaches(); len(text) > 0 {
		list = append(list, paragraph(fmt.Sprintf("For %s:", e.Code)), points(text...))
	}
	return list
}

// drafts tells the rule that drafts are derived by.
func drafts() []Block {
	return []Block{
		paragraph("Derived: for an occupation that nobody has assessed, NextRole can draft an assessment by one rule, the same for all. It is made on request only, is marked as derived wherever it stands, and is never mixed with scores that people gave."),
		points(derive.Rule()...),
		paragraph("The labels ask whether a language model could halve the time that a task takes. AIJRI asks what an agent can do without a person, and what keeps it from that. How far the rule agrees with scores that people gave is measured in your library, apart for published scores and for editors’ drafts, and told beside each derived score."),
	}
}

func calibration(c aijri.Calibration) []Block {
	list := []Block{
		paragraph("Against real raters: not yet. No ratings of one role by several independent people have been compared with the range above."),
		paragraph(fmt.Sprintf("Against published scores: this library has %s. %s.", count(c.Published, "published score"), reproduced(c))),
		paragraph(fmt.Sprintf("Editors’ drafts against published scores: this library has %s. A draft is never fitted to a published score, so the difference says how far our drafts can be off.",
			count(c.Drafts, "role")+" with a draft")),
	}
	if len(c.Deviations) == 0 {
		return append(list, paragraph("No role in this library has both a published score and a draft (n = 0). The differences will be listed here as soon as one has."))
	}
	t := table("Role", "Published", "Draft", "Difference")
	for _, d := range c.Deviations {
		t.add(string(d.Code)+" "+d.Title, nextrole.Score(d.Published), nextrole.Score(d.Draft), nextrole.Signed(d.By, 1))
	}
	n := len(c.Deviations)
	return append(list, t.block(),
		paragraph(fmt.Sprintf("n = %d. On average a draft differs by %s; its size without the sign is %s on average. %d of %d lie in the same zone by both.%s",
			n, nextrole.Signed(*c.Mean, 1), nextrole.Score(*c.MeanAbsolute), c.SameZone, n, few(n))),
		paragraph(Apart(c)+" Read every draft with that in mind: its tasks and reasons say more than its decimal."),
		paragraph("Our drafts of roles with a published score were rated blind, by a rater who had the tasks of the role, its figures and the evidence, and saw no published score. They stand as they came out."))
}

// Apart says how far drafts lie from published scores, for the places that show
// a draft; "" where no role has both.
func Apart(c aijri.Calibration) string {
	if len(c.Deviations) == 0 {
		return ""
	}
	least, most := math.Inf(1), 0.0
	for _, d := range c.Deviations {
		least, most = min(least, math.Abs(d.By)), max(most, math.Abs(d.By))
	}
	return fmt.Sprintf("Our drafts of %s with a published score lie %s to %s points from it, %s on average.",
		count(len(c.Deviations), "role"), nextrole.Score(least), nextrole.Score(most), nextrole.Score(*c.MeanAbsolute))
}

// reproduced says how many published scores the formula gives from their ratings.
func reproduced(c aijri.Calibration) string {
	if c.WithInputs == 0 {
		return "None of them comes with its ratings, so the formula could not be checked against any"
	}
	return fmt.Sprintf("With all their ratings: n = %d. From these the formula gives the printed score, to the decimal shown, in %d of %d", c.WithInputs, c.Reproduced, c.WithInputs)
}

func few(n int) string {
	if n < 10 {
		return " That is too few to say more."
	}
	return ""
}

func count(n int, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return fmt.Sprintf("%d %ss", n, of)
}

func figures() []Block {
	return []Block{
		paragraph("A figure is a number with a source, a unit, a place and a period, and is shown with them."),
		points(
			"Two sources or two vintages never overwrite each other. Shown is the newest vintage of the most specific source; a comparison takes one vintage for the whole row.",
			"Some roles have no figure of their own, because the source counts them within a wider group. The group’s figure then says “group” and its code, every time. It never wins a mark for best, and no difference is taken from it.",
			"Absent is absent, and never 0: “no data” where nothing is known here, “not given” where the source lists the figure and leaves it out, “not scored” where there is no assessment.",
			"A projection is its publisher’s, with the years it spans. Projections of different releases are never joined to one line.",
		),
	}
}

func rules() []Block {
	return []Block{
		paragraph("Where each rule comes from: “" + aijri.Stated.Name() + "” is in the publisher’s own document; “" + aijri.Computed.Name() + "” is arithmetic on what it says; “" +
			aijri.Choice.Name() + "” fills in what it leaves open; “" + aijri.Unverified.Name() + "” is our best knowledge of the published method, which we could not confirm."),
		{Rules: aijri.Rules()},
	}
}

// credits are the lines of those whose method and figures the page is about.
func credits(roles []nextrole.Role, sources map[nextrole.SourceID]nextrole.Source) []Block {
	var ids []nextrole.SourceID
	for id, s := range sources {
		official := strings.HasPrefix(string(id), "onet-") || strings.HasPrefix(string(id), "bls-")
		if official || publishes(roles, s.ID) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	var lines []string
	for _, id := range ids {
		if line := sources[id].Credit; !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	list := []Block{paragraph("The method is its publisher’s, and the words on this page are ours. NextRole is not made, checked or endorsed by any of those credited here.")}
	if len(lines) > 0 {
		list = append(list, points(lines...))
	}
	return append(list, paragraph("All sources, with their licenses: Settings, Credits and sources."))
}

// publishes reports whether a published score is from the source.
func publishes(roles []nextrole.Role, id nextrole.SourceID) bool {
	return slices.ContainsFunc(roles, func(r nextrole.Role) bool {
		return slices.ContainsFunc(r.Assessments, func(a nextrole.Assessment) bool {
			return a.Source == id && a.Status == nextrole.Published
		})
	})
}
