package compare_test

import (
	"nextrole"
	"nextrole/ui/uitest"
)

// The roles compared in tests.
const (
	registrar   nextrole.Code = "29-9021.00" // published, with inputs
	informatics nextrole.Code = "15-1211.01" // a draft, and the pay of a wider group
	manager     nextrole.Code = "11-9111.00" // published without inputs
	officer     nextrole.Code = "NR-0001"    // no SOC code, nothing known
)

// library is a library in memory, for the model and for a session.
type library struct {
	pins     []nextrole.Code
	settings nextrole.Settings
	roles    []nextrole.Role
	sources  map[nextrole.SourceID]nextrole.Source
	kept     []nextrole.Comparison
}

func newLibrary(pins ...nextrole.Code) *library {
	return &library{pins: pins, roles: roles(), sources: map[nextrole.SourceID]nextrole.Source{
		"bls":   {ID: "bls", Short: "BLS, May 2025", Credit: "Source: BLS, May 2025."},
		"old":   {ID: "old", Short: "BLS, 2024–34", Credit: "Source: BLS, 2024–34.", Quoting: "a reprint"},
		"aijri": {ID: "aijri", Short: "AIJRI, undated", Credit: "Scores: AIJRI."},
		"ours":  {ID: "ours", Short: "NextRole editors", Credit: "NextRole editors."},
	}}
}

// stored is the library as a session reads and writes it.
type stored struct {
	*library
	*uitest.Library // for what the page does not ask for
}

func (l stored) Roles() ([]nextrole.Role, error) { return l.roles, nil }
func (l stored) Sources() (map[nextrole.SourceID]nextrole.Source, error) {
	return l.sources, nil
}
func (l stored) Pins() ([]nextrole.Code, error)       { return l.pins, nil }
func (l stored) Settings() (nextrole.Settings, error) { return l.settings, nil }
func (l stored) SetPins(pins []nextrole.Code) error {
	l.pins = pins
	return nil
}

func (l stored) SetSettings(s nextrole.Settings) error {
	l.settings = s
	return nil
}

// open is the library as the model reads it.
type open struct{ *library }

func (l open) Pins() []nextrole.Code                          { return l.pins }
func (l open) Settings() nextrole.Settings                    { return l.settings }
func (l open) Comparisons() []nextrole.Comparison             { return l.kept }
func (l open) Sources() map[nextrole.SourceID]nextrole.Source { return l.sources }
func (l open) Role(c nextrole.Code) (nextrole.Role, bool) {
	for _, r := range l.roles {
		if r.Code == c {
			return r, true
		}
	}
	return nextrole.Role{}, false
}

func (l open) Whole(c nextrole.Code) (nextrole.Role, bool) { return l.Role(c) }

func roles() []nextrole.Role {
	return []nextrole.Role{
		role(registrar, "Health Information Technologists and Medical Registrars", assessed(nextrole.Published, "aijri", 3, 4),
			figure(nextrole.PayMedian, 68020, ""), figure(nextrole.PayP10, 39830, ""), figure(nextrole.PayP90, 117420, ""), openings(3200)),
		role(informatics, "Health Informatics Specialists", assessed(nextrole.Draft, "ours", 2, 3),
			figure(nextrole.PayMedian, 105850, "15-1211"), figure(nextrole.PayP10, 67340, "15-1211"), figure(nextrole.PayP90, 167710, "15-1211"), openings(3200)),
		role(manager, "Medical and Health Services Managers", printed(53.1),
			figure(nextrole.PayMedian, 123860, ""), openings(3200)),
		role(officer, "Data Protection Officer", nil),
	}
}

func role(c nextrole.Code, title string, as []nextrole.Assessment, figures ...nextrole.Figure) nextrole.Role {
	return nextrole.Role{
		Occupation: nextrole.Occupation{Code: c, Title: title, Family: nextrole.Records, Summary: "Works."},
		Figures:    figures, Assessments: as,
	}
}

func assessed(status nextrole.Status, source nextrole.SourceID, easy, hard int) []nextrole.Assessment {
	return []nextrole.Assessment{{Author: "Author", Status: status, Source: source, Inputs: &nextrole.Inputs{
		Tasks: []nextrole.AssessedTask{
			{Name: "One", Share: 45_00, Score: hard, Label: nextrole.Displaced},
			{Name: "Two", Share: 45_00, Score: easy, Label: nextrole.Augmented},
			{Name: "Three", Share: 10_00, Score: 2, Label: nextrole.NotInvolved},
		},
	}}}
}

func printed(score float64) []nextrole.Assessment {
	return []nextrole.Assessment{{Author: "Author", Status: nextrole.Published, Source: "aijri", Printed: &score}}
}

func figure(k nextrole.Kind, value float64, parent nextrole.SOC) nextrole.Figure {
	f := nextrole.Figure{Kind: k, Value: &value, Unit: "USD/year", Period: "May 2025", Place: "US", Source: "bls", Parent: parent}
	if parent != "" {
		f.Note = "Computer Systems Analysts"
	}
	return f
}

func openings(value float64) nextrole.Figure {
	return nextrole.Figure{Kind: nextrole.Openings, Value: &value, Unit: "jobs/year", Period: "2024-34", Place: "US", Source: "old"}
}
