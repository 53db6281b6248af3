package nextrole

import "strings"

// SourceID names a [Source] within the library: "bls-oews-2025".
type SourceID string

// The beginnings of the ids of documents about one occupation that a person
// imported.
const (
	AssessmentDocument = "document-"
	ProfileDocument    = "profile-"
)

// OfDocument reports whether the source is a document about one occupation that a
// person imported, rather than a publisher's release.
func (id SourceID) OfDocument() bool {
	return strings.HasPrefix(string(id), AssessmentDocument) || strings.HasPrefix(string(id), ProfileDocument)
}

// Editors is the source of what the starter library's editors wrote and judged.
const Editors SourceID = "nextrole-editors"

// Source says where facts come from and on what terms they may be shown.
type Source struct {
	ID        SourceID `json:"id"`
	Publisher string   `json:"publisher"`
	Title     string   `json:"title"`
	Short     string   `json:"short"`             // as-of label: "BLS, May 2025"
	Release   string   `json:"release,omitempty"` // "30.3", "May 2025"; empty where undated
	Period    Period   `json:"period,omitempty"`  // when it was released, or the time it is of; empty where Release says it or nothing does
	File      string   `json:"file,omitempty"`    // the publisher's name of the file; empty where there was none, or it is not known
	Retrieved string   `json:"retrieved"`         // ISO date
	License   string   `json:"license"`
	Credit    string   `json:"credit"`            // the line that has to accompany the facts
	Quoting   string   `json:"quoting,omitempty"` // who is quoted, where the facts are second-hand: a name
	Remark    string   `json:"remark,omitempty"`  // what else to know, such as what could not be checked
}

// Validate reports every defect of the source, joined, or nil.
func (s Source) Validate() error {
	var p problems
	p.require(s.ID != "", "id", "missing")
	for _, f := range []struct{ field, value string }{
		{"publisher", s.Publisher},
		{"title", s.Title},
		{"short", s.Short},
		{"license", s.License},
		{"credit", s.Credit},
	} {
		p.require(strings.TrimSpace(f.value) != "", f.field, "missing")
	}
	p.require(isDate(s.Retrieved), "retrieved", "%q is not a date like 2026-01-31", s.Retrieved)
	return p.err()
}
