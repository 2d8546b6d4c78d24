package config

import "ogi/generator/diag"

// Cells is <year>.cells.toml: cells that people read where no program can, on
// scans and pictures of tables. They hold for one file only, told by its bytes.
type Cells struct {
	SHA256 string `toml:"sha256" need:"64 hexadecimal digits, as sha256sum prints them" is:"sha256"`
	// Form is the form that a scan is printed on; of any other file its own
	// headers tell. The default goes by the report year.
	Form  string      `toml:"form" is:"2021|2021-one-row|2019"`
	Cells []HumanCell `toml:"cell"`
}

// A HumanCell is one cell as a person read it.
type HumanCell struct {
	Key string `toml:"key" need:"requests.received.total"`
	// Value is the number in plain digits, 空 for a cell left empty, or the dash
	// or stroke that stands there.
	Value      string `toml:"value" need:"95"`
	Raw        string `toml:"raw"`         // as printed, where that is more than the value: 95件
	Place      string `toml:"place"`       // where on the file, in words: 第3页
	By         string `toml:"by" need:"…"` // who read it
	ReviewedBy string `toml:"reviewed_by"` // who read it again and found the same
	Line       int    `toml:"-"`           // where it stands in its file
}

// ReadCells reads <year>.cells.toml.
func ReadCells(name string, b []byte) (Cells, []diag.Diagnostic) {
	var c Cells
	ds := read(name, b, &c)
	return c, ds
}
