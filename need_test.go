package nextrole_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// bare returns a folder to use as PATH on which nothing is installed but what
// every Debian has, go, and an apt-get that writes down what it is asked for.
func bare(t *testing.T, also map[string]string) string {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("needs Linux, as tools/need does")
	}
	folder := t.TempDir()
	for _, name := range []string{"sh", "sed", "sort", "tr", "env"} {
		found, err := exec.LookPath(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(found, filepath.Join(folder, name)); err != nil {
			t.Fatal(err)
		}
	}
	scripts := map[string]string{"go": "exit 0", "id": "echo 0", "apt-get": `echo "apt-get $*" >&2`}
	for name, script := range also {
		scripts[name] = script
	}
	for name, script := range scripts {
		if script == "" {
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+script+"\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestNeed(t *testing.T) {
	const everything = "clang libgl1-mesa-dev libwayland-dev libx11-dev libxcursor-dev libxi-dev libxinerama-dev " +
		"libxkbcommon-dev libxrandr-dev libxxf86vm-dev pkg-config"
	for _, c := range []struct {
		name string
		on   map[string]string // what else is there; empty takes it away
		fail bool
		says []string
		not  string
	}{
		{
			"on a bare system it says why and installs", nil, false,
			[]string{"  clang: compiler for the window", "  libgl1-mesa-dev: OpenGL headers", "install -y --no-install-recommends " + everything},
			"sudo",
		},
		{
			"only what is missing",
			map[string]string{"clang": "exit 0", "pkg-config": `case "$*" in *x11*) exit 1; esac`},
			false,
			[]string{"  libx11-dev: X11 headers", "install -y --no-install-recommends libx11-dev"},
			"libgl1",
		},
		{"nothing is missing", map[string]string{"clang": "exit 0", "pkg-config": "exit 0"}, false, nil, "apt"},
		{
			"without root it asks through sudo",
			map[string]string{"id": "echo 1000", "sudo": `echo "sudo $*" >&2; shift; exec "$@"`},
			false,
			[]string{"sudo -n env", everything},
			"Ask somebody",
		},
		{"without root and sudo", map[string]string{"id": "echo 1000"}, true, []string{"Ask somebody who may", everything}, "Installing"},
		{"without apt", map[string]string{"apt-get": ""}, true, []string{"apt-get is not here", everything}, "Installing"},
		{"without Go", map[string]string{"go": ""}, true, []string{"needs Go"}, "Installing"},
		{"apt without a network", map[string]string{"apt-get": "exit 100"}, true, []string{"could not install: clang", "update failed"}, "sudo"},
	} {
		t.Run(c.name, func(t *testing.T) {
			need := exec.Command(filepath.Join("tools", "need"), "window")
			need.Env = []string{"PATH=" + bare(t, c.on)}
			out, err := need.CombinedOutput()
			if (err != nil) != c.fail {
				t.Errorf("error %v", err)
			}
			for _, s := range c.says {
				if !strings.Contains(string(out), s) {
					t.Errorf("it does not say %q", s)
				}
			}
			if strings.Contains(string(out), c.not) || len(c.says) == 0 && len(out) > 0 {
				t.Errorf("it says %q", c.not)
			}
			if t.Failed() {
				t.Logf("%s", out)
			}
		})
	}
}
