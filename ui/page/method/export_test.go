package method

// Outline returns where the page is: the part that is read, how far it is
// scrolled.
func (p *Page) Outline() (part int, offset float32) { return p.outline.At(), p.outline.Offset() }
