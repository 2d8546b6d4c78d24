package serve

import (
	"path"
	"strings"
)

// kinds are the types of the files of a site, by ending. What is not listed is
// a file to be saved: neither we nor the browser look into it for a type, as
// that is how a page under another ending comes to run.
var kinds = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".jpg":         "image/jpeg",
	".jpeg":        "image/jpeg",
	".webp":        "image/webp",
	".ico":         "image/x-icon",
	".xml":         "application/xml",
	".txt":         "text/plain; charset=utf-8",
	".md":          "text/plain; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".toml":        "text/plain; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".pdf":         "application/pdf",
	".docx":        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx":        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".zip":         "application/zip",
}

const unknownKind = "application/octet-stream"

func kindOf(name string) string {
	base := path.Base(name)
	if base == "SHA256SUMS" || !strings.Contains(base, ".") && base == strings.ToUpper(base) {
		return kinds[".txt"] // LICENSE, NOTICE, VERSION
	}
	if k := kinds[strings.ToLower(path.Ext(base))]; k != "" {
		return k
	}
	return unknownKind
}
