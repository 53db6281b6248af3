// Package task runs work off the UI goroutine and comes back to it. Tests run
// the same work inline, since Fyne's test driver has no goroutine to come back
// to.
package task

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"

	"nextrole/internal/crash"
)

// Runner runs work and then, on the UI goroutine, done with its error.
// Work is run in the order in which it is given.
type Runner interface {
	Run(work func() error, done func(error))
	// Aside runs work that takes long: what is given to Run does not wait for it.
	Aside(work func() error, done func(error))
}

// Inline runs everything at once, for tests and for programs without a window.
type Inline struct{}

// Run implements Runner.
func (Inline) Run(work func() error, done func(error)) { done(work()) }

// Aside implements Runner.
func (Inline) Aside(work func() error, done func(error)) { done(work()) }

// Queue runs work on one goroutine of its own.
type Queue struct {
	jobs chan func()
	idle sync.WaitGroup
}

// NewQueue starts a queue. Close ends it.
func NewQueue() *Queue {
	q := &Queue{jobs: make(chan func(), 256)}
	go func() {
		defer crash.Guard()
		for job := range q.jobs {
			job()
			q.idle.Done()
		}
	}()
	return q
}

// Run implements Runner.
func (q *Queue) Run(work func() error, done func(error)) {
	q.idle.Add(1)
	q.jobs <- func() {
		err := work()
		fyne.Do(func() { done(err) })
	}
}

// Aside implements Runner.
func (q *Queue) Aside(work func() error, done func(error)) {
	q.idle.Add(1)
	go func() {
		defer crash.Guard()
		defer q.idle.Done()
		err := work()
		fyne.Do(func() { done(err) })
	}()
}

// Close waits until all work is done. No work may be given afterwards.
func (q *Queue) Close() {
	q.idle.Wait()
	close(q.jobs)
}

// Every calls f on the UI goroutine some times a second until it is stopped.
func Every(f func()) (stop func()) {
	const pause = 100 * time.Millisecond
	ticks := time.NewTicker(pause)
	end := make(chan struct{})
	go func() {
		defer crash.Guard()
		defer ticks.Stop()
		for {
			select {
			case <-end:
				return
			case <-ticks.C:
				fyne.Do(f)
			}
		}
	}()
	return sync.OnceFunc(func() { close(end) })
}
