package cache

import (
	"bytes"
	"fmt"
	"os"
	"sync"
	"testing"
)

// What goes in comes out, from memory and from disk, and no file is left behind.
func TestASpoolGivesBackWhatItTook(t *testing.T) {
	for _, room := range []int64{0, 100, 1 << 20} {
		dir := t.TempDir()
		t.Setenv("TMPDIR", dir)
		t.Setenv("TMP", dir)
		s := &Spool{Room: room}
		if (Spooled{}).Holds() || s.Get(Spooled{}) != nil {
			t.Error("there is something in nothing")
		}
		var at [40]Spooled
		var wg sync.WaitGroup
		for i := range at {
			wg.Go(func() { at[i] = s.Put(bytes.Repeat([]byte{byte(i)}, i+1)) })
		}
		wg.Wait()
		for i := range at {
			if b := s.Get(at[i]); !at[i].Holds() || !bytes.Equal(b, bytes.Repeat([]byte{byte(i)}, i+1)) {
				t.Errorf("room for %d: the %dth is %v", room, i, b)
			}
		}
		if s.size > room {
			t.Errorf("room for %d: %d bytes in memory", room, s.size)
		}
		s.Close()
		if es, _ := os.ReadDir(dir); len(es) > 0 {
			t.Errorf("left behind: %v", es)
		}
	}
}

// Where no file can be had, memory holds all.
func TestASpoolWithoutADisk(t *testing.T) {
	t.Setenv("TMPDIR", fmt.Sprint(t.TempDir(), "/none"))
	t.Setenv("TMP", os.Getenv("TMPDIR"))
	s := &Spool{}
	at := s.Put([]byte("a"))
	if got := s.Get(at); string(got) != "a" {
		t.Errorf("%q", got)
	}
	s.Close()
}
