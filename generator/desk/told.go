package desk

import (
	"path"
	"strings"

	"ogi/generator/inbox"
	"ogi/generator/office/roster"
	"ogi/generator/source"
)

// Told is what the keeper says of the files; zero values were not told.
type Told struct {
	Agency    string // slug, of the archive or of a new agency
	Name      string // of a new agency
	Region    string
	Kind      string
	Year      int
	Source    string
	Published string
	Captured  string
	Searched  string // day on which somebody looked for numbers of persons in it
	Role      string // attachment, earlier or corrected; "" is the report itself
	Replace   bool   // the old file becomes an earlier version
	Roster    []roster.Unit
}

// kindExt are the extensions that files of a kind may keep; the first is given
// to those with another.
var kindExt = map[source.Kind][]string{
	source.Text:     {"txt"},
	source.Markdown: {"md", "markdown"},
	source.CSV:      {"csv", "tsv"},
	source.HTML:     {"html", "htm", "shtml", "shtm", "xhtml"},
	source.MHT:      {"mht", "mhtml"},
	source.DOCX:     {"docx"},
	source.XLSX:     {"xlsx"},
	source.PDF:      {"pdf"},
	source.ODT:      {"odt"},
	source.RTF:      {"rtf"},
	source.OLE:      {"doc", "xls", "wps", "et"},
	source.OFD:      {"ofd"},
	source.Image:    {"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff"},
}

// extension is what the file is called by its kind, "" for kinds that no
// archive holds.
func extension(f inbox.File, kind source.Kind) string {
	own := strings.ToLower(strings.TrimPrefix(path.Ext(f.Name), "."))
	may := kindExt[kind]
	for _, e := range may {
		if e == own {
			return own
		}
	}
	if len(may) == 0 {
		return ""
	}
	if kind == source.Image { // told apart by their first bytes, not named by them
		switch {
		case strings.HasPrefix(string(f.Bytes), "\xff\xd8"):
			return "jpg"
		case strings.HasPrefix(string(f.Bytes), "GIF8"):
			return "gif"
		}
	}
	return may[0]
}
