package nextrole_test

import (
	"cmp"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// bare returns a folder to use as PATH on which nothing is installed but what
// every system has, go, and package managers that write down what they are
// asked for: apt-get unless the test says otherwise.
func bare(t *testing.T, also map[string]string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("needs a Unix shell, as tools/need does")
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
	scripts := map[string]string{"go": "exit 0", "id": "echo 0", "uname": "echo Linux", "apt-get": `echo "apt-get $*" >&2`}
	maps.Copy(scripts, also)
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

// What a system lacks apt-get and has instead.
var (
	fedora  = map[string]string{"apt-get": "", "dnf": `echo "dnf $*" >&2`}
	arch    = map[string]string{"apt-get": "", "pacman": `echo "pacman $*" >&2`}
	mac     = map[string]string{"apt-get": "", "uname": "echo Darwin", "xcode-select": `echo "xcode-select $*" >&2; [ "$1" != -p ]`}
	macDone = map[string]string{"apt-get": "", "uname": "echo Darwin", "xcode-select": "exit 0", "brew": `echo "brew $*" >&2`, "id": "echo 501"}
	asAda   = map[string]string{"id": "echo 1000", "sudo": `echo "sudo $*" >&2; shift; exec "$@"`}
)

func both(a, b map[string]string) map[string]string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

func TestNeed(t *testing.T) {
	const (
		onDebian = "clang libgl1-mesa-dev libwayland-dev libx11-dev libxcursor-dev libxi-dev libxinerama-dev " +
			"libxkbcommon-dev libxrandr-dev libxxf86vm-dev pkg-config"
		onFedora = "clang libX11-devel libXcursor-devel libXi-devel libXinerama-devel libXrandr-devel libXxf86vm-devel " +
			"libxkbcommon-devel mesa-libGL-devel pkgconf-pkg-config wayland-devel"
		onArch = "clang libglvnd libx11 libxcursor libxi libxinerama libxkbcommon libxrandr libxxf86vm pkgconf wayland"
	)
	for _, c := range []struct {
		name    string
		on      map[string]string // what else is there; empty takes it away
		purpose string            // window unless it says otherwise
		fail    bool
		says    []string
		not     string
	}{
		{
			"on a bare system it says why and installs", nil, "", false,
			[]string{"  clang: compiler for the window", "  libgl1-mesa-dev: OpenGL headers", "install -y --no-install-recommends " + onDebian},
			"sudo",
		},
		{
			"only what is missing",
			map[string]string{"clang": "exit 0", "pkg-config": `case "$*" in *x11*) exit 1; esac`},
			"", false,
			[]string{"  libx11-dev: X11 headers", "install -y --no-install-recommends libx11-dev"},
			"libgl1",
		},
		{"nothing is missing", map[string]string{"clang": "exit 0", "pkg-config": "exit 0"}, "", false, nil, "apt"},
		{"without root it asks through sudo", asAda, "", false, []string{"sudo -n env", onDebian}, "Ask somebody"},
		{
			"without root and sudo",
			map[string]string{"id": "echo 1000"},
			"", true,
			[]string{"Ask somebody who may: apt-get install", onDebian},
			"Installing",
		},
		{"without a package manager", map[string]string{"apt-get": ""}, "", true, []string{"neither apt-get", onDebian}, "Installing"},
		{
			"on Windows pacman is another's", both(arch, map[string]string{"uname": "echo MINGW64_NT-10.0"}), "", true,
			[]string{"For Windows see CONTRIBUTING.md"},
			"Installing",
		},
		{"without Go", map[string]string{"go": ""}, "", true, []string{"needs Go"}, "Installing"},
		{"apt without a network", map[string]string{"apt-get": "exit 100"}, "", true, []string{"could not install: clang", "update failed"}, "sudo"},
		{
			"on Fedora", fedora, "", false,
			[]string{"  mesa-libGL-devel: OpenGL headers", "dnf install -y --setopt=install_weak_deps=False " + onFedora},
			"apt",
		},
		{"on Fedora without root", both(fedora, asAda), "", false, []string{"sudo -n dnf install -y"}, "Ask somebody"},
		{
			"on Fedora without root and sudo", both(fedora, map[string]string{"id": "echo 1000"}), "", true,
			[]string{"Ask somebody who may: dnf install", onFedora},
			"Installing",
		},
		{
			"on Fedora, to test", fedora, "journey", false,
			[]string{"xorg-x11-server-Xvfb xorg-x11-xauth xprop xwininfo"},
			"x11-utils",
		},
		{"on Arch", arch, "", false, []string{"  libglvnd: OpenGL headers", "pacman -S --needed --noconfirm " + onArch}, "apt"},
		{"on Arch, to test", arch, "journey", false, []string{"xorg-server-xvfb xorg-xauth xorg-xprop xorg-xwininfo"}, "x11-utils"},
		{
			"on Arch with old package lists", both(arch, map[string]string{"pacman": "exit 1"}), "", true,
			[]string{"pacman could not install", "sudo pacman -Syu"},
			"apt",
		},
		{"on macOS", mac, "", true, []string{"  xcode: compiler", "xcode-select --install", "run the same command again"}, "Installing"},
		{"on macOS with Apple's tools", macDone, "", false, nil, "brew"},
		{"on macOS there is no journey", macDone, "journey", false, nil, "brew"},
		{"on macOS, for Windows", macDone, "windows", false, []string{"brew install mingw-w64"}, "sudo"},
		{
			"on macOS without brew, for Windows", both(macDone, map[string]string{"brew": ""}), "windows", true,
			[]string{"brew is not here", "mingw-w64"},
			"Installing",
		},
		{"for Windows", nil, "windows", false, []string{"clang gcc-mingw-w64-x86-64-win32"}, "libx11"},
	} {
		t.Run(c.name, func(t *testing.T) {
			need := exec.Command(filepath.Join("tools", "need"), cmp.Or(c.purpose, "window"))
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
