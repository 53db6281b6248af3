package aijri

import "nextrole"

// Alone returns the inputs of a week that consists of some of the tasks only,
// each with its part of the whole in proportion to its share. Evidence, barriers
// and growth stay, since they are the role's. It reports false where these tasks
// have no time, or there is no such task.
//
// Where a code joins two kinds of work, their scores alone are presets of a
// week, and no part of the published method.
func Alone(in nextrole.Inputs, tasks []int) (nextrole.Inputs, bool) {
	alone := in
	alone.Tasks = nil
	for _, i := range tasks {
		if i < 0 || i >= len(in.Tasks) {
			return nextrole.Inputs{}, false
		}
		alone.Tasks = append(alone.Tasks, in.Tasks[i])
	}
	all := total(alone.Tasks)
	if all <= 0 {
		return nextrole.Inputs{}, false
	}
	// What rounding down leaves goes to the first tasks, a hundredth of a
	// percent each, so that the shares are exactly the whole.
	left := nextrole.Whole
	for i := range alone.Tasks {
		share := &alone.Tasks[i].Share
		*share = *share * nextrole.Whole / all
		left -= *share
	}
	for i := range alone.Tasks {
		if left == 0 {
			break
		}
		alone.Tasks[i].Share++
		left--
	}
	return alone, true
}
