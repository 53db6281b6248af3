package task_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"nextrole/ui/task"
)

var errWork = errors.New("it did not work")

func TestInline(t *testing.T) {
	var told []error
	done := func(err error) { told = append(told, err) }
	task.Inline{}.Run(func() error { return nil }, done)
	task.Inline{}.Run(func() error { return errWork }, done)
	if len(told) != 2 || told[0] != nil || !errors.Is(told[1], errWork) {
		t.Errorf("told %v", told)
	}
}

// Work is done one after the other in the order given, each followed by its
// own done, and Close waits for all of it.
func TestQueue(t *testing.T) {
	test.NewTempApp(t) // whose fyne.Do runs at once
	const jobs = 1000  // more than a queue holds
	queue := task.NewQueue()
	started := make(chan struct{})
	var order []int // the queue's alone until Close
	for i := range jobs {
		queue.Run(func() error {
			<-started
			order = append(order, i)
			if i%2 == 1 {
				return errWork
			}
			return nil
		}, func(err error) {
			if order[len(order)-1] != i || (err != nil) != (i%2 == 1) {
				t.Errorf("done %d with %v after %v", i, err, order[len(order)-1])
			}
			order = append(order, -i)
		})
		if i == 0 {
			close(started)
		}
	}
	queue.Close()
	var want []int
	for i := range jobs {
		want = append(want, i, -i)
	}
	if diff := cmp.Diff(want, order); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

// Giving work does not wait for it.
func TestQueueDoesNotWait(t *testing.T) {
	test.NewTempApp(t)
	queue := task.NewQueue()
	hold := make(chan struct{})
	ran := 0
	for range 3 {
		queue.Run(func() error { <-hold; ran++; return nil }, func(error) {})
	}
	close(hold) // reached only if Run came back
	queue.Close()
	if ran != 3 {
		t.Errorf("%d of 3 ran before Close came back", ran)
	}
}

func TestQueueOfNothing(t *testing.T) {
	task.NewQueue().Close()
}
