package web_test

import (
	"testing"

	"ogi/generator/internal/blocks"
)

func TestHiddenText(t *testing.T) {
	page := `<html><head><script>
var a = 1; // 联系人 张某
var id = 20240117;
</script><style>p{}</style></head><body>
<!-- 待补充：电话 -->
<!-- end -->
<p>公开</p><img src="/2024011712345678.png" alt="申请表 王某"><a href="tel:13900000000">电话</a>
<textarea>草稿
内容</textarea></body></html>`
	want := "网页脚本 var a = 1; // 联系人 张某 @2:1\n网页脚本 var id = 20240117; @3:1\n网页注释 <!-- 待补充：电话 --> @5:1\n" +
		"网页属性 申请表 王某 @7:10\n网页属性 tel:13900000000 @7:56\n网页隐藏内容 草稿 @8:11\n网页隐藏内容 内容 @9:1\n"
	if got := blocks.Hidden(t, "a.html", []byte(page)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
