//go:build journey

package main_test

import (
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"nextrole"
	"nextrole/store"
)

// archive writes a small release of O*NET as its publisher packs one.
func archive(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "db_30_1_text.zip")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for name, text := range map[string]string{
		"db_30_1_text/Read Me.txt":         "O*NET 30.1 Database\r\nDecember 2025 Release\r\n",
		"db_30_1_text/Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\r\n15-1211.01\tHealth Informatics Specialists\tShape systems.\r\n53-9999.00\tLighthouse Keepers\tKeep lights.\r\n",
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), f.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestImportByKeyboard goes from a downloaded archive to reading a role, and finds
// what was imported at the next start.
func TestImportByKeyboard(t *testing.T) {
	s := newScreen(t, 1400, 900)
	library := fresh(t)
	l := newLibrary(t, library, nextrole.Settings{Welcomed: true, Place: "explore"})
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	p := open(s, library)
	p.keys("ctrl+6")
	p.at("library")
	p.steady()
	p.keys("Return") // what the keyboard is at: Import file…
	p.steady()
	p.keys("ctrl+a")
	p.write(archive(t))
	p.keys("Return")
	p.steady()
	p.keys("Return") // Import
	await(t, "the import", func() bool { return imported(t, library) == 1 })
	p.steady()
	p.keys("Return") // Open Health Informatics Specialists
	p.at("role/15-1211.01/summary")
	p.quit()

	p = open(s, library)
	p.keys("ctrl+k")
	p.write("lighthouse")
	p.keys("Return")
	p.at("role/53-9999.00/summary")
	p.quit()
}

// imported counts what was imported into a library, as it was saved last.
func imported(t *testing.T, path string) int {
	t.Helper()
	l, err := store.Open(path, "", nil, store.Options{ReadOnly: true})
	if err != nil {
		return -1 // it is being saved
	}
	defer l.Close()
	list, err := l.Imports()
	if err != nil {
		t.Fatal(err)
	}
	return len(list)
}
