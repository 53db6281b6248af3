package store

import (
	"slices"
	"strings"

	"go.etcd.io/bbolt"

	"nextrole"
)

var (
	pinsKey     = []byte("pins")
	settingsKey = []byte("settings")
)

// Pins returns the codes of the pinned roles in the person's order, without
// those that the library no longer has.
func (l *Library) Pins() ([]nextrole.Code, error) {
	var pins []nextrole.Code
	err := l.view(func(tx *bbolt.Tx) error {
		if _, err := get(tx, personBucket, pinsKey, &pins); err != nil {
			return err
		}
		pins = slices.DeleteFunc(pins, func(c nextrole.Code) bool { return hasRole(tx, c) != nil })
		return nil
	})
	if err != nil {
		return nil, err
	}
	return pins, nil
}

// SetPins keeps the pinned roles in this order: at most [nextrole.MaxPins],
// none twice, all in the library.
func (l *Library) SetPins(pins []nextrole.Code) error {
	if len(pins) > nextrole.MaxPins {
		return invalid("%d roles are pinned, and %d is the most", len(pins), nextrole.MaxPins)
	}
	for i, c := range pins {
		if slices.Contains(pins[:i], c) {
			return invalid("%s is pinned twice", c)
		}
	}
	return l.update(func(tx *bbolt.Tx) error {
		for _, c := range pins {
			if err := hasRole(tx, c); err != nil {
				return err
			}
		}
		return change(tx, personBucket, pinsKey, pins)
	})
}

// Note returns the person's note about a role and whether there is one. Notes
// outlast their roles.
func (l *Library) Note(c nextrole.Code) (nextrole.Note, bool, error) {
	var n nextrole.Note
	var found bool
	err := l.view(func(tx *bbolt.Tx) (err error) {
		found, err = get(tx, noteBucket, []byte(c), &n)
		return err
	})
	if err != nil || !found {
		return nextrole.Note{}, false, err
	}
	return n, true, nil
}

// SetNote keeps a note, and deletes it where its text is empty or blank. A new
// note needs its role in the library.
func (l *Library) SetNote(n nextrole.Note) error {
	key := []byte(n.Code)
	return l.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte(noteBucket))
		there := b.Get(key) != nil
		if strings.TrimSpace(n.Text) == "" {
			if !there {
				return errSame
			}
			return b.Delete(key)
		}
		if !there {
			if err := hasRole(tx, n.Code); err != nil {
				return err
			}
		}
		return change(tx, noteBucket, key, n)
	})
}

// Notes returns all notes, by the codes of their roles.
func (l *Library) Notes() ([]nextrole.Note, error) { return all[nextrole.Note](l, noteBucket) }

// Comparisons returns the comparisons that the person keeps, by name.
func (l *Library) Comparisons() ([]nextrole.Comparison, error) {
	return all[nextrole.Comparison](l, comparisonBucket)
}

// SetComparison keeps a comparison under its name, in place of one with the
// same name: two to [nextrole.MaxPins] roles, none twice. Comparisons outlast
// their roles.
func (l *Library) SetComparison(c nextrole.Comparison) error {
	switch {
	case strings.TrimSpace(c.Name) == "":
		return invalid("a comparison has no name")
	case len(c.Name) > longestName:
		return invalid("the name of a comparison has %d bytes, and %d is the most", len(c.Name), longestName)
	case len(c.Roles) < 2 || len(c.Roles) > nextrole.MaxPins:
		return invalid("a comparison of %d roles: it takes 2 to %d", len(c.Roles), nextrole.MaxPins)
	}
	for i, code := range c.Roles {
		if slices.Contains(c.Roles[:i], code) {
			return invalid("%s is compared twice", code)
		}
	}
	return l.update(func(tx *bbolt.Tx) error { return change(tx, comparisonBucket, []byte(c.Name), c) })
}

// longestName is the most bytes a comparison's name may have.
const longestName = 400

// DeleteComparison deletes a comparison; one that is not there is no error.
func (l *Library) DeleteComparison(name string) error {
	return l.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte(comparisonBucket))
		if name == "" || b.Get([]byte(name)) == nil {
			return errSame
		}
		return b.Delete([]byte(name))
	})
}

// Weeks returns the weeks that the person keeps, by role and name, with those being
// worked on, which have no name, before the others of their role.
func (l *Library) Weeks() ([]nextrole.Week, error) { return all[nextrole.Week](l, weekBucket) }

// SetWeek keeps a week of a role under its name, in place of one with the same
// name. A new one needs its role in the library; weeks outlast their roles.
func (l *Library) SetWeek(w nextrole.Week) error {
	if err := w.Validate(); err != nil {
		return invalid("a week does not hold: %v", err)
	}
	if len(w.Name) > longestName {
		return invalid("the name of a week has %d bytes, and %d is the most", len(w.Name), longestName)
	}
	key := weekKey(w)
	return l.update(func(tx *bbolt.Tx) error {
		if tx.Bucket([]byte(weekBucket)).Get(key) == nil {
			if err := hasRole(tx, w.Code); err != nil {
				return err
			}
		}
		return change(tx, weekBucket, key, w)
	})
}

// DeleteWeek deletes a week that has a name; one that is not there is no error.
func (l *Library) DeleteWeek(c nextrole.Code, name string) error {
	return l.update(func(tx *bbolt.Tx) error {
		b := tx.Bucket([]byte(weekBucket))
		key := weekKey(nextrole.Week{Code: c, Name: name})
		if b.Get(key) == nil {
			return errSame
		}
		return b.Delete(key)
	})
}

// weekKey is the key of a week: codes hold no zero. There is one that is being
// worked on for each assessment that weeks start from.
func weekKey(w nextrole.Week) []byte {
	key := string(w.Code) + "\x00" + w.Name
	if w.Name == "" {
		key += "\x00" + string(w.Base)
	}
	return []byte(key)
}

// Settings returns the person's settings; the zero value on a first run.
func (l *Library) Settings() (nextrole.Settings, error) {
	var s nextrole.Settings
	err := l.view(func(tx *bbolt.Tx) error {
		_, err := get(tx, personBucket, settingsKey, &s)
		return err
	})
	if err != nil {
		return nextrole.Settings{}, err
	}
	return s, nil
}

// SetSettings keeps the person's settings.
func (l *Library) SetSettings(s nextrole.Settings) error {
	return l.update(func(tx *bbolt.Tx) error { return change(tx, personBucket, settingsKey, s) })
}
