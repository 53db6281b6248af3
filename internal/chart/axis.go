package chart

import "math"

// axis is a stretch of numbers along the width, with round ticks.
type axis struct {
	from, to, step float64
	x, width       float64
	say            func(float64) string
}

// axisOver returns an axis that holds lo…hi, with as many ticks as their words
// have room for, at most so many steps.
func (s *sketch) axisOver(lo, hi, x, width float64, steps int, say func(float64) string) axis {
	if !(hi > lo) {
		hi = lo + max(math.Abs(lo)/10, 1)
	}
	step := roundStep((hi - lo) / float64(steps))
	for {
		a := axis{from: step * math.Floor(lo/step+1e-9), to: step * math.Ceil(hi/step-1e-9), step: step, x: x, width: width, say: say}
		widest := max(s.look.measure(say(a.from), caption), s.look.measure(say(a.to), caption)) + 12
		if a.to-a.from <= 1.5*step || width*step/(a.to-a.from) >= widest {
			return a
		}
		step = roundStep(step * 1.01)
	}
}

// roundStep is the least of 1, 2 and 5 times a power of ten that is not under v.
func roundStep(v float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	for _, times := range []float64{1, 2, 5} {
		if times*power >= v*(1-1e-9) {
			return times * power
		}
	}
	return 10 * power
}

// at is the place of a value; those off the axis stand at its end.
func (a axis) at(v float64) float64 {
	return a.x + a.width*min(max((v-a.from)/(a.to-a.from), 0), 1)
}

func (a axis) ticks() []float64 {
	n := int(math.Round((a.to - a.from) / a.step))
	ticks := make([]float64, 0, n+1)
	for i := 0; i <= n; i++ {
		ticks = append(ticks, a.from+float64(i)*a.step)
	}
	return ticks
}

// widest is the width of the widest number of an axis.
func (s *sketch) widest(a axis) float64 {
	width := 0.0
	for _, v := range a.ticks() {
		width = max(width, s.look.measure(a.say(v), caption))
	}
	return width
}

// grid draws a line at each tick from top to foot.
func (s *sketch) grid(a axis, top, foot float64) {
	for _, v := range a.ticks() {
		s.down(min(a.at(v), s.Width-1), top, foot-top, "chart.grid")
	}
}

// tickWords sets the numbers of an axis around y, but those that have no room.
func (s *sketch) tickWords(a axis, y float64) {
	end := math.Inf(-1)
	for _, v := range a.ticks() {
		w := s.look.measure(a.say(v), caption)
		x := within(a.at(v)-w/2, w, 0, s.Width)
		if x < end+6 || w > s.Width {
			continue
		}
		end = s.label(a.say(v), x, y, left, caption, "text2")
	}
}

// plain writes a number of an axis without more decimals than it needs.
func plain(v float64) string { return trimmed(v, 2) }

// least and greatest of the values that can be drawn; false where there are none.
func extent(values ...*float64) (lo, hi float64, ok bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if v != nil {
			lo, hi, ok = min(lo, *v), max(hi, *v), true
		}
	}
	return lo, hi, ok
}

// known returns v where it is a number from lo to hi, and else nil: what no
// source can mean is treated as absent.
func known(v *float64, lo, hi float64) *float64 {
	if v == nil || !(*v >= lo && *v <= hi) {
		return nil
	}
	return v
}

// mostPay is more dollars than anyone's pay a year.
const mostPay = 1e9

// pay is known for dollars.
func pay(v *float64) *float64 { return known(v, 0, mostPay) }
