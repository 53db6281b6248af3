//go:build !(linux || darwin || freebsd || netbsd || openbsd || dragonfly)

package store

import (
	"os"
	"time"
)

// lock leaves locking to bbolt: where a descriptor cannot lock a file twice,
// what is inspected is compared with what bbolt opened; see open.
func lock(*os.File, time.Duration) error { return nil }
