package office

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ogi/generator/archive"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/inbox"
	"ogi/generator/office/opinion"
	"ogi/generator/work"
)

// A handed is one file of a folder of drafts or of last year's reports.
type handed struct {
	path    string // slash path in its folder, through a zip as through a folder
	file    archive.File
	reasons []string       // why it could not be used, with the remedy
	packed  []byte         // its bytes where it lies in a zip
	reply   *opinion.Reply // where it is a sheet that came back
}

// otherKinds are files that people hand in and no program reads.
var otherKinds = []string{".rar", ".7z", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".et", ".rtf", ".odt", ".ods", ".ppt", ".pptx"}

// handedIn reads every file of a folder, also in zips, but those below the
// paths left out.
func handedIn(ctx context.Context, dir string, but []string, done func(n, of int)) ([]handed, error) {
	files, err := listed(dir, but)
	if err != nil {
		return nil, err
	}
	err = work.Each(ctx, len(files), func(i int) error {
		if files[i].reasons == nil {
			files[i].read(dir)
		}
		return nil
	}, done)
	return files, err
}

func (h *handed) read(dir string) {
	var found []diag.Diagnostic
	if h.sheet(dir); h.reply != nil {
		h.packed = nil
		return
	}
	if h.packed != nil {
		h.file, found = archive.LoadBytes(h.path, h.packed)
		h.packed = nil
	} else {
		h.file, found = archive.LoadFile(os.DirFS(dir), h.path)
	}
	if h.file.Report != nil {
		return
	}
	for _, g := range found {
		if g.Level == diag.Error {
			h.reasons = append(h.reasons, strings.TrimSuffix(g.Message+"（"+g.Remedy+"）", "（）"))
		}
	}
	if h.reasons == nil {
		h.reasons = []string{"未能读取"}
	}
}

// sheet looks whether a file is an opinion sheet of an earlier round.
func (h *handed) sheet(dir string) {
	ext := strings.ToLower(path.Ext(h.path))
	if ext != ".xlsx" && ext != ".docx" {
		return
	}
	b := h.packed
	if b == nil {
		b, _ = fs.ReadFile(os.DirFS(dir), h.path)
	}
	if r, is := opinion.ReadReply(h.path, b); is {
		h.reply = &r
	}
}

// listed are the files of a folder in the order of their names, not yet read.
func listed(dir string, but []string) ([]handed, error) {
	st, err := os.Stat(dir)
	if err != nil {
		return nil, disk.At(dir, err)
	}
	if !st.IsDir() { // a zip in the place of a folder
		files := unzipped(dir, "")
		for i := range files {
			files[i].path = strings.TrimPrefix(files[i].path, "/")
		}
		return files, nil
	}
	var files []handed
	err = inbox.Below(dir, but, func(p string, regular bool) {
		rel, _ := filepath.Rel(dir, p)
		switch {
		case !regular:
		case strings.EqualFold(filepath.Ext(p), ".zip"):
			files = append(files, unzipped(p, filepath.ToSlash(rel))...)
		default:
			files = append(files, reportFiles(filepath.ToSlash(rel))...)
		}
	})
	return files, err
}

// reportFiles is a file if its name is one of a report, or of what is handed in for
// one.
func reportFiles(name string) []handed {
	switch ext := strings.ToLower(path.Ext(name)); {
	case slices.Contains(inbox.Kinds, ext):
		return []handed{{path: name}}
	case slices.Contains(otherKinds, ext):
		return []handed{{path: name, reasons: []string{"程序不读取 " + ext + " 文件，请交 Word、Excel、PDF、网页或文本文件（压缩包请用 zip，或解压后放入）"}}}
	}
	return nil
}

// unzipped are the files of a zip, or the zip with the reason why there are
// none.
func unzipped(file, name string) []handed {
	refused := func(why string) []handed { return []handed{{path: name, reasons: []string{why}}} }
	st, err := os.Stat(file)
	if err == nil && st.Size() > inbox.MaxZip {
		return refused(fmt.Sprintf("压缩包有 %d MB，过大，请解压后把其中的年报放入", st.Size()>>20))
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return refused("压缩包读不出，请解压后把其中的年报放入")
	}
	members, err := inbox.Unzip(inbox.File{Name: name, Bytes: b})
	if e := (*inbox.Error)(nil); errors.As(err, &e) {
		return refused(e.Message.ZH + "（" + e.Remedy.ZH + "）")
	}
	var files []handed
	for _, m := range members {
		for _, h := range reportFiles(name + "/" + m.Name) {
			h.packed = m.Bytes
			files = append(files, h)
		}
	}
	if len(files) == 0 {
		return refused("压缩包里没有年报文件")
	}
	slices.SortFunc(files, func(a, b handed) int { return strings.Compare(a.path, b.path) })
	return files
}
