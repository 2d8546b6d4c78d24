package stage

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"ogi/generator/diag"
)

// rootFolder holds files of an archive for the root of its site: robots.txt, CNAME,
// what search engines ask for.
const rootFolder = "assets/root/"

// atRoot are the files for the root of a site: those of the archive, and a robots.txt
// that names the sitemap where the site has a host for itself and there is no other. A
// name that the site has itself is told and left out: those of the files and pages
// that are given.
func atRoot(own, files []File, taken []string, base string) (out []File, ds []diag.Diagnostic) {
	has := map[string]bool{"SHA256SUMS": true, "originals": true, "assets": true}
	note := func(p string) {
		has[p] = true
		if top, _, below := strings.Cut(p, "/"); below {
			has[top] = true
		}
	}
	for _, p := range taken {
		note(p)
	}
	for _, f := range files {
		note(f.Path)
	}
	for _, f := range own {
		top, _, _ := strings.Cut(f.Path, "/")
		if has[f.Path] || has[top] {
			ds = append(ds, diag.Diagnostic{
				Level: diag.Error, File: rootFolder + f.Path, Code: "address-taken",
				Message: "网站自己用着这个名字，这个文件没有放到根目录", Remedy: "请改名；网页可改 templates/ 里的模板",
			})
			continue
		}
		out = append(out, f)
	}
	for _, f := range own {
		if f.Path == "robots.txt" {
			return out, ds
		}
	}
	if u, err := url.Parse(base); err == nil && u.Host != "" && strings.Trim(u.Path, "/") == "" {
		text := fmt.Appendf(nil, "User-agent: *\nAllow: /\nSitemap: %s/sitemap.xml\n", strings.TrimSuffix(base, "/"))
		out = append(out, File{Path: "robots.txt", bytes: func(*bytes.Buffer) ([]byte, error) { return text, nil }})
	}
	return out, ds
}
