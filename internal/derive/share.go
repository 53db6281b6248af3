package derive

import (
	"fmt"
	"math"

	"nextrole"
)

// Ratings are kept in hundredths, so that the products a person reads are those
// that shares are computed from, and the shares are exact.
const hundredth = 100

// rating is a rating of a task in hundredths, and whether it is O*NET's own.
type rating struct {
	value int
	rated bool
}

// weights are the ratings of tasks. A list is nil where O*NET rates none of them
// by it; where it rates some, the others have the average of these.
type weights struct {
	count      int
	total      int      // of the products
	importance []rating // 1.00 … 5.00
	frequency  []rating // 1.00 … 7.00: the mean answer, from yearly or less to hourly or more
}

// Shares divides working time among tasks: by importance × frequency, by the one
// of the two that O*NET rates, or equally where it rates neither. The mean answer
// stands for the frequency and no number of times, because what is done more
// often takes less time each time. Shares total exactly 100 %: what rounding
// leaves goes to the largest remainders, and among equal ones to the first tasks.
func Shares(tasks []nextrole.RatedTask) []nextrole.Share { return weigh(tasks).shares() }

func weigh(tasks []nextrole.RatedTask) weights {
	w := weights{count: len(tasks)}
	w.importance = ratings(tasks, func(t nextrole.RatedTask) (float64, bool) {
		if t.Importance == nil {
			return 0, false
		}
		return *t.Importance, *t.Importance >= 1 && *t.Importance <= 5
	})
	w.frequency = ratings(tasks, func(t nextrole.RatedTask) (float64, bool) { return meanAnswer(t.Frequency) })
	for i := range tasks {
		w.total += w.product(i)
	}
	return w
}

// ratings collects one rating of all tasks.
func ratings(tasks []nextrole.RatedTask, of func(nextrole.RatedTask) (float64, bool)) []rating {
	list := make([]rating, len(tasks))
	sum, n := 0, 0
	for i, t := range tasks {
		if v, ok := of(t); ok {
			list[i] = rating{int(math.Round(v * hundredth)), true}
			sum += list[i].value
			n++
		}
	}
	if n == 0 {
		return nil
	}
	for i := range list {
		if !list[i].rated {
			list[i].value = (sum + n/2) / n
		}
	}
	return list
}

// answers is how many answers there are to how often a task is done.
const answers = 7

// meanAnswer is the mean of the answers 1 to 7 by the percent that gave each.
func meanAnswer(percent []float64) (float64, bool) {
	var sum, all float64
	if len(percent) > answers {
		return 0, false
	}
	for i, p := range percent {
		if !(p >= 0 && p <= 100) {
			return 0, false
		}
		sum += p * float64(i+1)
		all += p
	}
	return sum / all, all > 0
}

// equal reports whether nothing is rated, so that all tasks count the same.
func (w weights) equal() bool { return w.importance == nil && w.frequency == nil }

// product is what a task counts, in ten-thousandths.
func (w weights) product(i int) int {
	product := hundredth * hundredth
	if w.importance != nil {
		product = product / hundredth * w.importance[i].value
	}
	if w.frequency != nil {
		product = product / hundredth * w.frequency[i].value
	}
	return product
}

// shares divides the whole.
func (w weights) shares() []nextrole.Share {
	products := make([]int, w.count)
	for i := range products {
		products[i] = w.product(i)
	}
	return nextrole.Divide(nextrole.Whole, products)
}

// words says how the share of a task comes about.
func (w weights) words(i int, share nextrole.Share) string {
	product, total := float64(w.product(i))/(hundredth*hundredth), float64(w.total)/(hundredth*hundredth)
	of := fmt.Sprintf("of %s for all tasks", nextrole.Decimal(total, 2))
	switch {
	case w.equal():
		return fmt.Sprintf("Share of time: O*NET’s ratings of these tasks are not there, so all %d count the same: %v.", w.count, share)
	case w.frequency == nil:
		return fmt.Sprintf("Share of time: %s, %s: %v. O*NET’s answers on frequency are not there.", w.importance[i].words("importance", 5), of, share)
	case w.importance == nil:
		return fmt.Sprintf("Share of time: %s, %s: %v. O*NET’s ratings of importance are not there.", w.frequency[i].words("frequency", 7), of, share)
	}
	return fmt.Sprintf("Share of time: %s × %s = %s, %s: %v.",
		w.importance[i].words("importance", 5), w.frequency[i].words("frequency", 7), nextrole.Decimal(product, 2), of, share)
}

func (r rating) words(what string, most int) string {
	s := fmt.Sprintf("%s %s of %d", what, nextrole.Decimal(float64(r.value)/hundredth, 2), most)
	if !r.rated {
		s += " (not rated, so the average of the rated tasks)"
	}
	return s
}
