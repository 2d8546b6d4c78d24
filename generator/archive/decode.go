package archive

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"

	"ogi/generator/decode"
	"ogi/generator/diag"
	"ogi/generator/report"
	"ogi/generator/source"
	"ogi/generator/work"
)

// A job is one file to read; its results lie at its own index, so that their
// order never depends on timing.
type job struct {
	e     *Entry
	f     *File
	found []diag.Diagnostic
}

// decode reads and decodes all files. A report of which there is nothing but a name
// is left out.
func (l *loader) decode(agencies []*Agency) {
	var jobs []*job
	for _, a := range agencies {
		for _, e := range a.Reports {
			for i := range e.Files {
				jobs = append(jobs, &job{e: e, f: &e.Files[i]})
			}
		}
	}
	_ = work.Each(context.Background(), len(jobs), func(i int) error { // none fails: what cannot be read is told
		l.read(jobs[i])
		return nil
	}, l.opts.Done)
	for at, n := 0, 0; at < len(jobs); at += n {
		n = len(jobs[at].e.Files) // jobs of one year stand together
		l.human(jobs[at].e, jobs[at:at+n])
		jobs[at].e.settle()
	}
	for _, a := range agencies {
		a.Reports = slices.DeleteFunc(a.Reports, func(e *Entry) bool { return e.Unread() && e.SHA256 == "" })
	}
	for _, j := range jobs {
		l.found = append(l.found, j.found...)
	}
}

// LoadFile reads one report file outside any archive. Its Report is nil if it
// could not be used.
func LoadFile(fsys fs.FS, name string) (File, []diag.Diagnostic) {
	l := &loader{fsys: fsys}
	j := &job{e: &Entry{}, f: &File{Path: name, Role: "main"}}
	l.read(j)
	return *j.f, j.found
}

// LoadBytes is LoadFile for a file that lies in no folder, as one in a zip.
func LoadBytes(name string, b []byte) (File, []diag.Diagnostic) {
	h := sha256.Sum256(b)
	r, found := Decode(name, b)
	f := File{
		Path: name, Role: "main", SHA256: hex.EncodeToString(h[:]), Size: int64(len(b)), Report: r,
		Kind: source.KindOf(name, b), Markup: markup(b), Active: active(b),
	}
	f.search(b)
	return f, found
}

func (l *loader) read(j *job) {
	if l.opts.Changed[j.f.Path] {
		sub := loader{}
		sub.say(diag.Error, j.f.Path, "changed", "请等写完后再运行一次", "文件在读取之后又变了，这份报告这次没有收入")
		j.found = sub.found
		return
	}
	b, sum, size, err := slurp(l.fsys, j.f.Path)
	j.f.SHA256, j.f.Size, j.f.Kind, j.f.Markup, j.f.Active = sum, size, source.KindOf(j.f.Path, b), markup(b), active(b)
	if err != nil {
		sub := loader{}
		if big, ok := err.(tooLarge); ok {
			sub.say(diag.Error, j.f.Path, "too-large", "请换一份较小的文件；报告过大多因图片", "%s", big.Error())
		} else {
			sub.unreadable(j.f.Path, err)
		}
		j.found = sub.found
		return
	}
	if j.e.Meta.Withdrawn != "" {
		return
	}
	defer func() { j.f.search(b) }()
	if j.f.Role == "attachment" {
		j.f.Report, _ = Decode(j.f.Path, b) // what it does not say is no fault
		return
	}
	j.f.Report, j.found = Decode(j.f.Path, b)
	if contradicts(j.f.Path, j.f.Kind) {
		sub := loader{}
		sub.say(diag.Warning, j.f.Path, "ending", "请核对是不是放错了文件，或按内容改名", "文件名以 %s 结尾，内容却是另一种文件（%s）", path.Ext(j.f.Path), j.f.Kind)
		j.found = append(sub.found, j.found...)
	}
}

// decodeFile reads one report file; tests put a simpler reader in its place.
var decodeFile = decode.File

// Decode reads one report file. A reader that breaks on it leaves it unread: that
// costs this report, not the others.
func Decode(path string, b []byte) (r *report.Report, ds []diag.Diagnostic) {
	if err := work.Safely(func() { r, ds = decodeFile(path, b) }); err != nil {
		return nil, []diag.Diagnostic{{
			Level: diag.Error, File: path, Code: "internal", Message: fmt.Sprintf("程序内部错误：%v", err),
			Remedy: "请把这个问题告诉我们，最好附上文件",
		}}
	}
	return r, ds
}

type tooLarge int64

func (n tooLarge) Error() string {
	return fmt.Sprintf("文件有 %d MB，超过一份报告的上限 %d MB", int64(n)>>20, MaxReport>>20)
}

func slurp(fsys fs.FS, name string) (b []byte, sum string, size int64, err error) {
	st, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, "", 0, err
	}
	if !st.Mode().IsRegular() {
		return nil, "", 0, fmt.Errorf("not a regular file")
	}
	if st.Size() > MaxReport {
		return nil, "", st.Size(), tooLarge(st.Size())
	}
	if b, err = fs.ReadFile(fsys, name); err != nil {
		return nil, "", 0, err
	}
	h := sha256.Sum256(b)
	return b, hex.EncodeToString(h[:]), int64(len(b)), nil
}
