package nextrole

// Zone is the band of the AIJRI scale that a score falls in. Which score falls
// where is decided in internal/aijri.
type Zone string

// The zones, from most to least exposed. ZoneNone stands for "not scored".
const (
	Red      Zone = "red"
	Yellow   Zone = "yellow"
	Green    Zone = "green"
	ZoneNone Zone = "none"
)

// Name returns the zone's word for people.
func (z Zone) Name() string {
	switch z {
	case Red:
		return "Red"
	case Yellow:
		return "Yellow"
	case Green:
		return "Green"
	}
	return "Not scored"
}

// Plain returns what the zone means in plain words.
func (z Zone) Plain() string {
	switch z {
	case Red:
		return "high exposure"
	case Yellow:
		return "mixed"
	case Green:
		return "resistant"
	}
	return "no AIJRI assessment"
}

// SubLabel refines a zone: "Imminent" for Red; "Urgent" or "Moderate" for
// Yellow; "Accelerated", "Transforming" or "Stable" for Green. Empty is none.
type SubLabel string

// MarshalJSON writes no sub-label as null.
func (l SubLabel) MarshalJSON() ([]byte, error) {
	if l == "" {
		return []byte("null"), nil
	}
	return []byte(`"` + string(l) + `"`), nil
}
