package ui

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"

	"nextrole/internal/crash"
)

const withoutDisplay = "Use nextrolectl in a terminal, or nextrole --tour FOLDER built with -tags ci"

// NeedDisplay refuses to start without a display, where the driver would panic.
func NeedDisplay() error {
	native := runtime.GOOS == "windows" || runtime.GOOS == "darwin"
	if native || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != "" {
		return nil
	}
	return errors.New("there is no display to open a window on.\n" + withoutDisplay)
}

// Unreachable returns an error for the driver's way to say that the display is
// out of reach, which is a panic. Others go on, without what they would tell of
// a person.
func Unreachable(r any) error {
	if r == nil {
		return nil
	}
	if strings.Contains(fmt.Sprint(r), "GLFW library is not initialized") {
		return fmt.Errorf("the display %s cannot be reached.\n%s", cmp.Or(os.Getenv("DISPLAY"), os.Getenv("WAYLAND_DISPLAY")), withoutDisplay)
	}
	panic(crash.Hide(r))
}
