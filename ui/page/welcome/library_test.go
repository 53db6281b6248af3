package welcome_test

import (
	"testing"

	"nextrole"
	"nextrole/assets"
	"nextrole/internal/source/starter"
	"nextrole/ui/session"
	"nextrole/ui/task"
	"nextrole/ui/uitest"
)

// library is the starter library with a person's choices in memory.
type library struct {
	uitest.Library // for what the page does not ask for

	set      starter.Set
	settings nextrole.Settings
	saved    int // how often choices were saved
}

func (l *library) Roles() ([]nextrole.Role, error) { return l.set.Roles, nil }

func (l *library) Sources() (map[nextrole.SourceID]nextrole.Source, error) {
	sources := map[nextrole.SourceID]nextrole.Source{}
	for _, s := range l.set.Sources {
		sources[s.ID] = s
	}
	return sources, nil
}

func (l *library) Pins() ([]nextrole.Code, error)       { return nil, nil }
func (l *library) SetPins([]nextrole.Code) error        { return nil }
func (l *library) Settings() (nextrole.Settings, error) { return l.settings, nil }

func (l *library) SetSettings(s nextrole.Settings) error {
	l.settings = s
	l.saved++
	return nil
}

const registrar nextrole.Code = "29-9021.00"

// open returns a session over the starter library with the given choices.
func open(t *testing.T, settings nextrole.Settings) (*session.Session, *library) {
	t.Helper()
	set, err := starter.Read(assets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	l := &library{set: set, settings: settings}
	return over(t, l), l
}

func over(t *testing.T, l *library) *session.Session {
	t.Helper()
	s, err := session.Open(l, task.Inline{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}
