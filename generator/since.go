package generator

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// ErrNoRevision says that what changed cannot be told, as outside a git
// repository.
var ErrNoRevision = errors.New("what changed cannot be told")

// Since leaves of judged reports those of which a file changed since a git
// revision: the report itself, another file of its year, or its agency.toml.
// Files that git does not know yet count as changed.
func Since(ctx context.Context, js []Judged, rev string) ([]Judged, error) {
	changed := map[string]map[string]bool{} // by top folder of the repository
	tops := map[string]string{}
	var err error
	kept := slices.DeleteFunc(slices.Clone(js), func(j Judged) bool {
		file, e := filepath.Abs(filepath.FromSlash(j.File))
		if e == nil {
			file, e = filepath.EvalSymlinks(file)
		}
		if e != nil || err != nil {
			err = errors.Join(err, e)
			return true
		}
		dir, name := filepath.Split(file)
		top, ok := tops[dir]
		if !ok {
			if top, err = git(ctx, dir, "rev-parse", "--show-toplevel"); err != nil {
				return true
			}
			top = filepath.FromSlash(strings.TrimSuffix(top, "\n"))
			tops[dir] = top
		}
		if changed[top] == nil {
			if changed[top], err = changes(ctx, top, rev); err != nil {
				return true
			}
		}
		stem, _, _ := strings.Cut(name, ".")
		rel, _ := filepath.Rel(top, dir)
		for f := range changed[top] {
			in, base := filepath.Split(filepath.FromSlash(f))
			if filepath.Clean(in) == filepath.Clean(rel) && (base == name || strings.HasPrefix(base, stem+".") || base == "agency.toml") {
				return false
			}
		}
		return true
	})
	return kept, err
}

// changes are the slash paths of changed and new files, from the top.
func changes(ctx context.Context, top, rev string) (map[string]bool, error) {
	commit, err := commitOf(ctx, top, rev)
	if err != nil {
		return nil, err
	}
	set := map[string]bool{}
	for _, args := range [][]string{
		{"diff", "--name-only", "-z", commit, "--"},
		{"ls-files", "--others", "--exclude-standard", "-z"},
	} {
		out, err := git(ctx, top, args...)
		if err != nil {
			return nil, err
		}
		for name := range strings.SplitSeq(out, "\x00") {
			if name != "" {
				set[name] = true
			}
		}
	}
	return set, nil
}

// commitOf is the commit of a revision.
func commitOf(ctx context.Context, dir, rev string) (string, error) {
	commit, err := git(ctx, dir, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		how := ""
		if shallow, e := git(ctx, dir, "rev-parse", "--is-shallow-repository"); e == nil && strings.TrimSpace(shallow) == "true" {
			how = "; this clone has no history: git fetch --unshallow, or fetch-depth: 0 in a workflow"
		}
		return "", fmt.Errorf("%w: git knows no revision %q here%s", ErrNoRevision, rev, how)
	}
	return strings.TrimSpace(commit), nil
}

func git(ctx context.Context, dir string, args ...string) (string, error) {
	var out, talk bytes.Buffer
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, &out, &talk
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", fmt.Errorf("%w: git is not installed", ErrNoRevision)
	case err != nil && strings.Contains(talk.String(), "not a git repository"):
		return "", fmt.Errorf("%w: %s lies in no git repository", ErrNoRevision, filepath.Clean(dir))
	case err != nil:
		said, _, _ := strings.Cut(talk.String(), "\n")
		return "", fmt.Errorf("%w: git %s: %s", ErrNoRevision, args[0], strings.TrimPrefix(said, "fatal: "))
	}
	return out.String(), nil
}
