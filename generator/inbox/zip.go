package inbox

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ogi/generator/tongue"
)

// What a zip may hold: more is no set of reports but a trap or a mistake.
const (
	maxMembers  = 2000
	maxMember   = 32 << 20
	maxUnpacked = 512 << 20
)

// Unzip gives the files of a zip in their order, also those of zips within it, without
// what desktop systems add. One name or size that cannot be meant well refuses the
// whole zip.
func Unzip(f File) ([]File, error) {
	u := &unzip{left: maxUnpacked, members: maxMembers}
	if err := u.add("", f.Bytes, 0); err != nil {
		return nil, err
	}
	return u.files, nil
}

// An unzip is a zip on its way: what may still come out of it, and what did.
type unzip struct {
	left    int64
	members int
	files   []File
}

// maxDepth is how deep zips may lie within zips: those of townships in that of a
// county.
const maxDepth = 3

func (u *unzip) add(within string, b []byte, depth int) error {
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return refuse(tongue.Of("压缩包已损坏："+err.Error(), "the zip is damaged: "+err.Error()), tongue.Of("请重新下载", "download it again"))
	}
	if u.members -= len(z.File); u.members < 0 {
		return refuse(tongue.Sprintf("压缩包里的文件超过%d个", "the zip holds more than %d files", maxMembers), tongue.Of("请分几次加入", "add it in parts"))
	}
	for _, m := range z.File {
		name, err := memberName(m)
		if err != nil {
			return err
		}
		if m.FileInfo().IsDir() || strings.HasSuffix(name, "/") || Ignored(name) {
			continue
		}
		if m.Mode()&fs.ModeType != 0 {
			return refuse(tongue.Sprintf("压缩包里的 %q 是链接或设备", "the zip holds a link or device: %q", name), tongue.Of("请放入文件本身", "pack the files themselves"))
		}
		if m.Flags&1 != 0 {
			return refuse(tongue.Sprintf("压缩包里的 %q 设了密码", "%q in the zip is encrypted", name),
				tongue.Of("请用密码解压后放入其中的文件", "unpack it with its password and add the files"))
		}
		file := File{Name: within + name}
		if file.Bytes, err = u.unpack(m, name); err != nil {
			return err
		}
		u.left -= int64(len(file.Bytes))
		switch {
		case !file.IsZip():
			u.files = append(u.files, file)
		case depth == maxDepth:
			return refuse(tongue.Sprintf("%q 里的压缩包套了%d层以上", "%q: more than %d zips lie one in another", file.Name, maxDepth), tongue.Of("请解压后放入", "unpack it yourself and add the files"))
		default:
			if err := u.add(file.Name+"/", file.Bytes, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// unpack reads one member and trusts no size that the zip states. A zip within a
// zip may be as large as all may.
func (u *unzip) unpack(m *zip.File, name string) ([]byte, error) {
	most := int64(maxMember)
	if strings.EqualFold(path.Ext(name), ".zip") {
		most = maxUnpacked
	}
	out := tongue.Of("请把它取出来单独处理", "take it out of the zip")
	if m.UncompressedSize64 > uint64(most) {
		return nil, refuse(tongue.Sprintf("压缩包里的 %q 解压后有 %d MB，超过一份报告的上限 %d MB", "%q in the zip unpacks to %d MB, more than the %d MB a report may have", name, m.UncompressedSize64>>20, most>>20), out)
	}
	r, err := m.Open()
	if err != nil {
		return nil, refuse(tongue.Sprintf("压缩包里的 %q 解不开：%v", "%q in the zip cannot be unpacked: %v", name, err), tongue.Of("请用别的程序解压后放入其中的文件", "unpack it with another program and add the files"))
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, min(most, u.left)+1))
	switch {
	case int64(len(b)) > most:
		return nil, refuse(tongue.Sprintf("压缩包里的 %q 解压后超过 %d MB，像是压缩炸弹", "%q in the zip unpacks to more than %d MB: a zip bomb", name, most>>20), out)
	case int64(len(b)) > u.left:
		return nil, refuse(tongue.Sprintf("压缩包解压后超过 %d MB", "the zip unpacks to more than %d MB", maxUnpacked>>20), tongue.Of("请分几次加入", "add it in parts"))
	case err != nil:
		return nil, refuse(tongue.Sprintf("压缩包里的 %q 已损坏：%v", "%q in the zip is damaged: %v", name, err), tongue.Of("请重新下载", "download the zip again"))
	}
	return b, nil
}

func refuse(message, remedy tongue.Text) *Error { return &Error{message, remedy} }

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
		return "", refuse(tongue.Sprintf("压缩包里有指向外面的文件名：%q", "the zip holds a name that leads out of it: %q", name),
			tongue.Of("请自己解压，看清内容后再放入", "unpack it yourself, look at what is in it, and add the reports"))
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
