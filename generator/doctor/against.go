package doctor

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ogi/generator"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/ledger"
	"ogi/generator/personal"
	"ogi/generator/publish"
)

// An earlier is what is known of the archive or its site as it was.
type earlier struct {
	from      string // in messages
	lines     []ledger.Line
	addresses []string        // of pages, beside those of the lines
	withdrawn map[string]bool // addresses whose files may be gone
}

// look reads an earlier state: of a site at an address or in a folder, which has
// SHA256SUMS, of an archive folder, of a list of what is held, or of a git revision
// of the archive folder dir.
func look(ctx context.Context, dir, against string) (*earlier, error) {
	if strings.HasPrefix(against, "https://") || strings.HasPrefix(against, "http://") {
		b, err := fetch(ctx, strings.TrimSuffix(against, "/")+"/"+publish.Sums)
		if err != nil {
			return nil, err
		}
		return &earlier{from: against, addresses: pages(string(b))}, nil
	}
	st, err := os.Stat(against)
	switch {
	case err == nil && !st.IsDir():
		b, err := os.ReadFile(against)
		if err != nil {
			return nil, disk.At(against, err)
		}
		ls, err := ledger.Parse(b)
		return &earlier{from: against, lines: ls}, err
	case err == nil:
		if b, err := os.ReadFile(filepath.Join(against, publish.Sums)); err == nil {
			return &earlier{from: against, addresses: pages(string(b))}, nil
		}
		root, err := os.OpenRoot(against)
		if err != nil {
			return nil, disk.At(against, err)
		}
		defer root.Close()
		s, err := stateOf(root.FS())
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: neither a site (%s) nor an archive (content/)", against, publish.Sums)
		}
		return s.earlier(against), err
	}
	s := newState()
	if err := generator.AtRevision(ctx, dir, against, s.take); err != nil {
		return nil, err
	}
	return s.done().earlier(against), nil
}

func (s *state) earlier(from string) *earlier {
	e := &earlier{from: from, lines: s.lines(), withdrawn: s.withdrawn}
	for a := range s.withdrawn {
		e.addresses = append(e.addresses, a)
	}
	return e
}

// mostSums is how large the list of a site may be: 1 GB of pages have some 2 MB.
const mostSums = 64 << 20

func fetch(ctx context.Context, address string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s; a site made by ogi has this file", address, res.Status)
	}
	b, err := io.ReadAll(io.LimitReader(res.Body, mostSums+1))
	if err == nil && len(b) > mostSums {
		err = fmt.Errorf("%s: larger than a list of a site is", address)
	}
	return b, err
}

// pages are the addresses of pages that a SHA256SUMS lists, but for the further
// pages of lists, which come and go.
func pages(sums string) []string {
	var as []string
	for line := range strings.Lines(sums) {
		_, p, ok := strings.Cut(strings.TrimRight(line, "\n"), "  ")
		if at, page := strings.CutSuffix(p, "index.html"); ok && page && at != "" && !strings.Contains("/"+at, "/page/") {
			as = append(as, at)
		}
	}
	return as
}

// lost tells what an earlier state had and the archive has not: files, by their
// bytes, and addresses. there are the paths of the site to be.
func (e *earlier) lost(now *state, there []string) []diag.Diagnostic {
	var ds []diag.Diagnostic
	say := func(file, code, remedy, format string, args ...any) {
		ds = append(ds, diag.Diagnostic{Level: diag.Error, File: personal.Path(file), Code: code, Message: personal.Mask(fmt.Sprintf(format, args...)), Remedy: remedy})
	}
	held := map[string]bool{}
	for _, sum := range now.sums {
		held[sum] = true
	}
	for _, l := range e.lines {
		year := l.Address
		for strings.Count(year, "/") > 3 { // agencies/a/2025/earlier-1/
			year = path.Dir(strings.TrimSuffix(year, "/")) + "/"
		}
		switch _, there := now.sums[l.Path]; {
		case held[l.SHA256], now.withdrawn[year], e.withdrawn[year]:
		case there:
			say(l.Path, "edited", "请恢复原来的文件；新的版本用 ogi add --replace 收入，旧的会留作 earlier",
				"收录过的文件被改动了：字节与 %s 所记的不同", e.from)
		default:
			say(l.Path, "gone", "请恢复它；确要撤下的，在 <年度>.toml 写 withdrawn = \"原因\"", "收录过的文件不见了（%s 里有）", e.from)
		}
	}
	for _, a := range slices.Concat(ledger.Addresses(e.lines), e.addresses) {
		_, found := slices.BinarySearch(there, a+"index.html")
		if !found && !slices.ContainsFunc(ds, func(d diag.Diagnostic) bool { return d.File == "public/"+a }) {
			say("public/"+a, "address-gone", "机关的文件夹改名请用 ogi move，旧网址会转到新的；报告撤下请写 withdrawn", "公布过的网址不再有页面，别处的链接会失效（%s 里有）", e.from)
		}
	}
	return ds
}
