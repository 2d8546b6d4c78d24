package body

import "strings"

// An end is what names of one kind end in. The longest that fits a name tells
// its kind.
type end struct {
	kind  Kind
	duty  Duty
	words []string
}

// ends by kind. What stands under Unsure is of more than one kind in life: a
// station may be an institution or a branch, a team either or an army's.
var ends = []end{
	{Government, ByMarch, strings.Fields("人民政府 省政府 市政府 县政府 区政府 州政府 盟政府 旗政府 行政公署 地区行署 盟行署")},
	{Township, None, strings.Fields("镇人民政府 乡人民政府 苏木人民政府 镇政府 乡政府 苏木政府 镇 乡 苏木")},
	{Subdistrict, None, strings.Fields("街道办事处 街道人民政府 街道办 街道 地区办事处")},
	{Department, ByJanuary, strings.Fields("局 厅 委 委员会 监督管理委员会 办公室 办公厅 办 署 政府研究室 法制办 参事室")},
	{Zone, None, strings.Fields("管理委员会 管委会 党工委")},
	{Vertical, None, strings.Fields(`税务局 海关 气象局 海事局 海事处 航道局 烟草专卖局 烟草局 邮政管理局 通信管理局 调查队 调查总队
		证监局 银保监局 银监局 保监局 金融监管局 金融监督管理局 监管支局 银保监分局 银监分局 外汇管理局 人民银行
		地震局 消防救援支队 消防救援大队 消防救援总队 消防救援局 海警局 边防检查站 边防检查总站 边检站 民用航空局 航空管理局 核安全监督站
		矿山安全监察局 煤矿安全监察局 铁路监督管理局 能源监管局 能源监管办公室 能源监管办 水文局 特派员办事处 特派办 出入境边防检查局`)},
	{Authorised, None, strings.Fields(`中心 大学 学院 学校 中学 小学 党校 行政学院 幼儿园 幼儿院 医院 卫生院 保健院 卫生服务站 公司 集团 银行 信用社 协会 学会 商会 研究院 研究所 设计院
		联合会 总工会 工商联 妇联 残联 文联 科协 侨联 红十字会 慈善总会 基金会 居委会 村委会 居民委员会 村民委员会 仲裁委员会
		电视台 广播电台 报社 出版社 杂志社 图书馆 博物馆 文化馆 科技馆 美术馆 体育馆 福利院 敬老院 供电局 供电所 养护所 林场 农场 水库管理处 植物园 动物园 公园`)},
	// Neither of the kinds, and none that article 49 means.
	{"", None, strings.Fields("组织部 宣传部 统战部 政法委 政法委员会 纪委 纪律检查委员会 纪委监委 监察委员会 监委 党委 党组 常务委员会 人大常委会 政协 法院 检察院 团委 县委 市委 省委 区委 旗委 州委")},
	{"", Unsure, strings.Fields("部 处 站 所 队 总队 支队 大队 中队 总站 馆 档案馆 社 联合社 联社 供销合作社 室 院 分局 监管局 支局 分中心 指挥部 办事处 兵团 师 团 分行 支行 宗教局 派出所 地方志办公室 方志办 志办公室 编纂委员会 安全局")},
}

// zoneWords are what a development zone is called. A name with one of them
// before its end is a bureau of the zone or the zone itself.
var zoneWords = strings.Fields("开发区 高新区 经开区 新区 园区 示范区 保税区 保税港区 度假区 名胜区 风景区 景区 自贸区 贸易区 试验区 实验区 合作区 集聚区 产业园 工业园 科技园 物流园 创业园 高新园 管理区 新城 加工区 功能区 试点区 先行区 综保区 示范园")

// likeZones are divisions with governments of their own, though called 新区.
var likeZones = []string{"浦东新区", "滨海新区"}

// notPlaces end in the word for a division and are none.
var notPlaces = strings.Fields("社区 校区 院区 小区 林区 矿区 灌区 库区 牧区 城区 郊区 地区 辖区 片区 街区 超市 城市 都市 全市 全县 全区 全省 本市 本县 本区 我市 我县 我区 我省 各区 各县 各市")

// national bodies are State Council departments, though they are called as
// their local branches are.
var national = strings.Fields("中国气象局 中国地震局 国家邮政局 国家烟草专卖局 国家外汇管理局 国家海洋局 中国人民银行 国家移民管理局 国家消防救援局 中国民用航空局 国家能源局 国家铁路局 国家矿山安全监察局 国家金融监督管理总局 国家安全局")

// ofParent begin the names of branches of bodies that answer to the centre.
var ofParent = strings.Fields("国家税务总局 国家统计局 国家外汇管理局 中国人民银行 国家金融监督管理总局 中国银行保险监督管理委员会 中国银保监会 中国证券监督管理委员会 中国证监会 国家能源局 国家矿山安全监察局 财政部 审计署 商务部 自然资源部 生态环境部 水利部 交通运输部 中国民用航空 国家粮食和物资储备局 中华人民共和国 国家林业和草原局 国家铁路局")
