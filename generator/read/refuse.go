package read

import (
	"ogi/generator/read/kit"
	"ogi/generator/source"
)

const saveAsDOCX = "请用 WPS 或 Word 打开，另存为 .docx（表格为主的另存为 .xlsx）后再放入"

// refusals say of each kind that cannot be read what the file is and what to save it
// as. No well-kept Go library reads the old binary formats (doc, wps, xls) or OFD
// with their tables. For xls, shakinm/xlsReader (last of 2022) panicked on more than
// half of 400 copies of a sound file with eight bits changed and hung on three, which
// no wrapper ends; extrame/xls stands still since 2017.
var refusals = map[source.Kind]source.Error{
	source.OLE:     {Message: "旧版二进制文件（.doc、.wps、.xls、.et），不能直接读取", Remedy: saveAsDOCX, Sound: true},
	source.RTF:     {Message: "RTF 文件，不能直接读取", Remedy: saveAsDOCX, Sound: true},
	source.ODT:     {Message: "ODT 文件，不能直接读取", Remedy: saveAsDOCX, Sound: true},
	source.OFD:     {Message: "OFD 版式文件，不能直接读取", Remedy: "请用 OFD 阅读器另存为 .docx 或带文字层的 .pdf 后再放入", Sound: true},
	source.Image:   {Message: "这是图片，没有可以读取的文字", Remedy: kit.Transcribe, Sound: true},
	source.Zip:     {Message: "这是压缩包，里面不是 Word 或 Excel 文件", Remedy: "请解压后把报告文件本身放入"},
	source.Unknown: {Message: "不是年度报告的文件格式", Remedy: "请另存为 .docx、.xlsx、.html 或 .txt 后再放入"},
}

// refusal is what is said of a file of a kind that no reader reads.
func refusal(k source.Kind) error {
	e, known := refusals[k]
	if !known {
		e = source.Error{
			Message: "还不能读取这种文件（" + k.String() + "）",
			Remedy:  "请用办公软件打开后另存为 docx、xlsx，或另存为 txt（UTF-8）",
		}
	}
	return &e
}
