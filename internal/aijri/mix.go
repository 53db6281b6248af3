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
	weights := make([]int, len(alone.Tasks))
	for i, t := range alone.Tasks {
		weights[i] = int(t.Share)
	}
	if total(alone.Tasks) <= 0 {
		return nextrole.Inputs{}, false
	}
	for i, share := range nextrole.Divide(nextrole.Whole, weights) {
		alone.Tasks[i].Share = share
	}
	return alone, true
}
