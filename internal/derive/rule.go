package derive

import (
	"fmt"
	"strings"
)

// Rule tells the rule in steps, for people.
func Rule() []string {
	return []string{
		"Take the tasks that O*NET lists for the occupation, and the labels that Eloundou et al. (2023) give each task, " +
			"one by GPT-4 and one by people. Tasks are matched by O*NET’s number of the task.",
		"Count each label: E0, a language model does not halve the time the task takes, 0; E2, software around a model could, ½; " +
			"E1, a model by itself could, 1. E3, a model that reads images, counts ½ like E2. This is how the study counts them in its main index.",
		"Take the mean of the two labels, or the one there is. The score of the task is 1 + 4 × that mean: 1 where neither label sees a use, " +
			"5 where both say that a model by itself could halve the time.",
		"Call a task “not involved” where the score is 1, “displaced” where it is 5, so only where the labels agree, and “augmented” elsewhere.",
		"Divide working time by importance × frequency, both as O*NET rates them: importance from 1 to 5, " +
			"frequency as the mean answer from 1, yearly or less, to 7, hourly or more. " +
			"Where a task is not rated, the average of the rated ones stands in; where only one of the two is rated at all, that one counts; " +
			"where neither is, all tasks count the same.",
		"Round shares to hundredths of a percent so that they total exactly 100%: what is left goes to the largest remainders.",
		"Leave out tasks without a label and say which. Where fewer than half of the tasks have one, there is no draft.",
		"Leave evidence, barriers and AI growth neutral, at 0, until a person sets them. " +
			"That an occupation is projected to grow is no evidence that it resists AI.",
		"Compute the score by the formula of AIJRI. It describes the typical job, is marked as derived wherever it stands, and is no forecast.",
	}
}

// RuleText is the rule as numbered lines.
func RuleText() string {
	var lines []string
	for i, step := range Rule() {
		lines = append(lines, fmt.Sprintf("%d. %s", i+1, step))
	}
	return strings.Join(lines, "\n") + "\n"
}
