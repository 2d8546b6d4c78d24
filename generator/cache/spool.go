package cache

import (
	"os"
	"sync"
)

// A Spool holds what no store does for as long as a program runs: in memory as long as
// it is little, the rest in a file that has no name, so that none is left behind.
// Where there can be no such file, all is in memory. It may be used by many goroutines
// at once.
type Spool struct {
	Room int64 // how much memory holds, in bytes

	mu   sync.Mutex
	held [][]byte
	size int64
	file *os.File
	end  int64
	none bool // no file can be had
}

// A Spooled says where in a Spool something is; the zero one is nothing.
type Spooled struct {
	at   int64 // in the file, or which of those in memory
	size int
	disk bool
}

// Put takes bytes, which must not change any more.
func (s *Spool) Put(b []byte) Spooled {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.size+int64(len(b)) > s.Room && s.open() {
		if _, err := s.file.WriteAt(b, s.end); err == nil {
			s.end += int64(len(b))
			return Spooled{s.end - int64(len(b)), len(b), true}
		}
	}
	s.held = append(s.held, b)
	s.size += int64(len(b))
	return Spooled{int64(len(s.held) - 1), len(b), false}
}

// Get gives them back; nil where the file cannot be read.
func (s *Spool) Get(at Spooled) []byte {
	s.mu.Lock()
	file := s.file
	var b []byte
	if !at.disk && at.size > 0 {
		b = s.held[at.at]
	}
	s.mu.Unlock()
	if at.disk {
		b = make([]byte, at.size)
		if _, err := file.ReadAt(b, at.at); err != nil {
			return nil
		}
	}
	return b
}

// Holds reports whether there is something.
func (at Spooled) Holds() bool { return at.size > 0 }

func (s *Spool) open() bool {
	if s.file != nil || s.none {
		return s.file != nil
	}
	f, err := os.CreateTemp("", "ogi-*")
	if err != nil {
		s.none = true
		return false
	}
	s.file = f
	_ = os.Remove(f.Name()) // where an open file keeps its name, close removes it
	return true
}

// Close ends it.
func (s *Spool) Close() {
	if s.file != nil {
		_ = s.file.Close()
		_ = os.Remove(s.file.Name())
		s.file = nil
	}
}
