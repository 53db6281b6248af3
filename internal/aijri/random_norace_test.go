//go:build !race

package aijri_test

// assessments is how many are drawn.
const assessments = 100_000
