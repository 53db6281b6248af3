// Package crash keeps an account of how the program ended where it should not
// have: which version, what the runtime says, and where in the code each
// goroutine was. It keeps nothing of the person's: no text, no argument, no
// folder and no name.
//
// A process that is coming to its end cannot sort out what it may write. So a
// second one, the keeper, waits for as long as the program runs, is told by the
// runtime of any goroutine that panics and of its fatal errors, and writes down
// what may be.
package crash

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
)

// keeperVariable names the log to the keeper, and makes it one.
const keeperVariable = "NEXTROLE_CRASH_LOG"

// most is how much of what the runtime says is read. Where goroutines are many,
// the one that failed comes first.
const most = 1 << 20

// Log is the file that accounts are kept in.
type Log string

// LogOf returns the log of programs that have a library open: a file beside it.
func LogOf(library string) Log { return Log(library + ".crash.txt") }

// Keep starts the keeper of a log, which writes nothing unless the program ends
// by a crash. The program's main calls [IfKeeper] before all else.
func (l Log) Keep() error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	read, write, err := os.Pipe()
	if err != nil {
		return err
	}
	defer read.Close()
	defer write.Close()
	keeper := exec.Command(program)
	keeper.Env = append(os.Environ(), keeperVariable+"="+string(l))
	keeper.Stdin = read
	keeper.Stderr = os.Stderr
	if err := keeper.Start(); err != nil {
		return err
	}
	if err := debug.SetCrashOutput(write, debug.CrashOptions{}); err != nil {
		return err
	}
	return keeper.Process.Release() // it ends by itself, after the program
}

// IfKeeper does the work of a keeper and ends, where this process is one.
func IfKeeper() {
	log := os.Getenv(keeperVariable)
	if log == "" {
		return
	}
	said, err := io.ReadAll(io.LimitReader(os.Stdin, most))
	if err == nil && len(said) > 0 {
		if _, err = io.Copy(io.Discard, os.Stdin); err == nil {
			err = add(log, account(string(said)))
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "nextrole: how it ended is not logged:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// hidden stands for what a goroutine panicked with.
type hidden struct{ kind string }

const hiddenText = "crash: a value of type "

func (h hidden) Error() string { return hiddenText + h.kind }

// Hide returns what to panic with again after a panic with r: an error of the
// runtime as it is, of anything else only its type.
func Hide(r any) any {
	switch r.(type) {
	case nil, runtime.Error, hidden:
		return r
	}
	return hidden{fmt.Sprintf("%T", r)}
}

// Guard is to be deferred by goroutines. It ends nothing: a panic goes on, and
// the account has its type.
func Guard() {
	if r := recover(); r != nil {
		panic(Hide(r))
	}
}
