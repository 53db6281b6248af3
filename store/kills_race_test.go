//go:build race

package store_test

// kills is how many imports are killed: under the race detector, which watches one
// process, each takes many times as long.
const kills = 5
