package stat

import (
	"ogi/generator/form"
	"ogi/generator/tongue"
)

// Sums used by more than one indicator.
var (
	received   = []form.Key{"requests.received.total"}
	handled    = []form.Key{"requests.outcomes_total.total"}
	carriedOut = []form.Key{"requests.carried_out.total"}
	supply     = []form.Key{"requests.received.total", "requests.carried_in.total"}
	disclosed  = []form.Key{"requests.granted.*", "requests.partial.*"}
	decided    = []form.Key{"requests.granted.*", "requests.partial.*", "requests.denied.*"}
	suits      = []form.Key{"remedies.direct_suit.total", "remedies.suit_after_reconsideration.total"}
)

func of(keys ...form.Key) []form.Key { return keys }

// Indicators are all indicators in the order readers meet them.
var Indicators = []*Indicator{
	{
		"received", tongue.Of("本年新收申请", "Requests received"),
		tongue.Of("表三“一、本年新收”总计", "table three, row one, total"),
		Cases, Flow, Requests, received, nil,
	},
	{
		"carried-in", tongue.Of("上年结转申请", "Carried over from last year"),
		tongue.Of("表三“二、上年结转”总计", "table three, row two, total"),
		Cases, Flow, Requests, of("requests.carried_in.total"), nil,
	},
	{
		"handled", tongue.Of("本年办理结果", "Outcomes"),
		tongue.Of("表三“（七）总计”总计", "table three, row (7), total"),
		Cases, Flow, Requests, handled, nil,
	},
	{
		"carried-out", tongue.Of("结转下年度", "Carried forward"),
		tongue.Of("表三“四、结转下年度继续办理”总计", "table three, row four, total"),
		Cases, Stock, Requests, carriedOut, nil,
	},
	{
		"carry-over-share", tongue.Of("结转占比", "Share carried forward"),
		tongue.Of("结转下年度 ÷（本年新收＋上年结转）", "carried forward ÷ (received + carried over from last year)"),
		Share, Flow, Requests, carriedOut, supply,
	},
	{
		"natural-person-share", tongue.Of("自然人申请占比", "Share from natural persons"),
		tongue.Of("本年新收中自然人 ÷ 本年新收总计", "received from natural persons ÷ received"),
		Share, Flow, Requests, of("requests.received.natural_person"), received,
	},

	{
		"granted", tongue.Of("予以公开", "Granted"),
		tongue.Of("表三（一）总计", "table three, row (1), total"),
		Cases, Flow, Outcomes, of("requests.granted.*"), nil,
	},
	{
		"partial", tongue.Of("部分公开", "Partially granted"),
		tongue.Of("表三（二）总计", "table three, row (2), total"),
		Cases, Flow, Outcomes, of("requests.partial.*"), nil,
	},
	{
		"denied", tongue.Of("不予公开", "Denied"),
		tongue.Of("表三（三）各行总计之和", "table three, rows (3), totals added"),
		Cases, Flow, Outcomes, of("requests.denied.*"), nil,
	},
	{
		"unavailable", tongue.Of("无法提供", "Unable to provide"),
		tongue.Of("表三（四）各行总计之和", "table three, rows (4), totals added"),
		Cases, Flow, Outcomes, of("requests.unavailable.*"), nil,
	},
	{
		"unprocessed", tongue.Of("不予处理", "Not processed"),
		tongue.Of("表三（五）各行总计之和", "table three, rows (5), totals added"),
		Cases, Flow, Outcomes, of("requests.unprocessed.*"), nil,
	},
	{
		"other-outcome", tongue.Of("其他处理", "Otherwise handled"),
		tongue.Of("表三（六）各行总计之和", "table three, rows (6), totals added"),
		Cases, Flow, Outcomes, of("requests.other_outcome.*"), nil,
	},
	{
		"disclosed-share", tongue.Of("公开占比（占全部办理结果）", "Granted or partially, of all outcomes"),
		tongue.Of("（予以公开＋部分公开）÷ 办理结果总计", "(granted + partially granted) ÷ outcomes"),
		Share, Flow, Outcomes, disclosed, handled,
	},
	{"disclosed-share-decided", tongue.Of("公开占比（占实体决定）", "Granted or partially, of substantive decisions"), tongue.Of("（予以公开＋部分公开）÷（予以公开＋部分公开＋不予公开）",
		"(granted + partially granted) ÷ (granted + partially granted + denied)"), Share, Flow, Outcomes, disclosed, decided},
	outcomeShare("denied", "不予公开占比", "Share denied"),
	outcomeShare("unavailable", "无法提供占比", "Share unable to provide"),
	outcomeShare("unprocessed", "不予处理占比", "Share not processed"),

	ground("denied.state_secret", "国家秘密", "State secret", "（三）1"),
	ground("denied.prohibited", "法律、行政法规禁止公开", "Forbidden by law", "（三）2"),
	ground("denied.security", "危及“三安全一稳定”", "Security and social stability", "（三）3"),
	ground("denied.third_party", "第三方合法权益", "Rights of a third party", "（三）4"),
	ground("denied.internal", "内部事务信息", "Internal affairs", "（三）5"),
	ground("denied.process", "过程性信息", "Process information", "（三）6"),
	ground("denied.case_file", "行政执法案卷", "Enforcement case file", "（三）7"),
	ground("denied.inquiry", "行政查询事项", "Administrative query", "（三）8"),
	ground("unavailable.not_held", "本机关不掌握", "Not held", "（四）1"),
	ground("unavailable.not_existing", "没有现成信息", "No existing information", "（四）2"),
	ground("unavailable.unclear", "补正后仍不明确", "Unclear after supplement", "（四）3"),

	{
		"reconsiderations", tongue.Of("行政复议", "Reconsiderations"),
		tongue.Of("表四行政复议总计", "table four, reconsideration, total"),
		Cases, Flow, Remedies, of("remedies.reconsideration.total"), nil,
	},
	{
		"suits", tongue.Of("行政诉讼", "Suits"),
		tongue.Of("表四未经复议直接起诉总计＋复议后起诉总计", "table four, direct suits + suits after reconsideration"),
		Cases, Flow, Remedies, suits, nil,
	},
	{
		"direct-suits", tongue.Of("未经复议直接起诉", "Direct suits"),
		tongue.Of("表四未经复议直接起诉总计", "table four, direct suits, total"),
		Cases, Flow, Remedies, of("remedies.direct_suit.total"), nil,
	},
	{
		"suits-after-reconsideration", tongue.Of("复议后起诉", "Suits after reconsideration"),
		tongue.Of("表四复议后起诉总计", "table four, suits after reconsideration, total"),
		Cases, Flow, Remedies, of("remedies.suit_after_reconsideration.total"), nil,
	},
	{
		"reconsideration-corrected-share", tongue.Of("复议纠正占比（占已审结）", "Corrected share of concluded reconsiderations"),
		tongue.Of("结果纠正 ÷（结果维持＋结果纠正＋其他结果）", "corrected ÷ (upheld + corrected + other result)"),
		Share, Flow, Remedies,
		of("remedies.reconsideration.corrected"), of("remedies.reconsideration.upheld", "remedies.reconsideration.corrected", "remedies.reconsideration.other"),
	},
	{
		"suit-corrected-share", tongue.Of("诉讼纠正占比（占已审结）", "Corrected share of concluded suits"),
		tongue.Of("两类诉讼结果纠正 ÷（结果维持＋结果纠正＋其他结果）",
			"corrected ÷ (upheld + corrected + other result), both kinds of suit"),
		Share, Flow, Remedies,
		of("remedies.direct_suit.corrected", "remedies.suit_after_reconsideration.corrected"),
		of("remedies.direct_suit.upheld", "remedies.direct_suit.corrected", "remedies.direct_suit.other",
			"remedies.suit_after_reconsideration.upheld", "remedies.suit_after_reconsideration.corrected", "remedies.suit_after_reconsideration.other"),
	},
	{
		"reconsiderations-per-100", tongue.Of("每百件办理结果的复议", "Reconsiderations per 100 outcomes"),
		tongue.Of("行政复议总计 ÷ 办理结果总计 × 100", "reconsiderations ÷ outcomes × 100"),
		Per100, Flow, Remedies, of("remedies.reconsideration.total"), handled,
	},
	{
		"suits-per-100", tongue.Of("每百件办理结果的诉讼", "Suits per 100 outcomes"),
		tongue.Of("行政诉讼总计 ÷ 办理结果总计 × 100", "suits ÷ outcomes × 100"),
		Per100, Flow, Remedies, suits, handled,
	},

	tableTwo("rules.issued", "规章制发", "Rules issued", Cases, Flow),
	tableTwo("rules.repealed", "规章废止", "Rules repealed", Cases, Flow),
	tableTwo("rules.in_force", "规章现行有效", "Rules in force", Cases, Stock),
	tableTwo("normative_documents.issued", "行政规范性文件制发", "Normative documents issued", Cases, Flow),
	tableTwo("normative_documents.repealed", "行政规范性文件废止", "Normative documents repealed", Cases, Flow),
	tableTwo("normative_documents.in_force", "行政规范性文件现行有效", "Normative documents in force", Cases, Stock),
	tableTwo("licensing.decisions", "行政许可决定", "Licensing decisions", Cases, Flow),
	tableTwo("penalties.decisions", "行政处罚决定", "Administrative penalties", Cases, Flow),
	tableTwo("compulsion.decisions", "行政强制决定", "Administrative compulsion", Cases, Flow),
	tableTwo("charges.amount", "行政事业性收费", "Administrative fees", Money, Flow),

	// The 2019 form's own columns.
	tableTwo("rules.made", "规章新制作（2019格式）", "Rules made (2019 form)", Cases, Flow),
	tableTwo("rules.disclosed", "规章新公开（2019格式）", "Rules newly disclosed (2019 form)", Cases, Flow),
	tableTwo("rules.disclosed_total", "规章对外公开总数（2019格式）", "Rules disclosed in all (2019 form)", Cases, Stock),
	tableTwo("normative_documents.made", "规范性文件新制作（2019格式）", "Normative documents made (2019 form)", Cases, Flow),
	tableTwo("normative_documents.disclosed", "规范性文件新公开（2019格式）", "Normative documents newly disclosed (2019 form)", Cases, Flow),
	tableTwo("normative_documents.disclosed_total", "规范性文件对外公开总数（2019格式）", "Normative documents disclosed in all (2019 form)", Cases, Stock),
	tableTwo("other_services.decisions", "其他对外管理服务决定（2019格式）", "Other service decisions (2019 form)", Cases, Flow),
	tableTwo("procurement.items", "政府集中采购项目（2019格式）", "Procurement items (2019 form)", Items, Flow),
	tableTwo("procurement.amount", "政府集中采购金额（2019格式）", "Procurement amount (2019 form)", Money, Flow),
}

func outcomeShare(group, name, en string) *Indicator {
	return &Indicator{
		group + "-share", tongue.Of(name, en), tongue.Of(name[:len(name)-len("占比")]+" ÷ 办理结果总计", group+" ÷ outcomes"),
		Share, Flow, Outcomes, of("requests." + group + ".*"), handled,
	}
}

// ground is the share of one row of （三） or （四） among all outcomes.
func ground(row, name, en, printed string) *Indicator {
	return &Indicator{
		row + "-share", tongue.Of(name+"占比", en+", share"), tongue.Of("表三"+printed+"总计 ÷ 办理结果总计", "table three, "+row+", total ÷ outcomes"),
		Share, Flow, Grounds, of("requests." + row + ".total"), handled,
	}
}

func tableTwo(key, name, en string, unit Unit, kind Kind) *Indicator {
	return &Indicator{
		key, tongue.Of(name, en), tongue.Of("表二“"+name+"”", "table two, "+en), unit, kind, Proactive, of("proactive." + key), nil,
	}
}
