package nextrole

// Family is one of the eight groups of health-information work.
type Family string

// The eight families, in the order in which lists show them.
const (
	Records     Family = "records"
	Access      Family = "access"
	Revenue     Family = "revenue"
	Informatics Family = "informatics"
	Data        Family = "data"
	Privacy     Family = "privacy"
	Management  Family = "management"
	Clinical    Family = "clinical"
)

// Beyond is the group of imported occupations that are none of these.
const Beyond Family = "beyond"

// Families lists all families in the order in which lists show them.
func Families() []Family {
	return []Family{Records, Access, Revenue, Informatics, Data, Privacy, Management, Clinical}
}

// Name returns the family's name for people, or the key itself if unknown.
func (f Family) Name() string {
	switch f {
	case Records:
		return "Records, coding and registry"
	case Access:
		return "Patient access"
	case Revenue:
		return "Revenue cycle and integrity"
	case Informatics:
		return "Informatics and systems"
	case Data:
		return "Data and analytics"
	case Privacy:
		return "Privacy, security and compliance"
	case Management:
		return "Management and education"
	case Clinical:
		return "Clinical bridges and research"
	case Beyond:
		return "Other occupations"
	}
	return string(f)
}

// Known reports whether f is one of the eight, or [Beyond].
func (f Family) Known() bool { return f.Name() != string(f) }
