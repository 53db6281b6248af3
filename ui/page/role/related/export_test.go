package related

import (
	"nextrole"
)

// Model is what the tab shows of a role, to be tested without pixels.
type Model struct{ model }

// NewModel returns the model of a role.
func NewModel(l library, r nextrole.Role) Model { return Model{model{library: l, role: r}} }

// Near is a role nearby.
type Near struct {
	Code         nextrole.Code
	Reasons      []string
	Stands       string
	Pay, PayFrom string
}

// List returns the roles nearby.
func (m Model) List() []Near {
	var list []Near
	for _, n := range m.list() {
		list = append(list, Near{n.code, n.reasons, n.stands(), n.pay, n.payFrom})
	}
	return list
}
