package chart

// Words returns the texts of a scene with the room their letters take.
func (s Scene) Words() (bodies []string, bounds []Rect) {
	for _, o := range s.ops {
		if t, ok := o.(text); ok {
			bodies, bounds = append(bodies, t.body), append(bounds, t.bounds())
		}
	}
	return bodies, bounds
}
