package specimen

import (
	"fmt"
	"math/rand/v2"
)

// Headings are the six headings as the form prints them.
var Headings = [6]string{
	"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
	"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
}

func pick(r *rand.Rand, from ...string) string { return from[r.IntN(len(from))] }

func inventAgency(r *rand.Rand, kind string) string {
	place := pick(r, "青溪", "白石", "临湖", "南屏", "云岭", "东坪", "石泉", "柳河", "松岭", "丹水") +
		pick(r, "县", "区", "市")
	switch kind {
	case "government":
		return place + "人民政府"
	case "township":
		return place + pick(r, "大湾", "新桥", "沙坪") + pick(r, "镇", "乡") + "人民政府"
	case "subdistrict":
		return place + pick(r, "城南", "解放路", "新桥") + "街道办事处"
	case "zone":
		return place + "经济技术开发区管理委员会"
	case "vertical":
		return "国家税务总局" + place + "税务局"
	case "authorised":
		return place + "供水服务中心"
	}
	return place + pick(r, "司法局", "农业农村局", "教育局", "民政局", "水利局", "财政局")
}

// prose tells the figures of the tables in sentences of our own.
func (s *Specimen) prose(r *rand.Rand) {
	y := s.Year
	s.Title = fmt.Sprintf("%s%d年政府信息公开工作年度报告", s.Agency, y)
	s.Preamble = []string{fmt.Sprintf("本报告依照《中华人民共和国政府信息公开条例》编写，由六个部分组成。所列数据的统计期限自%d年1月1日起至%d年12月31日止。读者有疑问的，可与%s办公室联系。", y, y, s.Agency)}
	for i := range s.Sections {
		s.Sections[i].Heading = Headings[i]
	}
	received, carried := s.Int("requests.received.total"), s.Int("requests.carried_in.total")
	done, left := s.Int("requests.outcomes_total.total"), s.Int("requests.carried_out.total")
	requests := fmt.Sprintf("%d年，本机关新收政府信息公开申请%d件，上年结转%d件，共办结%d件，结转下年度继续办理%d件。", y, received, carried, done, left)
	if received+carried == 0 {
		requests = fmt.Sprintf("%d年，本机关未收到政府信息公开申请，也没有上年结转的申请。", y)
	}
	reviews := s.Int("remedies.reconsideration.total")
	suits := s.Int("remedies.direct_suit.total") + s.Int("remedies.suit_after_reconsideration.total")
	s.Sections[0].Paras = []string{
		fmt.Sprintf("%d年，%s按照条例的要求推进各项公开工作，现将情况报告如下。", y, s.Agency),
		fmt.Sprintf("（一）主动公开。全年在门户网站发布各类信息%d条，公开内容以政策文件和办事事项为主。", 200+r.IntN(900)),
		"（二）依申请公开。" + requests + fmt.Sprintf("因政府信息公开引起的行政复议%d件、行政诉讼%d件。", reviews, suits),
		"（三）政府信息管理。公文起草时即注明公开属性，发布前逐篇审查，过期的文件按时清理。",
		"（四）政府信息公开平台建设。专栏的检索功能有所改进，手机上也能查阅全部目录。",
		fmt.Sprintf("（五）监督保障。安排专人负责，全年举办培训%d次，没有发生责任追究的情形。", 1+r.IntN(5)),
	}
	s.Sections[4].Paras = []string{
		pick(r, "存在的问题：公开的时效还不够稳定，个别栏目更新偏慢。", "存在的问题：解读材料形式单一，群众反映不易看懂。"),
		pick(r, "改进的办法：按月检查栏目，逾期未更新的通报到科室。", "改进的办法：请业务科室与文字人员一道编写问答。"),
	}
	s.Sections[5].Paras = []string{fmt.Sprintf("%d年，本机关依申请提供政府信息没有收取信息处理费。", y)}
	s.SignedBy = s.Agency
	s.Signed = fmt.Sprintf("%d年1月%d日", y+1, 5+r.IntN(24))
}
