package stage

import (
	"fmt"
	"slices"
	"strings"

	"ogi/generator/config"
	"ogi/generator/diag"
)

// Uncontactable tells, once a build and not as a fault, where correction links
// lead when nobody is named to take corrections.
func Uncontactable(site config.Site) []diag.Diagnostic {
	if site.Contact != "" {
		return nil
	}
	return []diag.Diagnostic{{
		Level: diag.Note, File: "site.toml", Code: "no-contact",
		Message: "没有写 contact，各页的“更正与异议”通向“关于”页，读者无处提交更正",
		Remedy:  `请写邮箱或表单网址：contact = "mailto:…?subject={rule}&body={report}"`,
	}}
}

// Vanished warns of pages and badges that were published before and are no more:
// others may have linked to them. Of badges one is told for all.
func Vanished(paths []string) []diag.Diagnostic {
	const shown = 10
	var ds []diag.Diagnostic
	var badges []string
	paths = slices.DeleteFunc(slices.Clone(paths), func(p string) bool {
		if strings.HasSuffix(p, ".html") {
			return false
		}
		badges = append(badges, p)
		return true
	})
	if len(badges) > 0 {
		ds = append(ds, diag.Diagnostic{
			Level: diag.Warning, File: "public/" + badges[0], Code: "badge-gone",
			Message: fmt.Sprintf("以前发布过的徽标文件有%d个现在没有了，别处引用的会失效", len(badges)),
			Remedy:  `要保留它们，请在 site.toml 写 badges = "families"`,
		})
	}
	for i, p := range paths {
		if i == shown {
			return append(ds, diag.Diagnostic{
				Level: diag.Warning, File: "public/" + p, Code: "page-gone",
				Message: fmt.Sprintf("这一页和另外%d页也是如此", len(paths)-shown-1),
			})
		}
		d := diag.Diagnostic{
			Level: diag.Warning, File: "public/" + p, Code: "page-gone",
			Message: "这一页以前发布过，现在没有了，别处的链接会失效",
		}
		if part := strings.Split(p, "/"); len(part) == 4 && part[0] == "agencies" {
			d.Remedy = fmt.Sprintf("如果报告已撤下，请保留 %s.toml，写上 withdrawn = \"原因\"", part[2])
		}
		ds = append(ds, d)
	}
	return ds
}
