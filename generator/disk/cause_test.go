//go:build unix

package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"testing"
)

func TestWhy(t *testing.T) {
	path := func(e error) error { return &fs.PathError{Op: "write", Path: ".a.json.ogi-new-1", Err: e} }
	for _, c := range []struct {
		err  error
		want Cause
		name string
	}{
		{path(syscall.ENOSPC), Full, ".a.json.ogi-new-1"},
		{At("a.json", path(syscall.EDQUOT)), Full, "a.json"},
		{fmt.Errorf("nothing was made: %w", At("b", At("a", syscall.EROFS))), ReadOnly, "b"},
		{&os.LinkError{Op: "rename", Old: "a", New: "b", Err: syscall.EIO}, Broken, "b"},
		{path(syscall.EACCES), Denied, ".a.json.ogi-new-1"},
		{path(fs.ErrNotExist), Other, ".a.json.ogi-new-1"},
		{errors.New("x"), Other, ""},
		{nil, Other, ""},
	} {
		if got, name := Why(c.err); got != c.want || name != c.name {
			t.Errorf("%v: %d %q", c.err, got, name)
		}
	}
	if got := At("b", At("a", path(syscall.EROFS))).Error(); got != "b: read-only file system" {
		t.Errorf("got %q", got)
	}
}
