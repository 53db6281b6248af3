//go:build !linux

package store_test

import (
	"os"
	"testing"
)

// asNobody leaves out a test that the administrator cannot run here.
func asNobody(t *testing.T, _ string) {
	t.Helper()
	if os.Geteuid() == 0 {
		t.Skip("needs a person who is not the administrator")
	}
}
