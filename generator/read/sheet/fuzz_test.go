package sheet_test

import (
	"testing"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
)

func FuzzWorkbook(f *testing.F) {
	f.Add(specimen.Random(0, specimen.Options{}).MustWrite(specimen.XLSX))
	f.Add(specimen.Random(0, specimen.Options{}).MustWrite(specimen.DOCX))
	f.Fuzz(func(t *testing.T, b []byte) { blocks.Readable(t, "a.xlsx", b) })
}

func FuzzCSV(f *testing.F) {
	f.Add(specimen.Random(0, specimen.Options{}).MustWrite(specimen.CSV))
	f.Fuzz(func(t *testing.T, b []byte) { blocks.Readable(t, "a.csv", b) })
}
