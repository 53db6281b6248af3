package aijri

import (
	"math"
	"slices"

	"nextrole"
)

// Way is a kind of change that could bring a score into another zone.
type Way string

// The ways.
const (
	OneInput Way = "one"  // one rating, by as few steps as possible
	Pair     Way = "pair" // two ratings, each by a single step
	MoveTime Way = "time" // time moved from one task to another
)

// Change is one change of an assessment: of a rating or, where time moves, of
// the share of a task.
type Change struct {
	Input    Input
	From, To float64 // the rating, or the share in percent
}

// Tipping is a change that reaches a zone.
type Tipping struct {
	Way     Way
	Changes []Change
	Score   float64
	Zone    nextrole.Zone // of the score: the zone reached, or one beyond it
}

// Target is what brings a score into another zone. All of it is solved exactly,
// and nil where nothing of the kind does.
type Target struct {
	Zone nextrole.Zone

	One  *Tipping // the rating that gets there in the fewest steps
	Pair *Tipping // the two ratings that go farthest in a single step each
	Time *Tipping // the least time that has to move between two tasks

	// Step and TwoSteps are the farthest scores that a single step, and two
	// ratings by a step each, come to, whether they reach the zone or not.
	Step, TwoSteps float64
	// Mix is the farthest score that the same tasks come to, however the time is
	// spread among them.
	Mix float64
	// Needed is the task resistance that reaches the zone with all else as it is. It
	// may be beyond 1…5, and then no change of tasks does: see [Target.NoMix].
	Needed float64

	Least *Effort
}

// Effort is the fewest single steps, of all ratings together, that reach a zone.
type Effort struct {
	Tasks, Evidence, Barriers, Growth int
	Score                             float64
}

// Steps is how many there are.
func (e Effort) Steps() int { return e.Tasks + e.Evidence + e.Barriers + e.Growth }

// SingleStep reports whether one step of one rating reaches the zone.
func (t Target) SingleStep() bool {
	return t.One != nil && math.Abs(t.One.Changes[0].To-t.One.Changes[0].From) == 1
}

// NoMix reports whether no change of tasks, however rated, reaches the zone.
func (t Target) NoMix() bool { return t.Needed < 1 || t.Needed > 5 }

// MixReaches reports whether some spread of the time among the same tasks does.
func (t Target) MixReaches(from nextrole.Zone) bool { return goalOf(t.Zone, from).in(ZoneOf(t.Mix)) }

// Tip returns what brings the score into each of the other zones, the nearest
// first. Its errors are those of [Score].
//
// Where several changes are equally good, the one that leaves its ratings
// farther from the ends of their scales counts, since those are rarely given;
// then the first in the order of the formula.
func Tip(in nextrole.Inputs) ([]Target, error) {
	r, err := Score(in)
	if err != nil {
		return nil, err
	}
	s := solver{in: in, at: stateOf(in)}
	for i := range All(in) {
		s.inputs = append(s.inputs, i)
	}
	var targets []Target
	for _, zone := range map[nextrole.Zone][]nextrole.Zone{
		nextrole.Red:    {nextrole.Yellow, nextrole.Green},
		nextrole.Yellow: {nextrole.Green, nextrole.Red},
		nextrole.Green:  {nextrole.Yellow, nextrole.Red},
	}[r.Zone] {
		targets = append(targets, s.target(zone, r.Zone))
	}
	return targets, nil
}

// state is an assessment as far as its score depends on it.
type state struct{ resistance, evidence, barriers, growth int }

func stateOf(in nextrole.Inputs) state {
	return state{uncapped(in.Tasks), sum(in.Evidence), sum(in.Barriers), in.Growth.Value}
}

func (s state) product() int { return capped(s.resistance) * s.modifier() }

func (s state) modifier() int {
	return evidencePercent(s.evidence) * barrierPercent(s.barriers) * growthPercent(s.growth)
}

// goal is the limit of a zone, seen from a score outside it.
type goal struct {
	zone      nextrole.Zone
	direction int // of the score: +1 up, −1 down
	limit     int // the product that is the zone's nearest
}

func goalOf(zone, from nextrole.Zone) goal {
	if slices.Index(ascending, zone) > slices.Index(ascending, from) {
		return goal{zone, +1, map[nextrole.Zone]int{nextrole.Yellow: leastYellow, nextrole.Green: leastGreen}[zone]}
	}
	return goal{zone, -1, map[nextrole.Zone]int{nextrole.Red: leastYellow - 1, nextrole.Yellow: leastGreen - 1}[zone]}
}

// ascending are the zones by score.
var ascending = []nextrole.Zone{nextrole.Red, nextrole.Yellow, nextrole.Green}

// in reports whether a zone is the goal's or one beyond it.
func (g goal) in(zone nextrole.Zone) bool {
	rank := slices.Index(ascending, zone)
	return g.direction*(rank-slices.Index(ascending, g.zone)) >= 0
}

func (g goal) reached(product int) bool { return g.direction*(product-g.limit) >= 0 }

// solver looks for changes of an assessment.
type solver struct {
	in     nextrole.Inputs
	at     state
	inputs []Input
}

func (s solver) target(zone, from nextrole.Zone) Target {
	g := goalOf(zone, from)
	t := Target{Zone: zone, Mix: s.mix(g)}
	var step, two int
	t.One, step = s.one(g)
	t.Pair, two = s.pair(g)
	t.Step, t.TwoSteps = scoreOf(step), scoreOf(two)
	t.Time, t.Least = s.time(g), s.least(g)
	t.Needed = float64(g.limit) / float64(s.at.modifier()) / one
	return t
}

// moved returns a state with a rating some steps on in the direction of the score.
func (s solver) moved(at state, i Input, steps, direction int) state {
	by := steps * direction
	switch i.Group {
	case Tasks:
		at.resistance += by * int(s.in.Tasks[i.Index].Share)
	case Evidence:
		at.evidence += by
	case Barriers:
		at.barriers += by
	case Growth:
		at.growth += by
	}
	return at
}

// idle reports that a rating moves nothing, since its task takes no time.
func (s solver) idle(i Input) bool { return i.Group == Tasks && s.in.Tasks[i.Index].Share == 0 }

// try is a change that may be the best.
type try struct {
	moves   []move
	steps   int
	product int
}

type move struct {
	input Input
	steps int
}

// room is how many steps the moves leave to the ends of their scales.
func (s solver) room(t try, direction int) int {
	room := 0
	for _, m := range t.moves {
		room += m.input.steps(m.input.Value(s.in), direction) - m.steps
	}
	return room
}

// beats reports whether a is better than b: fewer steps, then farther, then with
// more room on its scales.
func (s solver) beats(a, b try, direction int) bool {
	switch {
	case len(b.moves) == 0:
		return true
	case a.steps != b.steps:
		return a.steps < b.steps
	case a.product != b.product:
		return direction*(a.product-b.product) > 0
	}
	return s.room(a, direction) > s.room(b, direction)
}

func (s solver) one(g goal) (reaches *Tipping, step int) {
	var best try
	step = s.at.product()
	for _, i := range s.inputs {
		most := i.steps(i.Value(s.in), g.direction)
		for n := 1; n <= most && !s.idle(i); n++ {
			product := s.moved(s.at, i, n, g.direction).product()
			if n == 1 && g.direction*(product-step) > 0 {
				step = product
			}
			if g.reached(product) {
				if t := (try{[]move{{i, n}}, n, product}); s.beats(t, best, g.direction) {
					best = t
				}
				break
			}
		}
	}
	return s.tipping(OneInput, best, g), step
}

func (s solver) pair(g goal) (reaches *Tipping, two int) {
	var best try
	for k, i := range s.inputs {
		if s.idle(i) || i.steps(i.Value(s.in), g.direction) == 0 {
			continue
		}
		first := s.moved(s.at, i, 1, g.direction)
		for _, j := range s.inputs[k+1:] {
			if s.idle(j) || j.steps(j.Value(s.in), g.direction) == 0 {
				continue
			}
			t := try{[]move{{i, 1}, {j, 1}}, 2, s.moved(first, j, 1, g.direction).product()}
			if s.beats(t, best, g.direction) {
				best = t
			}
		}
	}
	if len(best.moves) == 0 {
		_, step := s.one(g)
		return nil, step
	}
	if !g.reached(best.product) {
		return nil, best.product
	}
	return s.tipping(Pair, best, g), best.product
}

func (s solver) tipping(way Way, t try, g goal) *Tipping {
	if len(t.moves) == 0 {
		return nil
	}
	var changes []Change
	for _, m := range t.moves {
		from := m.input.Value(s.in)
		changes = append(changes, Change{m.input, float64(from), float64(from + m.steps*g.direction*m.input.Better())})
	}
	return tippingOf(way, changes, t.product)
}

func tippingOf(way Way, changes []Change, product int) *Tipping {
	score := scoreOf(product)
	return &Tipping{Way: way, Changes: changes, Score: score, Zone: ZoneOf(score)}
}

// time returns the least share that has to move between two tasks. Of pairs that
// need the same, the one whose task has more time to give counts.
func (s solver) time(g goal) *Tipping {
	needed, ok := s.resistanceAt(g)
	if !ok {
		return nil
	}
	gap := g.direction * (needed - s.at.resistance)
	least, from, to := nextrole.Whole+1, -1, -1
	for i, giver := range s.in.Tasks {
		for j, taker := range s.in.Tasks {
			gain := g.direction * (giver.Score - taker.Score)
			if gain <= 0 {
				continue
			}
			share := nextrole.Share((gap + gain - 1) / gain)
			if share > giver.Share || taker.Share+share > nextrole.Whole {
				continue
			}
			if share < least || share == least && giver.Share > s.in.Tasks[from].Share {
				least, from, to = share, i, j
			}
		}
	}
	if from < 0 {
		return nil
	}
	at := s.at
	at.resistance += int(least) * (s.in.Tasks[from].Score - s.in.Tasks[to].Score)
	giver, taker := s.in.Tasks[from].Share, s.in.Tasks[to].Share
	return tippingOf(MoveTime, []Change{
		{Input{Tasks, from}, giver.Percent(), (giver - least).Percent()},
		{Input{Tasks, to}, taker.Percent(), (taker + least).Percent()},
	}, at.product())
}

// resistanceAt returns the task resistance nearest to the present one that
// reaches the goal with all else as it is.
func (s solver) resistanceAt(g goal) (int, bool) {
	modifier := s.at.modifier()
	needed := g.limit / modifier // the most that is not beyond it
	if g.direction > 0 {
		needed = (g.limit + modifier - 1) / modifier
	}
	return needed, needed >= leastResistance && needed <= mostResistance
}

// mix returns the farthest score of the same tasks, all time in one of them.
func (s solver) mix(g goal) float64 {
	at := s.at
	for k, t := range s.in.Tasks {
		if all := one * (6 - t.Score); k == 0 || g.direction*(all-at.resistance) > 0 {
			at.resistance = all
		}
	}
	return scoreOf(at.product())
}

// least returns the fewest steps of all ratings together. Tasks with much time
// come first, since each of their steps moves more; the ratings of the other
// groups all move alike, so it is enough to count them.
func (s solver) least(g goal) *Effort {
	resistances := []int{s.at.resistance}
	room := map[Group]int{}
	var shares []int
	for _, i := range s.inputs {
		n := i.steps(i.Value(s.in), g.direction)
		room[i.Group] += n
		for ; n > 0 && i.Group == Tasks && !s.idle(i); n-- {
			shares = append(shares, int(s.in.Tasks[i.Index].Share))
		}
	}
	slices.SortFunc(shares, func(a, b int) int { return b - a })
	for _, share := range shares {
		resistances = append(resistances, resistances[len(resistances)-1]+g.direction*share)
	}
	var best *Effort
	for e := range room[Evidence] + 1 {
		for b := range room[Barriers] + 1 {
			for w := range room[Growth] + 1 {
				at := state{0, s.at.evidence + g.direction*e, s.at.barriers + g.direction*b, s.at.growth + g.direction*w}
				t, found := slices.BinarySearchFunc(resistances, g, func(resistance int, g goal) int {
					at.resistance = resistance
					if g.reached(at.product()) {
						return 0
					}
					return -1
				})
				if !found {
					continue
				}
				at.resistance = resistances[t]
				effort := Effort{t, e, b, w, scoreOf(at.product())}
				if best == nil || effort.Steps() < best.Steps() || effort.Steps() == best.Steps() && float64(g.direction)*(effort.Score-best.Score) > 0 {
					best = &effort
				}
			}
		}
	}
	return best
}
