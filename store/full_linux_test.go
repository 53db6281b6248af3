package store_test

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"nextrole"
	"nextrole/store"
)

// TestFullDisk creates and saves on disks without room: nothing that was saved
// is lost, and nothing is left lying about.
func TestFullDisk(t *testing.T) {
	if !mayMount(t) {
		return
	}
	t.Run("first start", func(t *testing.T) {
		dir := smallDisk(t, "size=32k")
		path := filepath.Join(dir, "l.db")
		if _, err := store.Open(path, "v1", reads(sample("v1", 100)), store.Options{}); code(err) != store.Full {
			t.Errorf("%v, want the code %s", err, store.Full)
		}
		if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
			t.Errorf("left behind: %v (%v)", left, err)
		}
	})
	t.Run("saving", func(t *testing.T) {
		dir := smallDisk(t, "size=1m")
		path, filler := filepath.Join(dir, "l.db"), filepath.Join(dir, "filler")
		set := sample("v1", 2)
		l := mustOpen(t, path, set)
		kept := nextrole.Note{Code: "29-0001.00", Text: "é"}
		must(t, 0, l.SetNote(kept))
		fill(t, filler)

		more := kept
		var err error
		for err == nil { // the room that the file has left takes the first
			if len(more.Text) > 1<<20 {
				t.Fatal("there is always room")
			}
			kept, more.Text = more, more.Text+more.Text
			err = l.SetNote(more)
		}
		if code(err) != store.Full {
			t.Errorf("%v, want the code %s", err, store.Full)
		}
		if found, _, err := l.Note(kept.Code); err != nil || found != kept {
			t.Errorf("after what could not be saved, the note has %d bytes (%v), want %d", len(found.Text), err, len(kept.Text))
		}
		mustClose(t, l)

		l = mustOpen(t, path, set)
		if found, _, err := l.Note(kept.Code); err != nil || found != kept {
			t.Errorf("opened again, the note has %d bytes (%v), want %d", len(found.Text), err, len(kept.Text))
		}
		must(t, 0, os.Remove(filler))
		must(t, 0, l.SetNote(more))
	})
}

// mayMount reports whether the test may mount disks. Where it may not it runs
// once more in a world of its own, in which it may.
func mayMount(t *testing.T) bool {
	t.Helper()
	const inside = "NEXTROLE_TEST_MAY_MOUNT"
	if os.Getenv(inside) != "" {
		return true
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	again := exec.Command(self, "-test.run=^"+t.Name()+"$", "-test.v")
	again.Env = append(os.Environ(), inside+"=yes")
	again.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	said, err := again.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err != nil && !errors.As(err, &exit), strings.Contains(string(said), "--- SKIP"):
		t.Skip("needs a system that lets people mount a disk of their own")
	case err != nil || !strings.Contains(string(said), "--- PASS: "+t.Name()+"/saving"):
		t.Errorf("%v\n%s", err, said)
	}
	return false
}

// smallDisk mounts a disk in memory and returns its folder.
func smallDisk(t *testing.T, size string) string {
	t.Helper()
	dir := t.TempDir()
	err := syscall.Mount("none", dir, "tmpfs", 0, size)
	if errors.Is(err, fs.ErrPermission) {
		t.Skip("needs the right to mount a disk")
	}
	must(t, 0, err)
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fill writes a file until the disk is full.
func fill(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	block := make([]byte, 4096)
	for err == nil {
		_, err = f.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatal(err)
	}
}
