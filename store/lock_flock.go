//go:build linux || darwin || freebsd || netbsd || openbsd || dragonfly

package store

import (
	"errors"
	"os"
	"syscall"
	"time"

	bbolterrors "go.etcd.io/bbolt/errors"
)

// lockPause is how long to wait between attempts to lock a file.
const lockPause = 20 * time.Millisecond

// lock locks the file, as bbolt will once more through the same descriptor, so
// that no other process writes between the inspection and bbolt's opening.
func lock(f *os.File, wait time.Duration) error {
	for deadline := time.Now().Add(wait); ; time.Sleep(lockPause) {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return err
		}
		if time.Now().After(deadline) {
			return bbolterrors.ErrTimeout
		}
	}
}
