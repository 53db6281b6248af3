package bundle

import (
	"archive/zip"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// mostRatio is how far a file of an archive may unpack, where it is large: text
// of numbers packs to a tenth, and never to a thousandth.
const (
	mostRatio = 500
	large     = 64 << 20
)

// openZip lists the files of an archive. An archive that tries to be more than
// files side by side is refused as a whole.
func openZip(name string) (*Bundle, error) {
	z, err := zip.OpenReader(name)
	if err != nil {
		if errors.Is(err, zip.ErrInsecurePath) { // some systems look for that themselves
			err = errors.New("a name in it leads out of the archive")
		}
		return nil, &Error{Path: name, Text: "the archive cannot be read (" + err.Error() + "). Download it again", Err: err}
	}
	b := &Bundle{Path: name, close: z.Close}
	if err := b.addEntries(z.File); err != nil {
		return nil, errors.Join(err, z.Close())
	}
	return b, nil
}

func (b *Bundle) addEntries(entries []*zip.File) error {
	if len(entries) > mostFiles {
		return b.refuse("it has %d entries, and %d is the most", len(entries), mostFiles)
	}
	if err := b.checkPlaces(entries); err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, e := range entries {
		name := strings.ReplaceAll(e.Name, `\`, "/")
		switch {
		case strings.HasSuffix(name, "/"):
			continue
		case !fs.ValidPath(name):
			return b.refuse("the name %q leads out of the archive", e.Name)
		case seen[name]:
			return b.refuse("the name %q is in it twice", e.Name)
		case e.Mode()&fs.ModeType != 0:
			b.leave(name, "a link or a device, and no file")
			continue
		case e.Flags&1 != 0:
			b.leave(name, "it has a password")
			continue
		case hiddenPath(name):
			continue
		}
		seen[name] = true
		if e.UncompressedSize64 > large && e.UncompressedSize64/mostRatio > e.CompressedSize64 {
			return b.refuse("%q would unpack to more than %d times its size", e.Name, mostRatio)
		}
		if e.UncompressedSize64 > mostBytes {
			return b.refuse("%q would unpack to more than %d GB", e.Name, mostBytes>>30)
		}
		if nested(e) {
			b.leave(name, "an archive in an archive is not opened. Unpack it first")
			continue
		}
		if err := b.add(name, int64(e.UncompressedSize64), e.Open); err != nil {
			return err
		}
	}
	slices.SortFunc(b.Files, func(x, y File) int { return cmp.Compare(x.Name, y.Name) })
	return nil
}

// checkPlaces requires that no two entries share bytes of the archive.
func (b *Bundle) checkPlaces(entries []*zip.File) error {
	type stretch struct {
		from, to int64
		name     string
	}
	var places []stretch
	for _, e := range entries {
		from, err := e.DataOffset()
		if err != nil {
			return b.refuse("%q cannot be found in it", e.Name)
		}
		if e.CompressedSize64 > 0 {
			places = append(places, stretch{from, from + int64(min(e.CompressedSize64, 1<<62)), e.Name})
		}
	}
	slices.SortFunc(places, func(x, y stretch) int { return cmp.Compare(x.from, y.from) })
	for i := 1; i < len(places); i++ {
		if places[i].from < places[i-1].to {
			return b.refuse("%q and %q overlap", places[i-1].name, places[i].name)
		}
	}
	return nil
}

func (b *Bundle) refuse(format string, args ...any) error {
	return &Error{Path: b.Path, Text: "the archive is not taken, since " + fmt.Sprintf(format, args...) + ". Get it from its publisher again"}
}

func hiddenPath(name string) bool {
	for p := name; p != "."; p = path.Dir(p) {
		if hidden(p) {
			return true
		}
	}
	return false
}

// nested reports whether an entry is an archive itself. One that cannot be read
// will say so when it is.
func nested(e *zip.File) bool {
	r, err := e.Open()
	if err != nil {
		return false
	}
	defer r.Close()
	start := make([]byte, 4<<10)
	n, _ := io.ReadFull(r, start)
	return isArchive(start[:n])
}
