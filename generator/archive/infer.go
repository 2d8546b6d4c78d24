package archive

import (
	"regexp"
	"strings"

	"ogi/generator/region"
)

// Vertical bodies (垂直管理) answer to their ministry, not to the local
// government; told by the words at the end of the name.
var vertical = []string{
	"税务局", "海关", "气象局", "海事局", "烟草专卖局", "邮政管理局", "通信管理局", "调查队", "调查总队",
	"证监局", "金融监管局", "金融监督管理局", "金融监管支局", "外汇管理局", "人民银行", "地震局", "消防救援支队", "消防救援大队", "消防救援总队",
	"海警局", "出入境边防检查站", "航空管理局", "核安全监督站",
}

var (
	zoneName      = regexp.MustCompile(`(开发区|高新区|新区|园区|示范区|保税区|度假区|名胜区|自贸区|试验区|合作区|集聚区|产业园)(党工委)?(管理委员会|管委会)$|(管理委员会|管委会)$`)
	townName      = regexp.MustCompile(`(镇|乡|苏木)(人民政府|政府)$`)
	governName    = regexp.MustCompile(`(人民政府|自治区政府|[省市县区州盟旗]政府)$`)
	deptName      = regexp.MustCompile(`(局|委|委员会|厅|署|部|办公室|办公厅|办|处|队|站|中心)$`)
	authorisedEnd = regexp.MustCompile(`(大学|学院|学校|医院|公司|集团|银行|协会|学会|研究院|研究所)$`)
)

// KindOf infers what sort of body bears that name, "" if the name does not
// tell: a wrong kind would hold a body to a deadline that is not its own.
func KindOf(name string) Kind {
	for _, v := range vertical {
		if strings.HasSuffix(name, v) {
			return Vertical
		}
	}
	switch {
	case strings.HasSuffix(name, "街道办事处"), strings.HasSuffix(name, "街道办"), strings.HasSuffix(name, "街道"):
		return Subdistrict
	case townName.MatchString(name):
		return Township
	case governName.MatchString(name):
		return Government
	case zoneName.MatchString(name):
		return Zone
	case authorisedEnd.MatchString(name):
		return Authorised
	case deptName.MatchString(name):
		return Department
	}
	return ""
}

// LevelOf is the level of a body of that kind in that region; "" if the region
// is not known.
func LevelOf(kind Kind, code string) Level {
	if kind == Township || kind == Subdistrict {
		return Town
	}
	return Level(region.Level(code))
}
