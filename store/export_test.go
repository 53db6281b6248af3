package store

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
