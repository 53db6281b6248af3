package store

// SealHead returns the stored head of a library with another version.
func SealHead(version uint64) []byte {
	stored, err := seal(libraryBucket, headKey, head{Schema: version})
	if err != nil {
		panic(err)
	}
	return stored
}

// PathOn is [DefaultPath] on another system.
var PathOn = defaultPath

// Explain turns an error of the system into one for people.
var Explain = explain
