package inbox

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// What a zip may hold: more is no set of reports but a trap or a mistake.
const (
	maxMembers  = 2000
	maxMember   = 32 << 20
	maxUnpacked = 512 << 20
)

// Unzip gives the files of a zip in their order, without what desktop systems
// add. One name or size that cannot be meant well refuses the whole zip.
func Unzip(f File) ([]File, error) {
	z, err := zip.NewReader(bytes.NewReader(f.Bytes), int64(len(f.Bytes)))
	if err != nil {
		return nil, &Error{"the zip is damaged: " + err.Error(), "download it again"}
	}
	if len(z.File) > maxMembers {
		return nil, &Error{fmt.Sprintf("the zip holds %d files, more than %d", len(z.File), maxMembers), "add it in parts"}
	}
	var out []File
	total := int64(0)
	for _, m := range z.File {
		name, err := memberName(m)
		if err != nil {
			return nil, err
		}
		if m.FileInfo().IsDir() || strings.HasSuffix(name, "/") || Ignored(name) {
			continue
		}
		if m.Mode()&fs.ModeType != 0 {
			return nil, &Error{fmt.Sprintf("the zip holds a link or device: %q", name), "pack the files themselves"}
		}
		if m.Flags&1 != 0 {
			return nil, &Error{fmt.Sprintf("%q in the zip is encrypted", name), "unpack it with its password and add the files"}
		}
		b, err := unpack(m, name, maxUnpacked-total)
		if err != nil {
			return nil, err
		}
		total += int64(len(b))
		out = append(out, File{Name: name, Bytes: b})
	}
	return out, nil
}

// unpack reads one member and trusts no size that the zip states.
func unpack(m *zip.File, name string, left int64) ([]byte, error) {
	if m.UncompressedSize64 > maxMember {
		return nil, &Error{fmt.Sprintf("%q in the zip unpacks to %d MB, more than the %d MB a report may have", name, m.UncompressedSize64>>20, maxMember>>20), "take it out of the zip"}
	}
	r, err := m.Open()
	if err != nil {
		return nil, &Error{fmt.Sprintf("%q in the zip cannot be unpacked: %v", name, err), "unpack it with another program and add the files"}
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, min(maxMember, left)+1))
	switch {
	case int64(len(b)) > maxMember:
		return nil, &Error{fmt.Sprintf("%q in the zip unpacks to more than %d MB: a zip bomb", name, maxMember>>20), "take it out of the zip"}
	case int64(len(b)) > left:
		return nil, &Error{fmt.Sprintf("the zip unpacks to more than %d MB", maxUnpacked>>20), "add it in parts"}
	case err != nil:
		return nil, &Error{fmt.Sprintf("%q in the zip is damaged: %v", name, err), "download the zip again"}
	}
	return b, nil
}

// memberName is the name of a member in UTF-8; zips from Chinese desktops have
// names in GBK.
func memberName(m *zip.File) (string, error) {
	name := m.Name
	if m.NonUTF8 || !utf8.ValidString(name) {
		if s, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil {
			name = s
		}
	}
	bad := strings.ContainsAny(name, "\x00\\:") || strings.HasPrefix(name, "/")
	for part := range strings.SplitSeq(strings.TrimSuffix(name, "/"), "/") {
		bad = bad || part == ".." || part == "." || part == ""
	}
	if bad {
		return "", &Error{fmt.Sprintf("the zip holds a name that leads out of it: %q", name), "unpack it yourself, look at what is in it, and add the reports"}
	}
	return name, nil
}

// Ignored are names that desktop systems leave and no one means to add.
func Ignored(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "__MACOSX" || strings.HasPrefix(part, ".") {
			return true
		}
	}
	base := path.Base(name)
	return base == "Thumbs.db" || base == "desktop.ini" || strings.HasSuffix(base, "~") || strings.HasPrefix(base, "~$")
}
