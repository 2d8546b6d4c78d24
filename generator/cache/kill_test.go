package cache

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"testing"
)

// TestMain is also the program that others kill: with OGI_TEST_STORE it puts entries
// into that folder, over and over, and tells of each, until it is killed or has told
// of 120.
func TestMain(m *testing.M) {
	dir := os.Getenv("OGI_TEST_STORE")
	if dir == "" {
		os.Exit(m.Run())
	}
	s := Open(dir, "v1", 30*block)
	for i := range 120 {
		n := i % 50
		s.Put("read", key(n), value(n))
		if b, ok := s.Get("read", key(n)); ok && !bytes.Equal(b, value(n)) {
			os.Exit(3)
		}
		fmt.Println(n)
	}
	if err := s.Close(); err != nil {
		fmt.Println(err)
		os.Exit(4)
	}
	os.Exit(0)
}

// Two programs use one folder; one is killed in the middle. The other goes on, and
// what is found afterwards is right.
func TestAProgramIsKilled(t *testing.T) {
	dir := t.TempDir()
	start := func() (*exec.Cmd, *bufio.Scanner) {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "OGI_TEST_STORE="+dir)
		cmd.Stderr = os.Stderr
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd, bufio.NewScanner(out)
	}
	for moment := range 3 {
		killed, told := start()
		other, more := start()
		for range 10 + 40*moment {
			if !told.Scan() {
				t.Fatal("it ended by itself")
			}
		}
		if err := killed.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = killed.Wait()
		last := ""
		for more.Scan() {
			last = more.Text()
		}
		if err := other.Wait(); err != nil {
			t.Errorf("the other program: %v, %s", err, last)
		}
		s := Open(dir, "v1", roomy)
		found := 0
		for n := range 50 {
			b, ok := s.Get("read", key(n))
			if ok && !bytes.Equal(b, value(n)) {
				t.Errorf("entry %d is another", n)
			}
			if ok {
				found++
			}
		}
		if found != 50 { // its build used them all
			t.Errorf("%d entries are there, want 50", found)
		}
		closed(t, s)
	}
}
