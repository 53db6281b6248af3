package store

import (
	"os"
	"path/filepath"
	"runtime"
)

// DefaultPath returns where the library is kept if nobody says otherwise:
// nextrole/library.db in $XDG_DATA_HOME or ~/.local/share; on macOS
// NextRole/library.db in ~/Library/Application Support; on Windows
// NextRole\library.db in %LocalAppData%. The file need not exist.
func DefaultPath() (string, error) { return defaultPath(runtime.GOOS, os.Getenv) }

func defaultPath(system string, env func(string) string) (string, error) {
	home := env("HOME")
	switch system {
	case "windows":
		if data := env("LocalAppData"); data != "" {
			return filepath.Join(data, "NextRole", "library.db"), nil
		}
		return "", noFolder("%LocalAppData% is not set")
	case "darwin":
		if home != "" {
			return filepath.Join(home, "Library", "Application Support", "NextRole", "library.db"), nil
		}
	default:
		// The XDG specification has relative paths ignored.
		if data := env("XDG_DATA_HOME"); filepath.IsAbs(data) {
			return filepath.Join(data, "nextrole", "library.db"), nil
		}
		if home != "" {
			return filepath.Join(home, ".local", "share", "nextrole", "library.db"), nil
		}
	}
	return "", noFolder("$HOME is not set")
}

func noFolder(why string) error {
	return &Error{
		Code: Unwritable,
		What: "there is no folder for the library: " + why,
		Safe: "Nothing was changed.",
		Do:   "Name a file with --library.",
	}
}
