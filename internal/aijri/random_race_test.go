//go:build race

package aijri_test

// assessments is how many are drawn: the race detector makes each ten times slower,
// and there is nothing concurrent to find.
const assessments = 4_000
