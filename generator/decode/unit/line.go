package unit

import (
	"strings"
	"unicode/utf8"

	"ogi/generator/decode/char"
	"ogi/generator/han"
)

// IsFurniture knows lines that pages print about themselves
// (furniture-behind-the-signature).
func IsFurniture(s string) bool {
	return utf8.RuneCountInString(s) <= 120 && furniture.In(s)
}

var furniture = han.Of(
	"ICP备", "版权所有", "主办单位", "承办单位", "网站标识码", "公网安备", "当前位置", "您的位置", "现在的位置", "现在位置", "分享到",
	"打印】", "打印]", "【打印", "浏览次数", "点击数", "访问量", "扫一扫", "上一篇", "下一篇", "相关链接", "关闭窗口", "返回顶部", "Copyright",
	"技术支持", "首页 >", "首页>", "首页 »", "字体：", "字号：", "附件下载", "文件下载", "网站地图", "联系我们", "设为首页",
)

// IsResidue knows what converters and pages leave in the text.
func IsResidue(s string) bool {
	if len(s) > 90 {
		return false
	}
	t := strings.Trim(s, "-—–－_ \t·.")
	if t == "" {
		return true
	}
	digits := true
	for _, u := range t {
		if char.Digit(u) < 0 || u >= utf8.RuneSelf && u < '０' {
			digits = false
		}
	}
	if digits && len(t) <= 4 {
		return true
	}
	for _, p := range []string{"[bookmark:", "附件下载", "文件下载", "打印本页", "关闭窗口", "扫一扫", "上一篇", "下一篇"} {
		if strings.HasPrefix(t, p) {
			return true
		}
	}
	return false
}
