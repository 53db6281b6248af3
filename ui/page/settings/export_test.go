package settings

import (
	"nextrole/ui/page"
	"nextrole/ui/session"
)

// File says where the library is, as "name: value".
func File(w session.Where, err error) []string {
	var list []string
	for _, l := range file(w, err) {
		list = append(list, l.name+": "+l.value)
	}
	return list
}

// Credits returns all sources, each as its title and then "name: value".
func Credits(l library) [][]string {
	var list [][]string
	for _, s := range (model{l}).credits() {
		words := []string{s.title}
		for _, l := range s.lines {
			words = append(words, l.name+": "+l.value)
		}
		list = append(list, words)
	}
	return list
}

// History returns what was said, with its time.
func History(said []page.Said) []string {
	var list []string
	for _, s := range history(said) {
		list = append(list, s.time+" "+s.text)
	}
	return list
}

// Licenses returns the texts of the licenses.
func Licenses() []string {
	var list []string
	for _, l := range licenses() {
		list = append(list, l.text)
	}
	return list
}

// Outline returns where the page is: the part that is read, how far it is
// scrolled.
func (p *Page) Outline() (part int, offset float32) { return p.outline.At(), p.outline.Offset() }
