//go:build !race

package store_test

// kills is how many imports are killed.
const kills = 50
