package aijri_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole"
	"nextrole/internal/aijri"
)

func score(t *testing.T, in nextrole.Inputs) aijri.Result {
	t.Helper()
	r, err := aijri.Score(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func near(t *testing.T, what string, got, want, within float64) {
	t.Helper()
	if !(math.Abs(got-want) <= within) {
		t.Errorf("%s = %v, want %v ± %g", what, got, want, within)
	}
}

func TestPublishedAssessment(t *testing.T) {
	r := score(t, registrar())
	want := aijri.Result{
		TaskResistance: 2.65, Evidence: -4, Barriers: 2, Growth: -1,
		Raw: 2.199288, Score: r.Score, Zone: nextrole.Red,
		Split: aijri.Split{Disp: 0.45, Aug: 0.45, Not: 0.10}, Share3Plus: 0.90,
		Mean: r.Mean, SD: r.SD, Likely: r.Likely, Chance: r.Chance, ToYellow: r.ToYellow,
	}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Errorf("score of 29-9021.00 (−want +got):\n%s", diff)
	}
	near(t, "score", r.Score, 20.92, 0.005)
	near(t, "task resistance for Yellow", *r.ToYellow, 3.0347, 0.00005)
}

func TestSpreadOfPublishedAssessment(t *testing.T) {
	for _, test := range []struct {
		p                    float64
		lo, hi, red, mean, s float64
	}{
		{p: 0.20, lo: 16.9, hi: 25.7, red: 0.856, mean: 21.24, s: 3.44},
		{p: 0.10, lo: 18.1, hi: 24.1, red: 0.940},
	} {
		r, err := aijri.ScoreAt(registrar(), test.p)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "10th percentile", aijri.Shown(r.Likely[0]), test.lo, 1e-9)
		near(t, "90th percentile", aijri.Shown(r.Likely[1]), test.hi, 1e-9)
		near(t, "chance of Red", r.Chance.Red, test.red, 0.0005)
		near(t, "chance of Yellow", r.Chance.Yellow, 1-test.red, 0.0005)
		near(t, "chance of Green", r.Chance.Green, 0, 0.0005)
		if test.mean > 0 {
			near(t, "mean", r.Mean, test.mean, 0.005)
			near(t, "SD", r.SD, test.s, 0.005)
		}
	}
}

// Two single changes of the published assessment, worked out by hand.
func TestChangesToPublishedAssessment(t *testing.T) {
	licensed := registrar()
	licensed.Barriers[0].Value = 2
	near(t, "licensing 2", aijri.Shown(score(t, licensed).Score), 21.5, 1e-9)

	abstraction := registrar()
	abstraction.Tasks[1].Score = 2
	if zone := score(t, abstraction).Zone; zone != nextrole.Yellow {
		t.Errorf("abstraction rated 2: %s, want yellow", zone)
	}
}

var (
	least = [5]int{-2, -2, -2, -2, -2}
	most  = [5]int{2, 2, 2, 2, 2}
	zero  [5]int
)

func TestVectors(t *testing.T) {
	for _, test := range []struct {
		name               string
		tasks              string
		evidence, barriers [5]int
		growth             int
		shown              float64
		zone               nextrole.Zone
		label              nextrole.SubLabel
		clamped            bool
	}{
		{"least", "100×5", least, zero, -2, 0, nextrole.Red, aijri.Imminent, false},
		{"hundred", "100×1", most, [5]int{1, 1, 1, 1, 1}, 2, 100, nextrole.Green, aijri.Accelerated, false},
		{"clamped", "100×1", most, most, 2, 100, nextrole.Green, aijri.Accelerated, true},
		{"neutral 1", "100×5", zero, zero, 0, 5.8, nextrole.Red, "", false},
		{"neutral 2", "100×4", zero, zero, 0, 18.4, nextrole.Red, "", false},
		{"neutral 3", "100×3", zero, zero, 0, 31.0, nextrole.Yellow, aijri.Urgent, false},
		{"neutral 4", "100×2", zero, zero, 0, 43.6, nextrole.Yellow, aijri.Moderate, false},
		{"neutral 5", "100×1", zero, zero, 0, 56.2, nextrole.Green, aijri.Stable, false},
		{"20 % of 3+ transforms", "80×1, 20×3", zero, zero, 0, 51.2, nextrole.Green, aijri.Transforming, false},
		{"19.99 % of 3+ is stable", "80.01×1, 19.99×3", zero, zero, 0, 51.2, nextrole.Green, aijri.Stable, false},
		{"40 % of 3+ is urgent", "60×2, 40×3", zero, zero, 0, 38.6, nextrole.Yellow, aijri.Urgent, false},
		{"39.99 % of 3+ is moderate", "60.01×2, 39.99×3", zero, zero, 0, 38.6, nextrole.Yellow, aijri.Moderate, false},
		{"imminent at its limits", "20.01×5, 79.99×4", [5]int{-2, -2, -2}, [5]int{2}, 0, 11.1, nextrole.Red, aijri.Imminent, false},
		{"resistance 1.8 is not imminent", "20×5, 80×4", [5]int{-2, -2, -2}, [5]int{2}, 0, 11.1, nextrole.Red, "", false},
		{"evidence −5 is not imminent", "100×5", [5]int{-2, -2, -1}, [5]int{2}, 0, 3.7, nextrole.Red, "", false},
		{"barriers 3 are not imminent", "100×5", [5]int{-2, -2, -2}, [5]int{2, 1}, 0, 3.3, nextrole.Red, "", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := score(t, inputs(test.tasks, test.evidence, test.barriers, test.growth))
			near(t, "score", aijri.Shown(r.Score), test.shown, 1e-9)
			if r.Zone != test.zone || r.Label != test.label || r.Clamped != test.clamped {
				t.Errorf("got %s %q clamped %v, want %s %q %v", r.Zone, r.Label, r.Clamped, test.zone, test.label, test.clamped)
			}
		})
	}
}

func TestClampKeepsRaw(t *testing.T) {
	r := score(t, inputs("100×1", most, most, 2))
	near(t, "raw", r.Raw, 9.24, 1e-12)
	near(t, "raw on the scale", aijri.Scale(r.Raw), 109.7, 0.05)
	if r.Score != 100 {
		t.Errorf("score = %v, want 100", r.Score)
	}
}

func TestShareTotals(t *testing.T) {
	for _, test := range []struct {
		tasks      string
		resistance float64
		problem    string
	}{
		{tasks: "99.5×2", resistance: 4.01},
		{tasks: "100.0×2", resistance: 4},
		{tasks: "99.5×1", resistance: 5},
		{tasks: "50.25×5, 50.25×5", resistance: 1},
		{tasks: "50×2, 50.5×3", resistance: 3.485},
		{tasks: "99.49×2", problem: "tasks: shares total 99.49%, not 100%"},
		{tasks: "50×2, 50.51×2", problem: "tasks: shares total 100.51%, not 100%"},
		{tasks: "92×2", problem: "tasks: shares total 92%, not 100%"},
		{tasks: "0×2", problem: "tasks: shares total 0%, not 100%"},
	} {
		r, err := aijri.Score(inputs(test.tasks, zero, zero, 0))
		if test.problem == "" {
			if err != nil {
				t.Errorf("%s: %v", test.tasks, err)
			}
			near(t, test.tasks, r.TaskResistance, test.resistance, 1e-12)
			continue
		}
		if err == nil || err.Error() != test.problem || len(nextrole.Problems(err)) != 1 {
			t.Errorf("%s: error %v, want the problem %q", test.tasks, err, test.problem)
		}
	}
}

func TestRefusals(t *testing.T) {
	wrong := registrar()
	wrong.Tasks[1].Score = 6
	wrong.Growth.Value = 3
	if _, err := aijri.Score(wrong); len(nextrole.Problems(err)) != 2 {
		t.Errorf("two ratings off their scales: %v", err)
	}
	if _, err := aijri.Score(nextrole.Inputs{}); err == nil {
		t.Error("no tasks: want an error")
	}
	for _, p := range []float64{-0.01, 0.51, math.NaN(), math.Inf(1)} {
		if _, err := aijri.ScoreAt(registrar(), p); len(nextrole.Problems(err)) != 1 || nextrole.Problems(err)[0].Field != "p" {
			t.Errorf("p = %v: %v", p, err)
		}
	}
}

func TestZoneOfShownScore(t *testing.T) {
	inf := math.Inf(1)
	for _, test := range []struct {
		score, shown float64
		zone         nextrole.Zone
		boundary     bool
	}{
		{24.94, 24.9, nextrole.Red, true},
		{24.9499, 24.9, nextrole.Red, true},
		{24.95, 25.0, nextrole.Yellow, true},
		{47.94, 47.9, nextrole.Yellow, true},
		{47.95, 48.0, nextrole.Green, true},
		{0.05, 0.1, nextrole.Red, false},
		{23.94, 23.9, nextrole.Red, false},
		{23.95, 24.0, nextrole.Red, true},
		{26.04, 26.0, nextrole.Yellow, true},
		{26.05, 26.1, nextrole.Yellow, false},
		{46.94, 46.9, nextrole.Yellow, false},
		{47.0, 47.0, nextrole.Yellow, true},
		{49.04, 49.0, nextrole.Green, true},
		{49.05, 49.1, nextrole.Green, false},
		{100, 100, nextrole.Green, false},
		{-inf, -inf, nextrole.ZoneNone, false},
		{inf, inf, nextrole.ZoneNone, false},
	} {
		if shown := aijri.Shown(test.score); shown != test.shown {
			t.Errorf("Shown(%v) = %v, want %v", test.score, shown, test.shown)
		}
		if zone := aijri.ZoneOf(test.score); zone != test.zone {
			t.Errorf("ZoneOf(%v) = %s, want %s", test.score, zone, test.zone)
		}
		if at := aijri.AtBoundary(test.score); at != test.boundary {
			t.Errorf("AtBoundary(%v) = %v, want %v", test.score, at, test.boundary)
		}
	}
	if zone := aijri.ZoneOf(math.NaN()); zone != nextrole.ZoneNone {
		t.Errorf("ZoneOf(NaN) = %s, want none", zone)
	}
}

// The zone of a result, the one its chances are counted by, and the resistance
// that reaches it agree on which side of the limit a score falls.
func TestNeededResistance(t *testing.T) {
	for _, in := range []nextrole.Inputs{
		registrar(),
		inputs("100×3", zero, zero, 0),
		inputs("100×1", most, most, 2),
		inputs("100×5", least, zero, -2),
		inputs("37.5×2, 62.5×4", [5]int{1, 0, 2}, [5]int{2, 1}, 1),
	} {
		r := score(t, in)
		product := aijri.EvidenceFactor(r.Evidence) * aijri.BarrierFactor(r.Barriers) * aijri.GrowthFactor(r.Growth)
		for _, target := range []struct {
			needed *float64
			shown  float64
		}{{r.ToYellow, 25}, {r.ToGreen, 48}} {
			if target.needed == nil {
				if shown := aijri.Shown(aijri.Scale(5 * product)); shown >= target.shown {
					t.Errorf("resistance 5 shows %v, yet %v is called out of reach", shown, target.shown)
				}
				continue
			}
			if shown := aijri.Shown(aijri.Scale(*target.needed * product)); shown != target.shown {
				t.Errorf("resistance %v shows %v, want %v", *target.needed, shown, target.shown)
			}
			if shown := aijri.Shown(aijri.Scale((*target.needed - 1e-6) * product)); shown >= target.shown {
				t.Errorf("a little less than %v still shows %v", *target.needed, shown)
			}
		}
	}
	if r := score(t, registrar()); r.ToGreen != nil {
		t.Errorf("29-9021.00 reaches Green at %v, want never", *r.ToGreen)
	}
}

func TestSteps(t *testing.T) {
	var deltas, raws []float64
	for _, s := range score(t, registrar()).Steps() {
		deltas = append(deltas, s.Delta)
		raws = append(raws, math.Round(s.Raw*1e6)/1e6)
	}
	if diff := cmp.Diff([]float64{26.6, -5.3, 1.1, -1.5}, deltas); diff != "" {
		t.Errorf("shown steps (−want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]float64{2.65, 2.226, 2.31504, 2.199288}, raws); diff != "" {
		t.Errorf("running products (−want +got):\n%s", diff)
	}
}

func TestJSON(t *testing.T) {
	b, err := json.Marshal(score(t, registrar()))
	if err != nil {
		t.Fatal(err)
	}
	keys := []string{
		`{"taskResistance":2.65`, `"evidence":-4`, `"barriers":2`, `"growth":-1`, `"raw":2.199288`, `"score":20.9`,
		`"zone":"red"`, `"label":null`, `"clamped":false`, `"split":{"disp":0.45,"aug":0.45,"not":0.1}`,
		`"share3plus":0.9`, `"mean":21.2`, `"sd":3.4`, `"likely":[16.9`, `"chance":{"red":0.85`, `"toYellow":3.034`, `"toGreen":null}`,
	}
	rest := string(b)
	for _, key := range keys {
		_, after, found := strings.Cut(rest, key)
		if !found {
			t.Fatalf("no %s in order in %s", key, b)
		}
		rest = after
	}
}
