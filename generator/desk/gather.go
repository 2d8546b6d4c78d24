package desk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/disk"
	"ogi/generator/inbox"
	"ogi/generator/tongue"
)

// ErrRefused says that an input cannot be used as it is; the message says what
// to do.
var ErrRefused = errors.New("refused")

// refused says why an input cannot be used.
func refused(shown string, why tongue.Text) error {
	return &tongue.Fault{Text: tongue.Of(shown+": 不能用："+why.ZH, shown+": refused: "+why.EN), Err: ErrRefused}
}

// Gather reads what a user named for filing: files, folders, zips, "-" for the
// standard input, which bears the given name. Files of a folder that are no
// reports by their name, and links, are passed over.
func Gather(paths []string, in io.Reader, inName string) (all []inbox.File, passed []string, err error) {
	for _, p := range paths {
		if strings.HasPrefix(p, "http://") || strings.HasPrefix(p, "https://") {
			return nil, nil, tongue.Faultf("%s 是网址，ogi 不上网：请先下载，如 curl -s 网址 | ogi add -", "%s is a web address, and ogi uses no network: fetch it first, as in curl -s URL | ogi add -", p)
		}
		if p == "-" {
			b, err := io.ReadAll(io.LimitReader(in, inbox.MaxZip+1))
			if err != nil {
				return nil, nil, fmt.Errorf("standard input: %w", err)
			}
			fs, err := opened(inbox.File{Name: inName, Bytes: b}, "standard input")
			if err != nil {
				return nil, nil, err
			}
			all = append(all, fs...)
			continue
		}
		st, err := os.Stat(p)
		if err != nil {
			return nil, nil, disk.At(p, err)
		}
		names := []string{p}
		if st.IsDir() {
			var others []string
			if names, others, err = inbox.Reports(p); err != nil {
				return nil, nil, err
			}
			if len(names) == 0 {
				return nil, nil, tongue.Faultf("%s: 这个文件夹里没有年报", "%s: no report is in this folder", p)
			}
			for _, o := range others {
				passed = append(passed, filepath.ToSlash(o))
			}
		}
		for _, n := range names {
			fs, err := load(n)
			if err != nil {
				return nil, nil, err
			}
			all = append(all, fs...)
		}
	}
	return all, passed, nil
}

func load(p string) ([]inbox.File, error) {
	shown := filepath.ToSlash(p)
	st, err := os.Stat(p)
	if err != nil {
		return nil, disk.At(shown, err)
	}
	switch root, in := generator.Enclosing(p, false); {
	case root != "" && in != "":
		return nil, refused(shown, tongue.Of("它已在一个档案里", "it lies in an archive already"))
	case !st.Mode().IsRegular():
		return nil, refused(shown, tongue.Of("不是普通文件", "no regular file"))
	case st.Size() > inbox.MaxZip:
		return nil, refused(shown, tongue.Sprintf("有 %d MB，超过 %d MB，请分几次加入", "%d MB, more than %d; add it in parts", st.Size()>>20, inbox.MaxZip>>20))
	}
	b, err := os.ReadFile(p)
	if err != nil {
		return nil, disk.At(shown, err)
	}
	return opened(inbox.File{Name: shown, Bytes: b}, shown)
}

// opened is the file, or what it holds if it is a zip.
func opened(f inbox.File, shown string) ([]inbox.File, error) {
	if !f.IsZip() {
		if len(f.Bytes) > archive.MaxReport {
			return nil, refused(shown, tongue.Sprintf("有 %d MB，超过一份报告的上限 %d MB；报告过大多因图片", "%d MB, larger than the %d MB a report may have; pictures are what makes reports large", len(f.Bytes)>>20, archive.MaxReport>>20))
		}
		return []inbox.File{f}, nil
	}
	fs, err := inbox.Unzip(f)
	if e := (*inbox.Error)(nil); errors.As(err, &e) {
		return nil, refused(shown, tongue.Of(e.Message.ZH+"；"+e.Remedy.ZH, e.Message.EN+"; "+e.Remedy.EN))
	} else if err != nil {
		return nil, err
	}
	if len(fs) == 0 {
		return nil, refused(shown, tongue.Of("压缩包里没有文件", "the zip holds no file"))
	}
	for i := range fs {
		fs[i].Name = shown + "/" + fs[i].Name
	}
	return fs, nil
}
