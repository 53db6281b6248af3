// Package display brings a window onto the screen, or says why it cannot.
package display

import (
	"bytes"
	"fmt"
	"log"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// Show shows a window, and returns an error where it did not come to be, as on
// a screen without OpenGL. Fyne only logs that, and its Run would then wait for
// ever for a window that nobody can see or close.
func Show(w fyne.Window) error {
	logged := show(w)
	if there(w) {
		_, _ = log.Writer().Write(logged) // on Windows there may be no terminal, as for the log itself
		return nil
	}
	err := fmt.Errorf("the window cannot be opened: OpenGL, which draws it, does not work here%s.\n%s\n%s",
		cause(logged), advice(runtime.GOOS), "Until then, nextrolectl shows the same roles and scores in a terminal; see nextrolectl help.")
	tell("NextRole: " + err.Error())
	return err
}

// show shows a window and returns what was logged meanwhile, so that an error
// can give its cause, and once.
func show(w fyne.Window) []byte {
	var logged bytes.Buffer
	before := log.Writer()
	log.SetOutput(&logged)
	shown := false
	defer func() {
		log.SetOutput(before)
		if !shown { // it panics: keep what was said before that
			_, _ = before.Write(logged.Bytes())
		}
	}()
	w.Show()
	shown = true
	return logged.Bytes()
}

// there reports whether a window has one of the system's behind it. What does
// not know, as a window in memory, counts as there.
func there(w fyne.Window) bool {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return true
	}
	found := true
	native.RunNative(func(context any) {
		switch c := context.(type) {
		case driver.X11WindowContext:
			found = c.WindowHandle != 0
		case driver.WaylandWindowContext:
			found = c.WaylandSurface != 0
		case driver.WindowsWindowContext:
			found = c.HWND != 0
		case driver.MacWindowContext:
			found = c.NSWindow != 0
		}
	})
	return found
}

// cause returns the driver's reason in brackets, or nothing. Fyne logs a line
// for what happened, one for its cause and one for the place in its code.
func cause(logged []byte) string {
	const before, what = "window creation error", "Cause: "
	_, after, _ := strings.Cut(string(logged), before)
	if _, reason, ok := strings.Cut(after, what); ok {
		reason, _, _ = strings.Cut(reason, "\n")
		return " (" + strings.TrimSpace(reason) + ")"
	}
	return ""
}

// advice says how a system comes by OpenGL.
func advice(system string) string {
	switch system {
	case "windows":
		return "Install the graphics driver of the computer's maker. In a remote session or a virtual machine, try at the computer itself."
	case "darwin":
		return "In a remote session or a virtual machine, try at the computer itself."
	}
	return "Install Mesa, which needs no graphics card: libgl1-mesa-dri, libglx-mesa0 and libegl-mesa0 on Debian and Ubuntu, " +
		"mesa-dri-drivers, mesa-libGL and mesa-libEGL on Fedora, mesa on Arch. The screen must offer OpenGL too: " +
		"some remote desktops do not; try at the computer itself."
}
