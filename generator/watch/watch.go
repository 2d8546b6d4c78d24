// Package watch tells when files of an archive change: a folder and what in it
// matters come in, a word whenever something did and then rested for a moment goes
// out. What programs keep beside the archive (.ogi, public) and what editors leave are
// not looked at. What the system does not tell is not known: then nothing is said.
package watch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Rest is how long nothing more must change before the word goes out: an editor or
// an unpacking program writes many files one after the other.
const Rest = 300 * time.Millisecond

// ErrTooMany says that the system does not watch as many folders.
var ErrTooMany = errors.New("there are more folders than the system watches")

// Watch sends on the channel after each change of the file or folder names in dir,
// until the context ends. It begins to look before it returns.
func Watch(ctx context.Context, dir string, names ...string) (<-chan struct{}, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := w.Add(dir); err != nil {
		w.Close()
		return nil, err
	}
	for _, n := range names {
		if err := add(w, filepath.Join(dir, n)); err != nil {
			w.Close()
			return nil, err
		}
	}
	out := make(chan struct{}, 1)
	go loop(ctx, w, dir, names, out)
	return out, nil
}

// add watches a folder and those in it; what is not there, or no folder, is none.
func add(w *fsnotify.Watcher, dir string) error {
	return filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !d.IsDir():
			return nil
		case p != dir && Ignored(d.Name()):
			return fs.SkipDir
		}
		if err := w.Add(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			if strings.Contains(err.Error(), "no space") || errors.Is(err, fsnotify.ErrEventOverflow) {
				return ErrTooMany
			}
			return err
		}
		return nil
	})
}

// Ignored are names of hidden files and of what editors and desktops leave.
func Ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") || strings.HasPrefix(name, "~$") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp")
}

func loop(ctx context.Context, w *fsnotify.Watcher, dir string, names []string, out chan<- struct{}) {
	defer w.Close()
	rest := time.NewTimer(time.Hour)
	rest.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if !matters(dir, names, e) {
				continue
			}
			if st, err := os.Stat(e.Name); e.Has(fsnotify.Create) && err == nil && st.IsDir() {
				_ = add(w, e.Name) // what came with it is read by the build in any case
			}
			rest.Reset(Rest)
		case _, ok := <-w.Errors:
			if !ok {
				return
			}
			rest.Reset(Rest) // some events were lost
		case <-rest.C:
			select {
			case out <- struct{}{}:
			default: // the last word was not heard yet
			}
		}
	}
}

// matters reports whether an event is about one of the names, and more than its mode.
func matters(dir string, names []string, e fsnotify.Event) bool {
	rel, err := filepath.Rel(dir, e.Name)
	if err != nil || e.Op == fsnotify.Chmod {
		return false
	}
	parts := strings.Split(filepath.ToSlash(rel), "/")
	for _, p := range parts {
		if Ignored(p) {
			return false
		}
	}
	for _, n := range names {
		if parts[0] == n {
			return true
		}
	}
	return false
}
