package starter

import (
	"fmt"
	"io/fs"

	"nextrole"
)

// readCurriculum reads the frameworks that classes work by. A library need not
// have any.
func (c *content) readCurriculum(fsys fs.FS) {
	c.hasDomain = map[nextrole.DomainID]bool{}
	if _, err := fs.Stat(fsys, curriculumFile); err != nil {
		return
	}
	d := c.open(fsys, curriculumFile)
	if d == nil || !decode(c, d, &c.curriculum) {
		c.hasDomain = nil // what names a domain is not to blame for that
		return
	}
	seen := map[string]bool{}
	for i, f := range c.curriculum {
		prefix := fmt.Sprintf("[%d].", i)
		c.problems(d, prefix, f.Validate())
		if seen[f.ID] {
			c.at(d, prefix+"id", "%q is listed twice", f.ID)
		}
		seen[f.ID] = true
		c.needSource(d, prefix+"source", f.Source)
		if f.Note != nil {
			c.needSource(d, prefix+"note.source", f.Note.Source)
		}
		for k, domain := range f.Domains {
			if c.hasDomain[domain.ID] {
				c.at(d, fmt.Sprintf("%sdomains[%d].id", prefix, k), "%q is listed twice", domain.ID)
			}
			c.hasDomain[domain.ID] = true
		}
	}
}
