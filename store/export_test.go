package store

import (
	"time"

	"nextrole/internal/source/starter"
)

// Schema is the version of the layout.
const Schema = schema

// SealHead returns the stored head of a library with another version, whose
// reference data has a digest.
func SealHead(version uint64, digest string) []byte {
	stored, err := seal(libraryBucket, headKey, head{Schema: version, Digest: digest})
	if err != nil {
		panic(err)
	}
	return stored
}

// PathOn is [DefaultPath] on another system.
var PathOn = defaultPath

// Explain turns an error of the system into one for people.
var Explain = explain

// RescueSteps returns the steps of a rescue, to be cut off after any of them as
// by a process that is killed, and what then goes with the process.
func RescueSteps(path, digest string, set func() (starter.Set, error), day time.Time) (steps []func() error, die func()) {
	r := &rescue{path: path, digest: digest, set: set, day: day}
	return r.steps(), func() { _ = r.file.Close() }
}
