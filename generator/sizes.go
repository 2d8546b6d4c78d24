package generator

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"

	"ogi/generator/diag"
)

// HostLimit is what GitHub Pages takes of one site, in bytes.
const HostLimit = 1_000_000_000

// Sizes say where the bytes and the files of a site are.
type Sizes struct {
	Kinds []SizeKind // those that the site has, in a fixed order
	Sum   SizeKind
	// Report is what one report costs: its pages, badges, endpoint and files. What
	// grows with agencies and years is not in it, and is in All, which leaves out only
	// what stays as it is: assets, rules, open data.
	Report struct{ Bytes, Files float64 }
	All    float64
	// Lean is about what Report would be in bytes on a lean site, 0 where this is one.
	Lean float64
}

// A SizeKind is the files of one kind.
type SizeKind struct {
	Name  string
	Files int
	Bytes int64
	Gzip  int64 // of pages, by a sample of them; 0 where it was not looked at
}

// The kinds of files, in the order in which they are told.
const (
	reportPages = iota
	agencyPages
	listPages
	rulePages
	badgeFiles
	originalFiles
	openData
	assetFiles
	otherFiles
	sizeKinds
)

var sizeNames = [sizeKinds]string{"报告页", "机关页", "列表页", "规则页", "徽标", "原件", "开放数据", "素材", "其他"}

// sizeKind tells by its path what a file of the site is.
func sizeKind(p string) int {
	part := strings.Split(p, "/")
	name := part[len(part)-1]
	switch page := path.Ext(name) == ".html"; {
	case part[0] == "originals":
		return originalFiles
	case part[0] == "assets":
		return assetFiles
	case part[0] == "rules" && page:
		return rulePages
	case part[0] == "data", name == "data.csv":
		return openData
	case part[0] == "agencies" && len(part) > 2 && !page:
		return badgeFiles
	case part[0] == "agencies" && len(part) > 3 && part[1] != "page":
		return reportPages
	case part[0] == "agencies" && len(part) == 3:
		return agencyPages
	case page && (len(part) == 1 && name == "index.html" || len(part) > 1 && strings.Contains(" agencies years regions coverage ", " "+part[0]+" ")):
		return listPages
	}
	return otherFiles
}

// sampled is how many pages of a kind are compressed to tell what all take.
const sampled = 40

// SizesOf counts the files of the site that was built into a folder.
func SizesOf(dir string, reports int) (Sizes, error) {
	var kinds [sizeKinds]SizeKind
	var pages [sizeKinds][]string
	site := os.DirFS(dir)
	err := fs.WalkDir(site, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		k := sizeKind(p)
		kinds[k].Files++
		kinds[k].Bytes += info.Size()
		if path.Ext(p) == ".html" {
			pages[k] = append(pages[k], p)
		}
		return nil
	})
	s := Sizes{Sum: SizeKind{Name: "合计"}}
	for k := range kinds {
		one := kinds[k]
		if one.Files == 0 {
			continue
		}
		one.Name = sizeNames[k]
		if k <= rulePages && err == nil {
			one.Gzip, err = packed(site, pages[k], one.Bytes)
		}
		s.Kinds = append(s.Kinds, one)
		s.Sum.Files += one.Files
		s.Sum.Bytes += one.Bytes
	}
	if reports > 0 {
		for _, k := range []int{reportPages, badgeFiles, originalFiles} {
			s.Report.Bytes += float64(kinds[k].Bytes) / float64(reports)
			s.Report.Files += float64(kinds[k].Files) / float64(reports)
		}
		for k := range kinds {
			if k != assetFiles && k != rulePages && k != openData {
				s.All += float64(kinds[k].Bytes) / float64(reports)
			}
		}
		if spared := int64(0); err == nil && kinds[originalFiles].Bytes > 0 {
			spared, err = leaner(site, pages[reportPages], kinds[reportPages].Bytes)
			s.Lean = s.Report.Bytes - float64(kinds[originalFiles].Bytes+spared)/float64(reports)
		}
	}
	return s, err
}

// Fits is about how many reports a site holds that may have so many bytes.
func (s *Sizes) Fits(limit int64) int64 {
	if s.All <= 0 {
		return 0
	}
	stays := s.Sum.Bytes
	for _, k := range s.Kinds {
		if k.Name != sizeNames[assetFiles] && k.Name != sizeNames[rulePages] && k.Name != sizeNames[openData] {
			stays -= k.Bytes
		}
	}
	return max(0, int64(float64(limit-stays)/s.All))
}

// What a page has for lines of its file that a lean one has not: the lines to which no
// finding leads, and from cells the way to them.
var (
	sourceLines = regexp.MustCompile(`(?s)<ol class=source>(.*?)</ol>`)
	toLine      = regexp.MustCompile(`(?:<td id=c[0-9]+[^>]*>)(<a(?: id=[^ >]+)? href="?#L[0-9.]+"?>)`)
)

// leaner is about how many bytes pages of reports would have less on a lean site, by
// a sample of them.
func leaner(site fs.FS, pages []string, all int64) (int64, error) {
	var raw, less int
	n := min(sampled, len(pages))
	for i := range n {
		b, err := fs.ReadFile(site, pages[i*len(pages)/n])
		if err != nil {
			return 0, err
		}
		raw += len(b)
		for _, m := range toLine.FindAllSubmatch(b, -1) {
			less += len(m[1]) + len("</a>")
		}
		if m := sourceLines.FindSubmatch(b); m != nil {
			for line := range strings.SplitSeq(string(m[1]), "<li ") {
				id, _, _ := strings.Cut(strings.TrimPrefix(line, "id="), ">")
				id, _, _ = strings.Cut(id, " ")
				if !bytes.Contains(b, []byte(`where href="#`+id+`"`)) && !strings.Contains(line, "class=margin") {
					less += len("<li ") + len(line)
				}
			}
		}
	}
	if raw == 0 {
		return 0, nil
	}
	return int64(float64(all) * float64(less) / float64(raw)), nil
}

// packed is what pages of so many bytes take as a server sends them, by a sample
// spread evenly over them.
func packed(site fs.FS, pages []string, all int64) (int64, error) {
	var w bytes.Buffer
	var raw, small int64
	n := min(sampled, len(pages))
	for i := range n {
		b, err := fs.ReadFile(site, pages[i*len(pages)/n])
		if err != nil {
			return 0, err
		}
		w.Reset()
		z := gzip.NewWriter(&w)
		if _, err := io.Copy(z, bytes.NewReader(b)); err != nil {
			return 0, err
		}
		if err := z.Close(); err != nil {
			return 0, err
		}
		raw, small = raw+int64(len(b)), small+int64(w.Len())
	}
	if raw == 0 {
		return 0, nil
	}
	return int64(float64(all) * float64(small) / float64(raw)), nil
}

// Near warns where a site has come near to what GitHub Pages takes, and says how
// many reports still fit.
func (s *Sizes) Near(out string, limit int64) []diag.Diagnostic {
	d := diag.Diagnostic{Level: diag.Warning, File: out, Code: "near-limit", Remedy: `请在 site.toml 写 profile = "lean"，或改放在对象存储，或按省分成几个站点`}
	switch left := limit - s.Sum.Bytes; {
	case left < 0:
		d.Message = "网站大于1 GB，GitHub Pages 不收"
	case left < limit/5 && s.All > 0:
		d.Message = fmt.Sprintf("网站已占 GitHub Pages 上限1 GB 的%d%%，大约还放得下%d份报告", s.Sum.Bytes*100/limit, int64(float64(left)/s.All))
	case left < limit/5:
		d.Message = fmt.Sprintf("网站已占 GitHub Pages 上限1 GB 的%d%%", s.Sum.Bytes*100/limit)
	default:
		return nil
	}
	return []diag.Diagnostic{d}
}
