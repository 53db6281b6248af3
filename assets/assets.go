// Package assets holds what is built into the program: the starter library and
// the typeface. It embeds and does nothing else.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed starter
var files embed.FS

// Regular and SemiBold are the weights of Inter that the program is set in, as
// TrueType, under the SIL Open Font License in fonts/OFL.txt.
var (
	//go:embed fonts/Inter-Regular.ttf
	Regular []byte
	//go:embed fonts/Inter-SemiBold.ttf
	SemiBold []byte
)

// FontLicense is the text of the license of the typeface.
//
//go:embed fonts/OFL.txt
var FontLicense string

// Starter returns the files of the starter library; internal/source/starter
// describes and reads them.
func Starter() fs.FS {
	sub, err := fs.Sub(files, "starter")
	if err != nil {
		panic(err) // only a malformed name fails, and this one is fixed
	}
	return sub
}
