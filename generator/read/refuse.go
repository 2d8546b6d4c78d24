package read

import (
	"ogi/generator/grid"
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

// refuse is the reader of a kind that cannot be read: it says what the file is
// and what to save it as. No well-kept Go library reads the old binary formats
// (doc, wps, xls) or OFD with their tables. For xls, shakinm/xlsReader (last of
// 2022) panicked on more than half of 400 copies of a sound file with eight bits
// changed and hung on three, which no wrapper ends; extrame/xls stands still
// since 2017.
func refuse(what, remedy string) reader {
	return func(*source.File) (*grid.Doc, error) {
		return nil, &source.Error{Message: what, Remedy: remedy}
	}
}

const saveAsDOCX = "请用 WPS 或 Word 打开，另存为 .docx（表格为主的另存为 .xlsx）后再放入"

var refusals = map[source.Kind]reader{
	source.OLE:     refuse("旧版二进制文件（.doc、.wps、.xls、.et），不能直接读取", saveAsDOCX),
	source.RTF:     refuse("RTF 文件，不能直接读取", saveAsDOCX),
	source.ODT:     refuse("ODT 文件，不能直接读取", saveAsDOCX),
	source.OFD:     refuse("OFD 版式文件，不能直接读取", "请用 OFD 阅读器另存为 .docx 或带文字层的 .pdf 后再放入"),
	source.Image:   refuse("这是图片，没有可以读取的文字", kit.Transcribe),
	source.Zip:     refuse("这是压缩包，里面不是 Word 或 Excel 文件", "请解压后把报告文件本身放入"),
	source.Unknown: refuse("不是年度报告的文件格式", "请另存为 .docx、.xlsx、.html 或 .txt 后再放入"),
}
