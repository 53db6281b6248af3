package chart

// naming is the words at the left of a row, or above it in narrow places: a
// name, and what else there is to say about it in small.
type naming struct {
	strong bool
	name   []string
	detail []string
}

// stackedBelow is the width in DIP under which names stand above their rows.
const stackedBelow = 440.0

// nameColumn is the width that names get at the left: what the widest needs,
// but no more than a part of the whole.
func (s *sketch) nameColumn(names []string, st style, part float64) float64 {
	width := 0.0
	for _, name := range names {
		width = max(width, s.look.measure(tidy(name), st))
	}
	return min(width, part*s.Width)
}

// naming breaks a name and its detail into lines of a width.
func (s *sketch) naming(name, detail string, strong bool, width float64) naming {
	return naming{strong, s.look.wrap(name, width, face(strong), 3), s.look.wrap(detail, width, caption, 3)}
}

func face(strong bool) style {
	if strong {
		return smallStrong
	}
	return small
}

func (s *sketch) namingHeight(n naming) float64 {
	return float64(len(n.name))*s.pitch(face(n.strong)) + float64(len(n.detail))*s.pitch(caption)
}

// setNaming sets the words from a top edge.
func (s *sketch) setNaming(n naming, x, top float64) {
	st := face(n.strong)
	for _, line := range n.name {
		s.label(line, x, top+s.pitch(st)/2, left, st, "text")
		top += s.pitch(st)
	}
	for _, line := range n.detail {
		s.label(line, x, top+s.pitch(caption)/2, left, caption, "text2")
		top += s.pitch(caption)
	}
}

// orUnnamed is a name on one line, or a word in its place.
func orUnnamed(name, instead string) string {
	if name = tidy(name); name != "" {
		return name
	}
	return instead
}
