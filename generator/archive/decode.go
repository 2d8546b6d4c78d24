package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"ogi/generator/config"
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
	for _, j := range jobs {
		for i := range j.found {
			if d := &j.found[i]; d.Code == diag.NoProgram { // it is held, with a page that says so
				d.Level = diag.Note
			}
		}
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
	defer func() { j.found = append(j.found, j.altered(b)...) }()
	if j.f.Role == "attachment" {
		j.f.Report, _ = Decode(j.f.Path, b) // what it does not say is no fault
		return
	}
	j.f.Report, j.found = Decode(j.f.Path, b)
	if contradicts(j.f.Path, j.f.Kind) {
		sub := loader{}
		switch r := j.f.Report; {
		case r == nil:
			for i := range j.found { // nobody published it so
				j.found[i].Code = "ending"
			}
			return
		case !Resembles(r):
			sub.say(diag.Error, j.f.Path, "ending", "请重新下载或另存后再放入", "文件名以 %s 结尾，内容却是另一种文件（%s），也不像年度报告，未采用", path.Ext(j.f.Path), j.f.Kind)
			j.f.Report, j.found = nil, sub.found
			return
		}
		sub.say(diag.Warning, j.f.Path, "ending", "请核对是不是放错了文件，或按内容改名", "文件名以 %s 结尾，内容却是另一种文件（%s）", path.Ext(j.f.Path), j.f.Kind)
		j.found = append(sub.found, j.found...)
	}
}

// recorded is the SHA-256 that <year>.toml keeps of a file, "" for none.
func (f *File) recorded(y config.Year) string {
	if f.Meta.SHA256 != "" || f.Role != "main" {
		return f.Meta.SHA256
	}
	return y.SHA256
}

// altered tells that a file is no more what it was when it was put in.
func (j *job) altered(b []byte) []diag.Diagnostic {
	was := j.f.recorded(j.e.Meta)
	if was == "" || strings.EqualFold(was, j.f.SHA256) {
		return nil
	}
	l := loader{}
	why, remedy := "文件与收入时不同（SHA-256 不符）", "原件不能改动，请换回原来的文件；确是重新收入的，用 ogi add --replace，或改正 "+fmt.Sprint(j.e.Year)+".toml 里的 sha256"
	unix := bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
	for _, other := range [][]byte{unix, bytes.ReplaceAll(unix, []byte("\n"), []byte("\r\n"))} {
		if h := sha256.Sum256(other); strings.EqualFold(was, hex.EncodeToString(h[:])) {
			why = "文件与收入时不同：换行被改过（多半是 Git）"
			remedy = "请在 .gitattributes 里写 content/** -text，再重新检出这个文件"
		}
	}
	l.say(diag.Error, j.f.Path, "bytes-changed", remedy, "%s", why)
	return l.found
}

// Resembles tells an annual report from other papers.
func Resembles(r *report.Report) bool {
	return r.Section(1) != nil || strings.Contains(r.Title.Text, "信息公开") ||
		r.Tables[0].Found || r.Tables[1].Found || r.Tables[2].Found
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
