package store

import "nextrole"

// figures are those of a record, as they are stored: what most of them share, and
// of each what is its own. A file of metropolitan areas has over a million.
type figures struct {
	Period   nextrole.Period   `cbor:"1,keyasint,omitempty"`
	Place    string            `cbor:"2,keyasint,omitempty"`
	Source   nextrole.SourceID `cbor:"3,keyasint,omitempty"`
	Industry string            `cbor:"4,keyasint,omitempty"`

	List []figure `cbor:"5,keyasint,omitempty"`
}

// figure is one of them. What is empty is as the others have it.
type figure struct {
	Kind   nextrole.Kind     `cbor:"1,keyasint"`
	Value  *float64          `cbor:"2,keyasint,omitempty"`
	Unit   string            `cbor:"3,keyasint,omitempty"`
	Parent nextrole.SOC      `cbor:"4,keyasint,omitempty"`
	Note   string            `cbor:"5,keyasint,omitempty"`
	Period nextrole.Period   `cbor:"6,keyasint,omitempty"`
	Place  string            `cbor:"7,keyasint,omitempty"`
	Source nextrole.SourceID `cbor:"8,keyasint,omitempty"`
	Other  *string           `cbor:"9,keyasint,omitempty"` // industry, where it is another: it may be none
}

func packFigures(list []nextrole.Figure) *figures {
	if len(list) == 0 {
		return nil
	}
	f := &figures{Period: list[0].Period, Place: list[0].Place, Source: list[0].Source, Industry: list[0].Industry}
	for _, g := range list {
		own := figure{Kind: g.Kind, Value: g.Value, Unit: g.Unit, Parent: g.Parent, Note: g.Note}
		if g.Period != f.Period {
			own.Period = g.Period
		}
		if g.Place != f.Place {
			own.Place = g.Place
		}
		if g.Source != f.Source {
			own.Source = g.Source
		}
		if g.Industry != f.Industry {
			own.Other = &g.Industry
		}
		f.List = append(f.List, own)
	}
	return f
}

func (f *figures) unpack() []nextrole.Figure {
	if f == nil {
		return nil
	}
	var list []nextrole.Figure
	for _, own := range f.List {
		g := nextrole.Figure{
			Kind: own.Kind, Value: own.Value, Unit: own.Unit, Parent: own.Parent, Note: own.Note,
			Period: f.Period, Place: f.Place, Source: f.Source, Industry: f.Industry,
		}
		if own.Period != "" {
			g.Period = own.Period
		}
		if own.Place != "" {
			g.Place = own.Place
		}
		if own.Source != "" {
			g.Source = own.Source
		}
		if own.Other != nil {
			g.Industry = *own.Other
		}
		list = append(list, g)
	}
	return list
}
