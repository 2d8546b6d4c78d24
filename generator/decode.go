package generator

import (
	"ogi/generator/diag"
	"ogi/generator/report"
)

// decodeFile reads one report file.
func decodeFile(path string, b []byte) (*report.Report, []diag.Diagnostic) {
	return nil, []diag.Diagnostic{{Level: diag.Error, File: path, Code: "unread", Message: "no reader yet"}}
}
