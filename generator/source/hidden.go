package source

// What hides a text that a file carries without showing it, in the words that
// readers see.
const (
	HiddenComment     = "批注"
	HiddenRevision    = "修订" // words that were deleted, and not yet accepted
	HiddenText        = "隐藏文字"
	HiddenStruck      = "划去的文字"
	HiddenNote        = "脚注"
	HiddenMargin      = "页眉页脚"
	HiddenProperty    = "文档属性"
	HiddenSheet       = "隐藏的工作表"
	HiddenCells       = "隐藏的行列"
	HiddenPageComment = "网页注释"
	HiddenPageScript  = "网页脚本"
	HiddenPageValue   = "网页属性" // of a tag
	HiddenPageText    = "网页隐藏内容"
	HiddenPart        = "文件的其他部分" // what no reader looks at: relations, attributes, embedded files
)
