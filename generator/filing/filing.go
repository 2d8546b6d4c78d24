// Package filing changes an archive all at once or not at all. Files to write,
// to replace and to remove come in; whoever looks at the archive afterwards, also
// after the program was killed or the disk was full at any moment, finds it as it
// was or as it was to be. Nothing new is written over what is there, and nothing
// outside content/ is touched. Which changes are right is not its business.
//
// They are written beside the archive first (.ogi/filing/0, 1, …); then a journal
// that lists the places is renamed into being, and from there on they are made;
// whoever opens the archive after an interruption finishes what a journal lists.
package filing

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"ogi/generator/disk"
	"ogi/generator/publish"
)

const (
	stage   = ".ogi/filing"
	journal = stage + "/journal"
)

// A Folder is that of an archive: Dir as it is told in messages, and its root.
type Folder struct {
	Dir  string
	Root *os.Root
}

// A Change is one file of the archive to write or remove. New ones must not
// exist yet.
type Change struct {
	Path   string // slash path from the archive's root
	Bytes  []byte
	New    bool
	Remove bool
	// Edit, if not nil, gives the bytes instead: from those that lie there, nil for
	// none, while no other command changes the archive. It is for lists to which
	// several commands add.
	Edit func(old []byte) ([]byte, error)
}

// ErrThere says that a file that was to be new is there already.
var ErrThere = errors.New("is there already")

// A move is one line of the journal: staged file N goes to Path, or Path goes.
type move struct {
	Path   string
	N      int
	Remove bool
}

// crash is called between the steps of Make; tests end the process there.
var crash = func(string) {}

// Make makes changes in the archive.
func (f Folder) Make(cs []Change) error {
	// A command that begins or ends at the same time may make or remove it under us;
	// Hold then makes it again.
	if err := f.Root.MkdirAll(stage, 0o755); err != nil && !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrNotExist) {
		return disk.At(f.Dir, err)
	}
	release, err := publish.Hold(filepath.Join(f.Dir, filepath.FromSlash(stage)))
	if errors.Is(err, publish.ErrBusy) {
		return fmt.Errorf("%s: %w and holds %s there; wait until it has ended, or end it: nothing is to be removed by hand", f.Dir, err, stage)
	} else if err != nil {
		return err
	}
	defer release()
	if err := f.finish(); err != nil {
		return err
	}
	for _, c := range cs {
		if !fs.ValidPath(c.Path) || !strings.HasPrefix(c.Path, "content/") {
			return fmt.Errorf("%s: no place in an archive", c.Path) // a journal must not list what cannot be done
		}
		if _, err := f.Root.Lstat(c.Path); c.New && err == nil {
			return fmt.Errorf("%s %w", c.Path, ErrThere)
		}
	}
	moves := make([]move, len(cs))
	for i, c := range cs {
		moves[i] = move{c.Path, i, c.Remove}
		if c.Remove {
			continue
		}
		b, err := f.bytes(c)
		if err != nil {
			f.clear()
			return err
		}
		if err := f.disk().Write(staged(i), b, 0o644); err != nil {
			f.clear()
			return disk.At(c.Path, err)
		}
		crash("staged " + c.Path)
	}
	list, err := json.Marshal(moves)
	if err != nil {
		return err
	}
	if err := f.disk().Write(journal+"~", list, 0o644); err != nil {
		f.clear()
		return disk.At(f.Dir, err)
	}
	crash("journal written")
	if err := f.disk().Rename(journal+"~", journal); err != nil {
		if _, there := f.Root.Lstat(journal); there != nil {
			f.clear()
		}
		return disk.At(f.Dir, err)
	}
	crash("journal")
	return f.finish()
}

// bytes are those that a change writes.
func (f Folder) bytes(c Change) ([]byte, error) {
	if c.Edit == nil {
		return c.Bytes, nil
	}
	old, err := f.Root.ReadFile(c.Path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, disk.At(c.Path, err)
	}
	return c.Edit(old)
}

// finish makes the changes that the journal lists; without one it clears away
// what an interrupted preparation left. Each step may have been made before.
func (f Folder) finish() error {
	b, err := f.Root.ReadFile(journal)
	if errors.Is(err, fs.ErrNotExist) {
		f.clear()
		return nil
	}
	var moves []move
	if err == nil {
		err = json.Unmarshal(b, &moves)
	}
	if err != nil {
		return disk.At(journal, err)
	}
	for _, m := range moves {
		if err := f.move(m); err != nil {
			return fmt.Errorf("%w; the rest is done by the next ogi command, once this is mended", disk.At(m.Path, err))
		}
		crash("moved " + m.Path)
	}
	if err := f.Root.Remove(journal); err != nil {
		return disk.At(journal, err)
	}
	crash("journal gone")
	f.clear()
	return nil
}

func (f Folder) move(m move) error {
	if m.Remove {
		err := f.Root.Remove(m.Path)
		if err == nil {
			err = f.disk().Sync(path.Dir(m.Path))
		} else if errors.Is(err, fs.ErrNotExist) {
			err = nil // removed before; its folder may be left
		}
		for dir := path.Dir(m.Path); err == nil && dir != "content"; dir = path.Dir(dir) {
			if f.Root.Remove(dir) != nil {
				break // something lies there still
			}
		}
		return err
	}
	if err := f.Root.MkdirAll(path.Dir(m.Path), 0o755); err != nil {
		return err
	}
	err := f.disk().Rename(staged(m.N), m.Path)
	if errors.Is(err, fs.ErrNotExist) { // moved before
		if _, err := f.Root.Lstat(m.Path); err == nil {
			return nil
		}
	}
	return err
}

// Recover finishes what an interrupted command left half done. Where another
// command is at it, that one finishes.
func (f Folder) Recover() error {
	if _, err := f.Root.Lstat(journal); err != nil {
		return nil
	}
	release, err := publish.Hold(filepath.Join(f.Dir, filepath.FromSlash(stage)))
	if err != nil {
		return nil
	}
	defer release()
	return f.finish()
}

// clear removes what was prepared; what cannot be removed is no harm there.
func (f Folder) clear() {
	es, _ := fs.ReadDir(f.Root.FS(), stage)
	for _, e := range es {
		_ = f.Root.RemoveAll(stage + "/" + e.Name())
	}
}

func (f Folder) disk() disk.Folder { return disk.Folder{Root: f.Root} }

func staged(n int) string { return fmt.Sprintf("%s/%d", stage, n) }
