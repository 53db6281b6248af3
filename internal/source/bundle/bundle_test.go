package bundle_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nextrole/internal/source/bundle"
)

func write(t testing.TB, path string, content []byte) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// entry is a file of an archive.
type entry struct {
	name, content string
	mode          fs.FileMode
	stored        bool
}

func archive(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		if e.stored {
			h.Method = zip.Store
		}
		if e.mode != 0 {
			h.SetMode(e.mode)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, e.content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// contents reads all files of a bundle.
func contents(t testing.TB, b *bundle.Bundle) map[string]string {
	t.Helper()
	got := map[string]string{}
	for _, f := range b.Files {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err := errors.Join(err, r.Close()); err != nil {
			t.Fatal(err)
		}
		if int64(len(text)) != f.Size {
			t.Errorf("%s has %d bytes and says %d", f.Name, len(text), f.Size)
		}
		got[f.Name] = string(text)
	}
	return got
}

func open(t testing.TB, path string) *bundle.Bundle {
	t.Helper()
	b, err := bundle.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

func TestFileFolderArchive(t *testing.T) {
	dir := t.TempDir()
	file := write(t, filepath.Join(dir, "one", "Skills.txt"), []byte("a\tb\n"))
	folder := filepath.Join(dir, "two")
	write(t, filepath.Join(folder, "db", "Skills.txt"), []byte("skills"))
	write(t, filepath.Join(folder, "Read Me.txt"), []byte("read"))
	write(t, filepath.Join(folder, ".hidden", "x.txt"), []byte("x"))
	write(t, filepath.Join(folder, "inner.zip"), archive(t, entry{name: "a.txt"}))
	packed := write(t, filepath.Join(dir, "db.zip"), archive(t,
		entry{name: "db/"}, entry{name: "db/Skills.txt", content: "skills"}, entry{name: `db\Read Me.txt`, content: "read"},
		entry{name: "__MACOSX/db/._Skills.txt", content: "x"}, entry{name: "db/inner.zip", content: string(archive(t, entry{name: "a.txt", content: "aaaa"}))}))
	for path, want := range map[string]map[string]string{
		file:   {"Skills.txt": "a\tb\n"},
		folder: {"db/Skills.txt": "skills", "Read Me.txt": "read"},
		packed: {"db/Skills.txt": "skills", "db/Read Me.txt": "read"},
	} {
		b := open(t, path)
		if diff := cmp.Diff(want, contents(t, b)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
		if path != file && (len(b.Left) == 0 || !strings.Contains(fmt.Sprint(b.Left), "inner.zip")) {
			t.Errorf("%s: what is left out does not name the inner archive: %v", path, b.Left)
		}
	}
	sum, err := open(t, file).Files[0].Sum(context.Background())
	if want := fmt.Sprintf("%x", sha256.Sum256([]byte("a\tb\n"))); err != nil || sum != want {
		t.Errorf("sum %q, %v, want %s", sum, err, want)
	}
}

func TestLinksAreNotFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("making a link takes a right of its own on Windows")
	}
	dir := t.TempDir()
	secret := write(t, filepath.Join(t.TempDir(), "secret.txt"), []byte("secret"))
	write(t, filepath.Join(dir, "a.txt"), []byte("a"))
	if err := os.Symlink(secret, filepath.Join(dir, "b.txt")); err != nil {
		t.Fatal(err)
	}
	packed := write(t, filepath.Join(t.TempDir(), "l.zip"), archive(t, entry{name: "a.txt", content: "a"}, entry{name: "b.txt", content: secret, mode: 0o777 | fs.ModeSymlink}))
	for _, path := range []string{dir, packed} {
		b := open(t, path)
		if diff := cmp.Diff(map[string]string{"a.txt": "a"}, contents(t, b)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
		if len(b.Left) != 1 {
			t.Errorf("%s: left out %v", path, b.Left)
		}
	}
}

// overlapping is an archive whose second entry is the first one's bytes.
func overlapping(t testing.TB) []byte {
	b := archive(t, entry{name: "a.txt", content: strings.Repeat("a", 100), stored: true}, entry{name: "b.txt", content: strings.Repeat("a", 100), stored: true})
	second := bytes.LastIndex(b, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(b[second+42:], 0) // where its bytes begin
	return b
}

// lying is an archive whose entry has more bytes than it says.
func lying(t testing.TB) []byte {
	b := archive(t, entry{name: "a.txt", content: strings.Repeat("a", 100_000)})
	at := bytes.LastIndex(b, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(b[at+24:], 10) // its size
	return b
}

func TestHostileArchives(t *testing.T) {
	many := make([]entry, 100_000)
	for i := range many {
		many[i] = entry{name: fmt.Sprintf("%d.txt", i), stored: true}
	}
	bomb := entry{name: "bomb.txt", content: strings.Repeat("0", 80<<20)}
	for name, content := range map[string][]byte{
		"out of the archive": archive(t, entry{name: "../../x.txt", content: "x"}),
		"an absolute name":   archive(t, entry{name: "/etc/x.txt", content: "x"}),
		"a drive's root":     archive(t, entry{name: `..\..\x.txt`, content: "x"}),
		"a name twice":       archive(t, entry{name: "x.txt", content: "1"}, entry{name: "x.txt", content: "2"}),
		"many entries":       archive(t, many...),
		"a bomb":             archive(t, bomb),
		"overlapping":        overlapping(t),
		"cut off":            archive(t, entry{name: "x.txt", content: strings.Repeat("x", 999), stored: true})[:500],
		"nothing but a mark": []byte("PK\x03\x04"),
	} {
		path := write(t, filepath.Join(t.TempDir(), "h.zip"), content)
		b, err := bundle.Open(path)
		var e *bundle.Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v, %v", name, b, err)
		}
	}
	b := open(t, write(t, filepath.Join(t.TempDir(), "lying.zip"), lying(t)))
	r, err := b.Files[0].Open()
	if err != nil {
		return // refused at once: as good
	}
	n, err := io.Copy(io.Discard, r)
	if err == nil || n > 1<<20 {
		t.Errorf("an entry that says it has 10 bytes gave %d, %v", n, err)
	}
}

func TestWhatCannotBeRead(t *testing.T) {
	_, err := bundle.Open(filepath.Join(t.TempDir(), "none"))
	var e *bundle.Error
	if !errors.As(err, &e) || !errors.Is(err, fs.ErrNotExist) || !strings.Contains(e.Text, "no file or folder") {
		t.Errorf("a path without a file: %v", err)
	}
	b := open(t, write(t, filepath.Join(t.TempDir(), "x.txt"), []byte("x")))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := b.Files[0].Sum(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a canceled sum: %v", err)
	}
}

func FuzzArchive(f *testing.F) {
	f.Add(archive(f, entry{name: "db/a.txt", content: "aaaa"}, entry{name: "b.txt", content: "b", stored: true}))
	f.Add(overlapping(f))
	f.Add(lying(f))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := write(t, filepath.Join(t.TempDir(), "f.zip"), content)
		b, err := bundle.Open(path)
		if err != nil {
			return
		}
		defer b.Close()
		for _, file := range b.Files {
			if !fs.ValidPath(file.Name) {
				t.Fatalf("the name %q", file.Name)
			}
			r, err := file.Open()
			if err != nil {
				continue
			}
			n, err := io.Copy(io.Discard, io.LimitReader(r, 64<<20))
			if err == nil && n > file.Size {
				t.Fatalf("%q gave %d bytes of %d", file.Name, n, file.Size)
			}
			r.Close()
		}
	})
}
