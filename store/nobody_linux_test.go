package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"
)

// asNobody makes the rest of the test work on files as somebody without rights
// of their own, in a folder that is theirs. The administrator may write
// anywhere, so nothing would be refused otherwise.
func asNobody(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	const nobody = 65534
	must(t, 0, errors.Join(os.Chmod(filepath.Dir(dir), 0o755), os.Chown(dir, nobody, nobody)))
	runtime.LockOSThread() // Linux keeps this per thread
	must(t, 0, syscall.Setfsuid(nobody))
	t.Cleanup(func() {
		must(t, 0, syscall.Setfsuid(0))
		runtime.UnlockOSThread()
	})
}
