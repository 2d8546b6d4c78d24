package generator

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
)

// AtRevision hands each file of content/ of an archive folder, as a git revision has
// it, to the function: its slash path from the archive's root and its bytes.
func AtRevision(ctx context.Context, dir, rev string, each func(path string, r io.Reader) error) error {
	commit, err := commitOf(ctx, dir, rev)
	if err != nil {
		return err
	}
	var talk bytes.Buffer
	// The ends of lines stay as they were committed.
	cmd := exec.CommandContext(ctx, "git", "-c", "core.autocrlf=false", "-c", "core.eol=lf", "archive", "--format=tar", commit, "--", "content")
	cmd.Dir, cmd.Stderr = dir, &talk
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	t := tar.NewReader(out)
	for {
		h, e := t.Next()
		if errors.Is(e, io.EOF) {
			break
		}
		if e == nil && h.Typeflag == tar.TypeReg {
			e = each(h.Name, t)
		}
		if e != nil {
			err = e
			break
		}
	}
	_, _ = io.Copy(io.Discard, out)
	if e := cmd.Wait(); e != nil && strings.Contains(talk.String(), "did not match any files") {
		return nil // there was no content/ yet
	} else if e != nil {
		said, _, _ := strings.Cut(talk.String(), "\n")
		return fmt.Errorf("%w: git archive: %s", ErrNoRevision, said)
	}
	return err
}
