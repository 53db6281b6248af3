//go:build !windows

package display

// tell leaves the telling to who gets the error, and writes it to the terminal.
func tell(string) {}
