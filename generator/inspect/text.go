package inspect

import (
	"fmt"
	"io"

	"ogi/generator/archive"
	"ogi/generator/check"
)

// Text writes a report for people.
func Text(w io.Writer, file string, e *archive.Entry, j *check.Judgement, english bool) {
	r := e.Report
	fmt.Fprintf(w, "%s: %s %d, coverage %.3f\n", file, e.Agency.Name, e.Year, r.Coverage)
}
