package main

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"ogi/generator/disk"
)

// On a real disk that is full, or has room for a few pages more, each command
// leaves all as it was or does all it is to do, and says which.
func TestADiskThatIsFull(t *testing.T) {
	if testing.Short() {
		t.Skip("each command runs many times")
	}
	for name, w := range writings {
		t.Run(name, func(t *testing.T) {
			before, after, _ := beforeAndAfter(t, w)
			olds, news := 0, 0
			for _, room := range []int{0, 1, 2, 3, 5, 8, 12, 100, 2000} { // pages of 4 KB
				dir := smallDisk(t)
				benchIn(t, dir, w)
				fillDisk(t, dir, room)
				talk, code := runIn(t, dir, w)
				if err := os.Remove(filepath.Join(dir, "filler")); err != nil {
					t.Fatal(err)
				}
				switch got := look(t, dir, w); {
				case got == before && code == unusable && toldFull.MatchString(talk):
					olds++
				case got == after && !toldFull.MatchString(talk):
					news++
				default:
					t.Errorf("room for %d: as before %v, as after %v, exit code %d, %s", room, got == before, got == after, code, talk)
				}
				runIn(t, dir, w)
				if got := look(t, dir, w); got != after {
					t.Errorf("room for %d: the next run does not make it right", room)
				}
			}
			if olds == 0 || news == 0 {
				t.Errorf("%d as before, %d as after", olds, news)
			}
		})
	}
}

// smallDisk is a disk of its own.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "size=16m"); err != nil {
		t.Skipf("no disk can be made here: %v", err)
	}
	t.Cleanup(func() {
		if err := unix.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// fillDisk leaves room for so many pages on a disk.
func fillDisk(t *testing.T, dir string, pages int) {
	t.Helper()
	var st unix.Statfs_t
	if err := unix.Statfs(dir, &st); err != nil {
		t.Fatal(err)
	}
	n := (int64(st.Bfree) - int64(pages)) * st.Bsize
	if err := os.WriteFile(filepath.Join(dir, "filler"), make([]byte, n), 0o644); err != nil {
		t.Fatal(err)
	}
}

// What goes to a full disk by the standard output is not lost in silence.
func TestOutputThatGoesNowhere(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("no /dev/full here")
	} else if err != nil {
		t.Fatal(err)
	}
	defer full.Close()
	report := filepath.Join(testdata, "report.txt")
	for _, args := range []string{"check " + report, "check --format json " + report, "inspect " + report, "explain", "version", "--help", "check --help", "completion bash"} {
		var e bytes.Buffer
		code := run(context.Background(), strings.Fields(args), streams{strings.NewReader(""), full, &e})
		if code != unusable || !strings.Contains(e.String(), "标准输出: error: 磁盘已满") || !strings.Contains(e.String(), "输出不完整，请不要使用") {
			t.Errorf("%s: exit code %d, %s", args, code, e.String())
		}
	}
}

// Other faults of a disk are told likewise.
func TestFaultsOfADisk(t *testing.T) {
	for errno, want := range map[unix.Errno]string{
		unix.EDQUOT: "sum.xlsx: error: 磁盘已满，没有写成（disk quota exceeded） (disk-full)\n\t请在这个磁盘上腾出空间",
		unix.EROFS:  "sum.xlsx: error: 这个位置只能读，没有写成（read-only file system） (disk-read-only)\n\t请解除写保护",
		unix.EIO:    "sum.xlsx: error: 磁盘读写出错（input/output error） (disk-broken)\n\t磁盘可能坏了：请先备份",
		unix.EACCES: "sum.xlsx: error: 没有权限，读不到或写不进（permission denied） (no-permission)\n\t请检查这个文件及其文件夹的权限",
	} {
		w := writings["sum"]
		dir := bench(t, w)
		disk.OnStep = func(string, string) error { return errno }
		talk, code := runIn(t, dir, w)
		disk.OnStep = nil
		if code != unusable || !strings.HasPrefix(talk, want) {
			t.Errorf("exit code %d, %q, not %q", code, talk, want)
		}
	}
}
