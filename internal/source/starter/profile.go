package starter

import (
	"fmt"
	"io/fs"

	"nextrole"
)

// readCredentials reads the credentials of the field. A library need not have
// any.
func (c *content) readCredentials(fsys fs.FS) {
	if _, err := fs.Stat(fsys, credentialsFile); err != nil {
		return
	}
	d := c.open(fsys, credentialsFile)
	if d == nil || !decode(c, d, &c.credentials) {
		return
	}
	seen := map[string]bool{}
	for i, k := range c.credentials {
		prefix := fmt.Sprintf("[%d].", i)
		c.problems(d, prefix, k.Validate())
		if seen[k.ID] {
			c.at(d, prefix+"id", "%q is listed twice", k.ID)
		}
		seen[k.ID] = true
		for _, n := range k.Clauses() {
			if n.Clause != nil {
				c.needSource(d, prefix+n.Field+".source", n.Clause.Source)
			}
		}
		c.needRoles(d, prefix+"roles", k.Roles)
	}
	for i, k := range c.credentials {
		for j, r := range k.Routes {
			for n, id := range r.Prior {
				if !seen[id] {
					c.at(d, fmt.Sprintf("[%d].routes[%d].prior[%d]", i, j, n), "no credential has the id %q", id)
				}
			}
		}
	}
}

// readProfiles reads what O*NET publishes of the roles, one file each.
func (c *content) readProfiles(fsys fs.FS) {
	for _, d := range c.openAll(fsys, profileFiles) {
		f := &nextrole.Profile{}
		if !decode(c, d, f) {
			continue
		}
		c.problems(d, "", f.Validate())
		if !d.has("rated") {
			c.at(d, "rated", "missing: say whether O*NET rates this occupation")
		}
		for i := range f.Education {
			if field := fmt.Sprintf("education[%d].percent", i); !d.has(field) {
				c.at(d, field, "missing")
			}
		}
		c.needSource(d, "source", f.Source)
		if f.Code != "" && !c.hasRole[f.Code] {
			c.at(d, "code", "no role has the code %q", f.Code)
		}
		if c.profiles[f.Code] != nil {
			c.at(d, "code", "%q has two profiles", f.Code)
		}
		for i, r := range f.Related {
			if !c.hasRole[r.Code] {
				c.at(d, fmt.Sprintf("related[%d].code", i), "no role has the code %q", r.Code)
			}
		}
		c.profiles[f.Code] = f
	}
}
