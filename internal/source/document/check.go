package document

import (
	"fmt"
	"strings"

	"nextrole"
	"nextrole/internal/aijri"
)

// complete requires what an assessment takes, and computes its steps again.
func (d *reader) complete() error {
	a := &d.role.Assessments[0]
	if len(a.Inputs.Tasks) == 0 {
		return d.fail(d.at["tasks"], "no task of the assessment can be read. Each row needs a share of time in percent, a score from 1 to 5 and a label: DISP, AUG or NOT")
	}
	for _, t := range []string{"bad tasks", "bad evidence", "bad barriers"} {
		if line, bad := d.at[t]; bad {
			return d.fail(line, "a row of the %s cannot be read: %s. Mend it, and import the file again", strings.TrimPrefix(t, "bad "), d.about(line))
		}
	}
	for _, missing := range []struct {
		table string
		keys  []string
		name  func(int) string
	}{{"evidence", evidenceKeys[:], nextrole.EvidenceName}, {"barriers", barrierKeys[:], nextrole.BarrierName}} {
		for i, k := range missing.keys {
			if d.at[missing.table+" "+k] == 0 {
				return d.fail(d.at[missing.table], "the rating of %q is missing under %s. Add its row, and import the file again", missing.name(i), missing.table)
			}
		}
	}
	if d.at["growth"] == 0 {
		return d.fail(0, "the AI growth correlation is missing. Add its row below the protective principles, and import the file again")
	}
	if a.Account != nil && a.Account.MostExposed == "" && a.Account.Outlook == "" && len(a.Account.Actions)+len(a.Account.NotCaptured) == 0 {
		a.Account = nil
	}
	if err := a.Inputs.Validate(); err != nil {
		return d.fail(0, "the assessment does not hold: %v", err)
	}
	d.checkShares(d.at["tasks"])
	d.compute(*a.Inputs)
	return nil
}

// about is what was remarked on a line.
func (d *reader) about(line int) string {
	for _, m := range d.remarks {
		if m.Line == line {
			return m.Text
		}
	}
	return "its values are of no use"
}

// checkShares remarks where the shares of time do not add up.
func (d *reader) checkShares(line int) {
	total := nextrole.Share(0)
	for _, t := range d.role.Assessments[0].Inputs.Tasks {
		total += t.Share
	}
	if total != nextrole.Whole {
		d.remark(line, "the shares of time add up to %v, and not to 100%%", total)
	}
}

// compute computes every step, and remarks on each that the document prints
// otherwise.
func (d *reader) compute(in nextrole.Inputs) {
	weighted, three := 0.0, 0.0
	labels := map[nextrole.Label]float64{}
	for _, t := range in.Tasks {
		weighted += t.Share.Percent() * float64(t.Score) / 100
		labels[t.Label] += t.Share.Percent()
		if t.Score >= 3 {
			three += t.Share.Percent()
		}
	}
	e, b := sum(in.Evidence), sum(in.Barriers)
	r, err := aijri.Score(in)
	if err != nil {
		d.remark(0, "no score can be computed: %v", err)
		return
	}
	d.agrees("tasks total", "the shares of time", 100, 2)
	d.agrees("weighted total", "the weighted scores of the tasks", weighted, 2)
	d.agrees("resistance", "6 − the weighted scores", 6-weighted, 2)
	d.agrees("resistance, again", "6 − the weighted scores", 6-weighted, 2)
	d.agrees("resistance, in the sub-label, again", "6 − the weighted scores", 6-weighted, 2)
	d.agrees("share of DISP", "the displaced share of time", labels[nextrole.Displaced], 2)
	d.agrees("share of AUG", "the augmented share of time", labels[nextrole.Augmented], 2)
	d.agrees("share of NOT", "the share of time without AI", labels[nextrole.NotInvolved], 2)
	d.agrees("evidence total", "the evidence", float64(e), 0)
	d.agrees("evidence total, again", "the evidence", float64(e), 0)
	d.agrees("barriers total", "the barriers", float64(b), 0)
	d.agrees("barriers total, again", "the barriers", float64(b), 0)
	d.agrees("growth, again", "the growth", float64(in.Growth.Value), 0)
	if p := d.role.Assessments[0].Principles; p != nil {
		d.agrees("principles total", "the protective principles", float64(p[0].Value+p[1].Value+p[2].Value), 0)
	}
	d.agrees("evidence modifier", "the evidence modifier", aijri.EvidenceFactor(e), 2)
	d.agrees("barrier modifier", "the barrier modifier", aijri.BarrierFactor(b), 2)
	d.agrees("growth modifier", "the growth modifier", aijri.GrowthFactor(in.Growth.Value), 2)
	d.agrees("time at 3 and over", "the share of time scored 3 and over", three, 2)
	d.agrees("raw", "the raw score", r.Raw, 3)
	d.agrees("score", "the score", aijri.Shown(r.Score), 1)
	zone := strings.ToLower(aijri.ZoneOf(r.Score).Name())
	for at, line := range d.at {
		if said, ok := strings.CutPrefix(at, "zone "); ok && said != zone {
			d.remark(line, "the document says the zone is %s; its own numbers make it %s", said, zone)
		}
	}
}

// agrees remarks where a printed value is not what is computed.
func (d *reader) agrees(name, what string, computed float64, places int) {
	p, there := d.printed.values[name]
	if there && !near(p.value, computed, places) {
		d.remark(p.line, "the document gives %s as %s; its own numbers make %s", what, fmt.Sprint(p.value), decimal(computed, places))
	}
}

func sum(ratings [5]nextrole.Rating) int {
	n := 0
	for _, r := range ratings {
		n += r.Value
	}
	return n
}
