//go:build journey

package main_test

import (
	"strings"
	"testing"
)

// TestNoOpenGL expects of a screen on which no window can be drawn a sentence
// about it, and an end.
func TestNoOpenGL(t *testing.T) {
	p := launch(newScreen(t, 1400, 900, "-extension", "GLX"), fresh(t))
	if status := p.status(); status != 1 {
		t.Errorf("exit status %d, want 1", status)
	}
	said := p.stderr.String()
	if !strings.Contains(said, "OpenGL, which draws it, does not work here") || !strings.Contains(said, "nextrolectl") {
		t.Errorf("said:\n%s", said)
	}
	p.noCrash()
}
