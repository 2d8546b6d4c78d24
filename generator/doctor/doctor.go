// Package doctor tells whether an archive is sound: what cannot be read, what was
// changed or lost since it was filed or published, what a keeper has yet to say, and
// how near the site is to the limit of its host. An archive folder comes in, and what
// it is to be compared with; diagnostics go out. An error among them is something to
// mend before the next publication, a warning something to look at. It is about the
// archive, never about what an agency reported, and changes nothing. Where it cannot
// compare it says so and fails.
package doctor

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/ledger"
	"ogi/generator/personal"
	"ogi/generator/publish"
	"ogi/generator/work"
)

// A Question says which archive, and what to compare it with.
type Question struct {
	Dir      string
	Files    fs.FS  // the program's own templates and assets
	Against  string // an address, a folder, a list or a git revision; "" for none
	BaseURL  string // that takes the place of site.toml's; "" for none
	Progress work.Progress
}

// A Health is what was found.
type Health struct {
	Agencies, Reports, Files, Pages int
	Bytes                           int64 // of the built site, 0 where there is none
	Found                           []diag.Diagnostic
}

// Sound reports whether nothing is to be mended.
func (h *Health) Sound() bool {
	return !slices.ContainsFunc(h.Found, func(d diag.Diagnostic) bool { return d.Level == diag.Error })
}

// Examine looks at an archive.
func Examine(ctx context.Context, q Question) (*Health, error) {
	f, err := generator.Open(q.Dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	now, err := stateOf(f.FS())
	if err != nil {
		return nil, err
	}
	plan, ds, err := f.Plan(ctx, q.Files, q.Progress)
	if err != nil {
		return nil, err
	}
	h := &Health{Agencies: len(plan.Archive.Agencies), Reports: len(plan.Archive.Entries()), Files: len(now.sums), Pages: pageCount(plan.Paths)}
	h.Found = slices.DeleteFunc(ds, func(d diag.Diagnostic) bool { return d.Level == diag.Note })
	h.Found = append(h.Found, changed(plan.Archive)...)
	h.Found = append(h.Found, doubts(plan)...)
	h.Found = append(h.Found, listed(f.FS(), now, plan.Paths)...)
	h.Found = append(h.Found, unsaid(plan.Archive.Site, q.BaseURL)...)
	h.Found = append(h.Found, h.size(filepath.Join(q.Dir, "public"))...)
	if q.Against != "" {
		e, err := look(ctx, q.Dir, q.Against)
		if err != nil {
			return nil, err
		}
		h.Found = append(h.Found, e.lost(now, plan.Paths)...)
	}
	if e := publishedHere(q.Dir); e != nil {
		for _, d := range e.lost(now, plan.Paths) {
			d.Level = diag.Warning // it was built here, which is not to say that it was published
			h.Found = append(h.Found, d)
		}
	}
	diag.Sort(h.Found)
	slices.SortStableFunc(h.Found, func(a, b diag.Diagnostic) int { return int(b.Level) - int(a.Level) })
	h.Found = distinct(h.Found)
	return h, nil
}

// distinct keeps of what several comparisons found the first.
func distinct(ds []diag.Diagnostic) []diag.Diagnostic {
	type one struct{ at, code string }
	seen := map[one]bool{}
	return slices.DeleteFunc(ds, func(d diag.Diagnostic) bool {
		k := one{d.File + ":" + d.Pos.String(), d.Code}
		was := seen[k]
		seen[k] = true
		return was
	})
}

// Lost tells what is no more that an earlier state had, and nothing else.
func Lost(ctx context.Context, q Question) ([]diag.Diagnostic, error) {
	f, err := generator.Open(q.Dir)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	now, err := stateOf(f.FS())
	if err != nil {
		return nil, err
	}
	plan, _, err := f.Plan(ctx, q.Files, q.Progress)
	if err != nil {
		return nil, err
	}
	e, err := look(ctx, q.Dir, q.Against)
	if err != nil {
		return nil, err
	}
	return e.lost(now, plan.Paths), nil
}

func pageCount(paths []string) int {
	n := 0
	for _, p := range paths {
		if strings.HasSuffix(p, ".html") {
			n++
		}
	}
	return n
}

// changed tells of files whose bytes are not those of which the sum was written down.
func changed(a *archive.Archive) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, e := range a.Entries() {
		for _, f := range e.Files {
			if f.Role != "main" || f.SHA256 == "" || e.Meta.SHA256 == "" || f.SHA256 == e.Meta.SHA256 {
				continue
			}
			ds = append(ds, diag.Diagnostic{
				Level: diag.Error, File: personal.Path(f.Path), Code: "sha256", Message: "文件的字节与旁边 TOML 里的 sha256 不符：收入以后改动过，或被 git 换过行尾",
				Remedy: "请恢复原来的文件；新的版本用 ogi add --replace 收入",
			})
		}
	}
	return ds
}

// doubts are those about our own reading or filing to which no note replies.
func doubts(plan *generator.Plan) []diag.Diagnostic {
	var ds []diag.Diagnostic
	for _, e := range plan.Archive.Entries() {
		j := plan.Results[e]
		if j == nil {
			continue
		}
		for _, f := range j.Findings {
			if f.Rule.Guard && f.Note == nil && f.Rule.Family != check.Language && f.Rule.Family != check.CrossYear {
				ds = append(ds, diag.Diagnostic{
					Level: diag.Warning, File: personal.Path(e.Path), Pos: f.Pos, Code: f.Rule.ID, Message: personal.Mask(f.Message.ZH),
					Remedy: "请对照原文；确认无误的，在 <年度>.notes.toml 里写明",
				})
			}
		}
	}
	return ds
}

// listed compares the archive with its own list of what is held.
func listed(fsys fs.FS, now *state, there []string) []diag.Diagnostic {
	say := func(level diag.Level, code, message, remedy string) []diag.Diagnostic {
		return []diag.Diagnostic{{Level: level, File: ledger.Path, Code: code, Message: message, Remedy: remedy}}
	}
	b, err := fs.ReadFile(fsys, ledger.Path)
	if err != nil {
		return say(diag.Warning, "no-ledger", "没有收录清单：别处检出这个档案时，少了哪份报告、哪个网址都看不出来", "ogi ledger 写出它，请一并提交")
	}
	ls, err := ledger.Parse(b)
	if err != nil {
		return say(diag.Error, "bad-ledger", err.Error(), "请恢复上一版，再用 ogi ledger 补上")
	}
	ds := (&earlier{from: ledger.Path, lines: ls}).lost(now, there)
	known := map[string]bool{}
	for _, l := range ls {
		known[l.Path] = true
	}
	missing := 0
	for p := range now.sums {
		if !known[p] {
			missing++
		}
	}
	if missing > 0 {
		ds = append(ds, say(diag.Warning, "not-listed", fmt.Sprintf("有%d个收录的文件不在清单里", missing), "ogi ledger 补上它们")...)
	}
	return ds
}

// unsaid tells what a keeper has yet to say.
func unsaid(site config.Site, base string) []diag.Diagnostic {
	var ds []diag.Diagnostic
	say := func(code, message, remedy string) {
		ds = append(ds, diag.Diagnostic{Level: diag.Warning, File: "site.toml", Code: code, Message: message, Remedy: remedy})
	}
	if site.Contact == "" {
		say("no-contact", "没有写 contact，读者无处提交更正", `请写邮箱或表单网址：contact = "mailto:…?subject={rule}&body={report}"`)
	}
	if site.BaseURL == "" && base == "" {
		say("no-base-url", "没有写 base_url：没有站点地图，404 页没有回首页的链接，徽标代码用相对路径", `请写：base_url = "https://…/"，或在构建时用 --base-url`)
	}
	if site.Licence == (config.Licence{}) {
		say("no-licence", "没有写 [licence]，别人不知道能否使用这里的数据", `请写：[licence] data = "CC0 1.0"`)
	}
	return ds
}

// size tells how near the built site is to the limit of its host.
func (h *Health) size(public string) []diag.Diagnostic {
	if _, err := os.Stat(filepath.Join(public, "index.html")); err != nil {
		return nil
	}
	z, err := generator.SizesOf(public, h.Reports)
	if err != nil {
		return []diag.Diagnostic{{Level: diag.Warning, File: "public", Code: "unreadable", Message: "无法量大小：" + personal.Mask(err.Error())}}
	}
	h.Bytes = z.Sum.Bytes
	ds := z.Near("public", generator.HostLimit)
	for i := range ds {
		if z.Sum.Bytes > generator.HostLimit {
			ds[i].Level = diag.Error
		}
	}
	return ds
}

// publishedHere is the site that was built in the archive's own folder, nil for none.
func publishedHere(dir string) *earlier {
	b, err := os.ReadFile(filepath.Join(dir, "public", publish.Sums))
	if err != nil {
		return nil
	}
	return &earlier{from: "public", addresses: pages(string(b))}
}

// Listed is the list of what is held as it should be: what is held now, and what the
// old list tells of files that are no more, unless drop says to forget them. It gives
// also what would be forgotten.
func Listed(f *generator.Folder, old []byte, drop bool) (ls []ledger.Line, gone []ledger.Line, err error) {
	now, err := stateOf(f.FS())
	if err != nil {
		return nil, nil, err
	}
	before, err := ledger.Parse(old)
	if err != nil {
		return nil, nil, err
	}
	ls = now.lines()
	held := map[string]bool{}
	for _, l := range ls {
		held[l.Path+l.SHA256] = true
	}
	sums := map[string]bool{}
	for _, sum := range now.sums {
		sums[sum] = true
	}
	for _, l := range before {
		if held[l.Path+l.SHA256] {
			continue
		}
		if !sums[l.SHA256] && !now.withdrawn[l.Address] {
			gone = append(gone, l)
		}
		if _, there := now.sums[l.Path]; !drop && !there {
			ls = append(ls, l)
		}
	}
	return ls, gone, nil
}
