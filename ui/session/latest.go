package session

// latest saves the newest state of one thing. It is saved at once, or as soon as an
// earlier save of it is done: however fast somebody types, one save is on its way at
// a time, and the last one has the last state.
type latest struct {
	saving bool
	next   *saving // what waits; nil if nothing does
}

// saving is a save with what is told when it is done, well or not.
type saving struct {
	work func() error
	done func(error)
}

func (s *Session) saveLatest(l *latest, next saving) {
	if l.saving {
		l.next = &next
		return
	}
	s.send(l, next)
}

func (s *Session) send(l *latest, next saving) {
	l.saving, l.next = true, nil
	s.runner.Run(next.work, func(err error) {
		l.saving = false
		if err != nil {
			s.OnError(err) // whatever page is shown by now
		}
		if next.done != nil {
			next.done(err)
		}
		if l.next != nil {
			s.send(l, *l.next)
		}
	})
}

// flush sends off what waits.
func (s *Session) flush(l *latest) {
	if l.next != nil {
		s.send(l, *l.next)
	}
}
