//go:build journey

package main_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"
)

// watcher looks at every eighth row of the screen, each millisecond.
type watcher struct {
	t      testing.TB
	file   []byte // the screen itself
	rows   [][]byte
	most   int    // pixels that a cursor may change
	first  []byte // what it showed at the beginning
	frames []frame
	spent  func() float64 // asked at each frame, if set
}

// frame is a picture that differs from the one before by more than a cursor.
type frame struct {
	seen  time.Time
	spent float64
	rows  []byte
}

func watch(s *screen) *watcher {
	s.t.Helper()
	f, err := os.Open(s.pixels)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		s.t.Fatal(err)
	}
	w := &watcher{t: s.t}
	if w.file, err = syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED); err != nil {
		s.t.Fatal(err)
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(w.file[4*i:])) }
	const width, height, stride, colors, every = 4, 5, 12, 19, 8
	pixels := w.file[field(0)+12*field(colors):]
	for y := 0; y < field(height); y += every {
		w.rows = append(w.rows, pixels[y*field(stride):][:4*field(width)])
	}
	w.most = field(width) * len(w.rows) / 1000
	w.first = w.copy()
	return w
}

func (w *watcher) close() {
	if err := syscall.Munmap(w.file); err != nil {
		w.t.Fatal(err)
	}
}

func (w *watcher) copy() []byte { return bytes.Join(w.rows, nil) }

// differs reports whether the screen shows another picture than that.
func (w *watcher) differs(than []byte) bool {
	n := 0
	for _, row := range w.rows {
		if !bytes.Equal(row, than[:len(row)]) {
			for i := 0; i < len(row); i += 4 {
				if [4]byte(row[i:]) != [4]byte(than[i:]) {
					n++
				}
			}
		}
		than = than[len(row):]
	}
	return n > w.most
}

// whole waits until the screen is at rest, and returns the frame in which it
// first showed what it shows then.
func (w *watcher) whole() frame {
	w.t.Helper()
	const rest = 1500 * time.Millisecond
	w.frames = []frame{{seen: time.Now(), rows: w.first}}
	look := time.NewTicker(time.Millisecond)
	defer look.Stop()
	started := time.Now()
	for now := range look.C {
		last := w.frames[len(w.frames)-1]
		if w.differs(last.rows) {
			f := frame{seen: time.Now(), rows: w.copy()}
			if w.spent != nil {
				f.spent = w.spent()
			}
			w.frames = append(w.frames, f)
		} else if len(w.frames) > 1 && now.Sub(last.seen) > rest {
			break
		}
		if now.Sub(started) > patience {
			w.t.Fatal("waited in vain: a first frame")
		}
	}
	i := slices.IndexFunc(w.frames, func(f frame) bool { return !w.differs(f.rows) })
	return w.frames[i]
}
