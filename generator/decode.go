package generator

import (
	"ogi/generator/decode"
	"ogi/generator/diag"
	"ogi/generator/report"
)

// decodeFile reads one report file.
func decodeFile(path string, b []byte) (*report.Report, []diag.Diagnostic) {
	return decode.File(path, b)
}
