// Package ledger keeps the list of what an archive held and where the site showed
// it: content/ledger.tsv, which is committed with the archive. A build in a fresh
// checkout knows no earlier site; by the list it is noticed when an address that
// was published is no more, or a file that was held. Lines come in as text and go
// out as text. It fails towards keeping: a line goes only where that was asked for.
//
// The text is a table with tabs: the path of a file that is held, its SHA-256, and
// the address of its page from the site's root; sorted by path, one file a line, so
// that git merges it line by line (see Attributes). A line with # is a comment.
package ledger

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Path is where the list lies in an archive. It is written by who adds, moves and
// removes what is held, never by a build.
const Path = "content/ledger.tsv"

// Attributes is how git is to merge it: the lines of both sides.
const Attributes = "/" + Path + " text eol=lf merge=union"

// A Line is one file that is held.
type Line struct {
	Path    string // slash path from the archive's root
	SHA256  string // of its bytes, hex
	Address string // of its page: agencies/weidong-sfj/2025/
}

const head = "# 收录过的文件、其 SHA-256 和页面网址；由 ogi add、ogi move、ogi ledger 写，请勿手改。\n"

// Parse reads the list. Of lines for one path that differ, as a merge leaves them,
// all are given.
func Parse(b []byte) ([]Line, error) {
	var ls []Line
	n := 0
	for text := range bytes.Lines(bytes.TrimPrefix(b, []byte("\ufeff"))) {
		n++
		text = bytes.TrimRight(text, "\r\n")
		if len(text) == 0 || text[0] == '#' {
			continue
		}
		part := strings.Split(string(text), "\t")
		if len(part) != 3 {
			return nil, fmt.Errorf("%s:%d: a line is a path, a SHA-256 and an address, with tabs between them", Path, n)
		}
		l := Line{part[0], part[1], part[2]}
		if strings.HasPrefix(l.Path, `"`) {
			p, err := strconv.Unquote(l.Path)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: the quotes of the path do not match", Path, n)
			}
			l.Path = p
		}
		if len(l.SHA256) != 64 || strings.Trim(l.SHA256, "0123456789abcdef") != "" {
			return nil, fmt.Errorf("%s:%d: %q is no SHA-256", Path, n, l.SHA256)
		}
		if a := l.Address; path.Clean(a)+"/" != a || strings.HasPrefix(a, "/") || strings.HasPrefix(a, "..") {
			return nil, fmt.Errorf("%s:%d: %q is no address from the site's root", Path, n, a)
		}
		ls = append(ls, l)
	}
	return sorted(ls), nil
}

// Text is the list as it is written.
func Text(ls []Line) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	for _, l := range sorted(ls) {
		p := l.Path
		if q := strconv.Quote(p); strings.HasPrefix(p, `"`) || strings.HasPrefix(p, "#") || strings.ContainsAny(p, "\t\n\r") {
			p = q
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\n", p, l.SHA256, l.Address)
	}
	return b.Bytes()
}

// Edit gives the text of the list after the files of drop went and those of put
// came; to be made while no one else writes, as filing.Change.Edit is. What the
// list says of other files stays.
func Edit(put []Line, drop ...string) func(old []byte) ([]byte, error) {
	return func(old []byte) ([]byte, error) {
		ls, err := Parse(old)
		if err != nil {
			return nil, err
		}
		gone := map[string]bool{}
		for _, p := range drop {
			gone[p] = true
		}
		for _, l := range put {
			gone[l.Path] = true
		}
		ls = slices.DeleteFunc(ls, func(l Line) bool { return gone[l.Path] })
		return Text(append(ls, put...)), nil
	}
}

// Addresses are those of the pages that the list tells of, ascending: of files, and
// of the folders above them, which have pages too.
func Addresses(ls []Line) []string {
	all := map[string]bool{}
	for _, l := range ls {
		for a := l.Address; strings.Count(a, "/") > 1; a = path.Dir(strings.TrimSuffix(a, "/")) + "/" {
			all[a] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

func sorted(ls []Line) []Line {
	slices.SortFunc(ls, func(a, b Line) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.SHA256, b.SHA256), strings.Compare(a.Address, b.Address))
	})
	return slices.Compact(ls)
}
