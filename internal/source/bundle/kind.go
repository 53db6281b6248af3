package bundle

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
)

// kind is what the first bytes of a file say of it.
type kind int

const (
	plain    kind = iota // text, or something else that is no archive
	workbook             // .xlsx, which is a zip archive with a list of contents
	archive              // any other zip archive
)

var (
	zipMark   = []byte("PK\x03\x04")
	emptyMark = []byte("PK\x05\x06") // of an archive without entries
)

// sniff tells the kind of a file on the disk.
func sniff(path string) (kind, error) {
	f, err := os.Open(path)
	if err != nil {
		return plain, err
	}
	defer f.Close()
	start := make([]byte, len(zipMark))
	if _, err := io.ReadFull(f, start); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return plain, nil
		}
		return plain, err
	}
	if !bytes.Equal(start, zipMark) && !bytes.Equal(start, emptyMark) {
		return plain, nil
	}
	info, err := f.Stat()
	if err != nil {
		return plain, err
	}
	z, err := zip.NewReader(f, info.Size())
	if err != nil {
		return archive, nil // opening it will say what is wrong
	}
	return kindOf(z), nil
}

// kindOf tells a workbook from other archives.
func kindOf(z *zip.Reader) kind {
	for _, f := range z.File {
		if strings.EqualFold(f.Name, "[Content_Types].xml") {
			return workbook
		}
	}
	return archive
}

// isArchive reports whether a file within an archive is one itself, and no
// workbook. Which it is shows in what follows the first entry's mark: a workbook
// names its list of contents or its folders there.
func isArchive(start []byte) bool {
	if !bytes.HasPrefix(start, zipMark) {
		return false
	}
	for _, name := range []string{"[Content_Types].xml", "_rels/", "xl/", "docProps/"} {
		if bytes.Contains(start, []byte(name)) {
			return false
		}
	}
	return true
}
