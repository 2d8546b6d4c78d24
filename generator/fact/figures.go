package fact

import (
	"slices"
	"strings"

	"ogi/generator/body"
	"ogi/generator/han"
	"ogi/generator/report"
)

var (
	aboutFigures = han.List(`
		所列数据 报告数据 报告的数据 报告中数据 报告中的数据 报告所列 统计范围 统计口径 数据口径 数据范围 统计数据
		表中数据 表内数据 表格数据 表中所列 上表数据 下表数据 以上数据 上述数据 本表数据 各项数据 相关数据 有关数据`)
	allFigures = han.List("数据 统计 所列") // one in each of those
	include    = han.List(`
		包括 包含 涵盖 汇总 覆盖 含 合计 为全市 为全区 为全县 为全省 为全系统 及所属 及下属 本级及 为各 系全 是全`)
	ownWords = strings.Fields(`
		不含下级 不包括下级 不包含下级 不含所属 不包括所属 不包含所属 不含各 不包括各 不包含各 不含下属 不包括下属
		不包含下属 不含直属 不包括直属 不含其他 不含二级 不包括二级 不含派出 未包括所属 未包括下属 未含下属 未含所属
		未包含下属 未包含所属 本级数据 本机关本级 机关本级`)
	onlyWords = strings.Fields(`
		仅限于 仅限 仅包括 仅包含 仅含 仅统计 仅为 仅指 仅反映 仅涉及 只包括 只包含 只含 只统计 只限 限于 统计范围为
		统计范围是 统计口径为 统计口径是 数据口径为 数据范围为`)
	ownBodies = strings.Fields("本级 本机关 机关本部 本部门 本单位 局机关 委机关 厅机关 办机关 我局 我委 我办 本局 本委 本办 本厅 机关")
	areaWords = strings.Fields(`
		各级行政机关 各级各部门 各级部门 各级机关 各级政府 所属部门 下属单位 下属部门 所属单位 所属事业单位 所属各单位
		直属单位 二级单位 派出机构 下级 各乡镇 各街道 各镇 各部门 各县区 各区县 各县（市、区） 各县市区 各区（县）
		本级及 及所属 及下属 行政区域内 全系统`)
	areaWhole = strings.Fields("为全市 为全区 为全县 为全省 为全系统 系全市 系全区 系全县 系全省 是全市 是全区 是全县 是全省")
)

// Figures reads one sentence on the figures of a report: whose they are, and
// where the words stand that tell. A clause that leaves others out, or names the
// office alone, tells its own; one that takes others in, the area.
func Figures(s string) (scope report.Scope, at, n int) {
	folded := han.Fold(s)
	if !allFigures.In(folded) || !aboutFigures.In(folded) {
		return report.ScopeUnclear, 0, 0
	}
	for _, w := range ownWords {
		if at := strings.Index(folded, w); at >= 0 && !slices.ContainsFunc([]string{"及", "和", "与", "、", "以及"}, func(j string) bool { return strings.HasPrefix(folded[at+len(w):], j) }) {
			return report.ScopeOwn, at, len(w)
		}
	}
	for _, w := range onlyWords {
		from := strings.Index(folded, w)
		if from < 0 {
			continue
		}
		clause := folded[from:]
		if end := strings.IndexAny(clause, "，。；,;（("); end >= 0 {
			clause = clause[:end]
		}
		if contains(clause, areaWords...) || contains(clause, "全市", "全区", "全县", "全省") {
			continue
		}
		if body.IsName(strings.TrimSuffix(clause[len(w):], "机关")) {
			return report.ScopeOwn, from, len(clause)
		}
		for _, own := range ownBodies {
			if i := strings.Index(clause, own); i >= 0 {
				return report.ScopeOwn, from, i + len(own)
			}
		}
	}
	if !include.In(folded) {
		return report.ScopeUnclear, 0, 0
	}
	for _, w := range slices.Concat(areaWords, areaWhole) {
		if at := strings.Index(folded, w); at >= 0 {
			return report.ScopeArea, at, len(w)
		}
	}
	return report.ScopeUnclear, 0, 0
}
