package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"ogi/generator/disk"
)

// The journal says how the site is being switched, once the new tree is whole.
const (
	switching = "renames\n" // site → .old, .new → site
	placing   = "plan\n"    // and the plan: files of .new to their places, then what is gone removed
)

// twice switches by two renames. Between them the site is missing; a build cut
// off there is finished by the next.
func (t *Tree) twice() error {
	if err := t.note(switching); err != nil {
		return err
	}
	reach("noted")
	if err := disk.Step("rename", t.dir); err != nil {
		return err
	}
	if err := os.Rename(t.dir, t.last()); err != nil {
		p, e := t.survey()
		if e != nil {
			return errors.Join(err, os.Remove(t.journal()))
		}
		return t.piecemeal(p)
	}
	reach("first rename")
	if err := os.Rename(t.next(), t.dir); err != nil {
		return errors.Join(err, os.Rename(t.last(), t.dir), os.Remove(t.journal()))
	}
	reach("second rename")
	if err := t.clear(t.last()); err != nil {
		return err
	}
	return os.Remove(t.journal())
}

// piecemeal carries out a plan. A build cut off in the middle leaves a mixture,
// which the next build or Recover finishes.
func (t *Tree) piecemeal(p plan) error {
	if err := t.note(placing + p.String()); err != nil {
		return err
	}
	reach("noted")
	return t.place(p)
}

// String is a plan as the journal has it. No name holds a NUL.
func (p plan) String() string {
	var b strings.Builder
	for _, m := range p.moves {
		b.WriteString("+" + m + "\x00")
	}
	for _, g := range p.gone {
		b.WriteString("-" + g + "\x00")
	}
	return b.String()
}

// parsePlan reads a plan from a journal; names that lead out of the site are no
// plan of ours.
func parsePlan(s string) (p plan, ok bool) {
	for len(s) > 0 {
		item, rest, ended := strings.Cut(s, "\x00")
		if !ended || len(item) < 2 || item[1:] == "." || !filepath.IsLocal(filepath.FromSlash(item[1:])) {
			return plan{}, false
		}
		switch item[0] {
		case '+':
			p.moves = append(p.moves, item[1:])
		case '-':
			p.gone = append(p.gone, item[1:])
		default:
			return plan{}, false
		}
		s = rest
	}
	return p, true
}

// place can be repeated until it succeeds: SHA256SUMS, which tells what the
// site consists of, moves last.
func (t *Tree) place(p plan) error {
	for _, m := range p.moves {
		reach("place")
		if err := disk.Step("rename", t.old(m)); err != nil {
			return err
		}
		if err := t.move(m); err != nil {
			return err
		}
	}
	for _, g := range p.gone {
		reach("remove")
		if err := disk.Step("remove", t.old(g)); err != nil {
			return err
		}
		if err := t.remove(g); err != nil {
			return err
		}
	}
	reach("removed")
	if err := disk.Step("rename", t.old(Sums)); err != nil {
		return err
	}
	if err := t.move(Sums); err != nil {
		return err
	}
	reach("listed")
	if err := os.Remove(t.journal()); err != nil {
		return err
	}
	return os.RemoveAll(t.next())
}

// recover brings the site to the old or the new tree, whichever a build that
// was cut off had reached, and clears the rest away.
func (t *Tree) recover() error {
	t.sweep()
	note, _ := os.ReadFile(t.journal())
	if list, ok := strings.CutPrefix(string(note), placing); ok && exists(filepath.Join(t.next(), Sums)) {
		if p, ok := parsePlan(list); ok {
			if err := t.place(p); err != nil {
				return err
			}
		}
	}
	if exists(t.last()) {
		if !exists(t.dir) {
			from := t.last()
			if string(note) == switching && exists(t.next()) {
				from = t.next()
			}
			if err := os.Rename(from, t.dir); err != nil {
				return err
			}
		}
		if exists(t.last()) {
			if err := t.clear(t.last()); err != nil {
				return err
			}
		}
	}
	if exists(t.next()) {
		if exists(t.dir) {
			if err := t.clear(t.next()); err != nil {
				return err
			}
		} else if err := os.RemoveAll(t.next()); err != nil {
			return err
		}
	}
	if err := os.Remove(t.journal()); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// sweep removes what a program left that was killed while it wrote the journal or
// the record. Nobody else writes them: the state folder is held.
func (t *Tree) sweep() {
	es, _ := os.ReadDir(t.state)
	for _, e := range es {
		if disk.Staged(e.Name()) && strings.HasPrefix(e.Name(), "."+filepath.Base(t.dir)+".") {
			os.Remove(filepath.Join(t.state, e.Name()))
		}
	}
}

func (t *Tree) note(how string) error {
	return disk.Replace(t.journal(), []byte(how))
}

// move renames a file of the new tree over that of the site, by copy where the
// two lie on different file systems. A file that is not there was moved before.
func (t *Tree) move(path string) error {
	from, to := filepath.Join(t.next(), filepath.FromSlash(path)), t.old(path)
	if !exists(from) {
		return nil
	}
	if err := t.way(path); err != nil {
		return err
	}
	err := os.Rename(from, to)
	if err == nil {
		return nil
	}
	b, rerr := os.ReadFile(from)
	if rerr != nil {
		return err
	}
	tmp := to + ".ogi-new"
	if err := os.WriteFile(tmp, b, 0o644); err != nil {
		return err
	}
	return os.Rename(tmp, to)
}

// way makes the folders above a file of the site. What else lies there, and a
// folder where the file is to be, makes way; a link is not followed.
func (t *Tree) way(file string) error {
	for i, c := range file {
		if c != '/' {
			continue
		}
		dir := t.old(file[:i])
		st, err := os.Lstat(dir)
		if err == nil && st.IsDir() {
			continue
		}
		if err == nil {
			err = os.Remove(dir)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := os.Mkdir(dir, 0o755); err != nil {
			return err
		}
	}
	if _, folder := ofFolder(t.old(file)); folder {
		return os.RemoveAll(t.old(file))
	}
	return nil
}

// remove removes what the new site lacks, unless it lies in something that is no
// folder, as behind a link: then it is not the site's.
func (t *Tree) remove(path string) error {
	for i, c := range path {
		if c != '/' {
			continue
		}
		if _, folder := ofFolder(t.old(path[:i])); !folder {
			return nil
		}
	}
	return os.RemoveAll(t.old(path))
}

func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
