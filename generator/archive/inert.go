package archive

import (
	"bytes"
	"regexp"
	"strings"
)

// inert reports whether a page can do nothing, should a browser take its bytes
// for one: each tag is of the few that only lay out text, each attribute of
// those that only say how, and its letters are those of an encoding in which no
// byte of a tag means another. What is not known to be so is not. Since no tag
// that is allowed changes how the next is read, their order does not matter.
func inert(b []byte) bool {
	if bytes.ContainsAny(b, "\x00\x1b") || bytes.HasPrefix(b, []byte("\xff\xfe")) || bytes.HasPrefix(b, []byte("\xfe\xff")) {
		return false
	}
	for {
		i := bytes.IndexByte(b, '<')
		if i < 0 {
			return true
		}
		b = b[i:]
		n := bare(b)
		if n == 0 {
			n = len(passive.Find(b))
		}
		if n == 0 {
			m := layingOut.FindSubmatch(b)
			if m == nil || !harmless(strings.ToLower(string(m[1])), string(m[2])) {
				return false
			}
			n = len(m[0])
		}
		b = b[n:]
	}
}

// bare is the length of a tag without attributes that lays out text, 0 for all else:
// most tags are such, and to ask layingOut of each took a third of the time in which
// a page is read.
func bare(b []byte) int {
	i := 1
	if len(b) > 1 && b[1] == '/' {
		i = 2
	}
	var name [len("blockquote")]byte
	n := 0
	for ; i < len(b) && n < len(name); i, n = i+1, n+1 {
		c := b[i]
		if c == '>' {
			break
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		name[n] = c
	}
	if i < len(b) && b[i] == '>' && layoutTags[string(name[:n])] {
		return i + 1
	}
	return 0
}

const tagsOfLayout = `html|head|title|body|meta|p|div|span|br|hr|table|thead|tbody|tfoot|tr|td|th|caption|col|colgroup|h1|h2|h3|h4|h5|h6|b|i|u|s|em|strong|sub|sup|small|big|font|center|ul|ol|li|dl|dt|dd|a|blockquote|pre|code|section|article|header|footer|main|nav|strike|del|ins|o:p`

var layoutTags = func() map[string]bool {
	m := map[string]bool{}
	for tag := range strings.SplitSeq(tagsOfLayout, "|") {
		m[tag] = true
	}
	return m
}()

// passive are the kind of the document and remarks in it without a tag inside.
var passive = regexp.MustCompile(`(?i)^(?:<!doctype\s+html[^<>\[]*>|<!--[^<>]*[^<>-]-->)`)

// layingOut is a tag that lays out text, strictly as it should be written.
var layingOut = regexp.MustCompile(`(?i)^</?(` + tagsOfLayout + `)` +
	`((?:\s+[a-z-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=` + "`" + `]+))?)*)\s*/?>`)

var attribute = regexp.MustCompile(`([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=]+)))?`)

// harmless reports whether no attribute of a tag loads, runs or leads to what
// does.
func harmless(tag, attributes string) bool {
	for _, m := range attribute.FindAllStringSubmatch(attributes, -1) {
		value := strings.ToLower(strings.TrimSpace(m[2] + m[3] + m[4]))
		ok := false
		switch name := strings.ToLower(m[1]); name {
		case "class", "id", "lang", "title", "name", "colspan", "rowspan", "span", "align", "valign", "width", "height", "border", "cellspacing", "cellpadding", "nowrap", "face", "size", "color", "bgcolor", "start":
			ok = true
		case "style":
			ok = !strings.ContainsAny(value, `(\&@/`) // no url(), no escapes
		case "href":
			ok = tag == "a" && !strings.Contains(value, "&#") && address.MatchString(value)
		case "http-equiv":
			ok = tag == "meta" && value == "content-type"
		case "charset":
			ok = tag == "meta" && usual.MatchString(value)
		case "content":
			_, charset, named := strings.Cut(value, "charset")
			ok = tag == "meta" && (!named || usual.MatchString(strings.Trim(charset, "= ")))
		}
		if !ok {
			return false
		}
	}
	return true
}

var (
	address = regexp.MustCompile(`^(?:https?://[^\s]*|mailto:[^\s]*|#[^\s:]*|[a-z0-9./_?=%-]*)$`)
	usual   = regexp.MustCompile(`^(?:utf-8|gbk|gb2312|gb18030)$`)
)
