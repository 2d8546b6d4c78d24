package serve

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
)

// own is the folder of serve's own files; no page of a site has an address in it.
const own = "/_ogi/"

//go:embed live.js
var liveJS []byte

//go:embed live.css
var liveCSS []byte

// Live is what is known of the builds while a site is shown. Pages ask for it by a
// script, since their policy lets them fetch nothing: the page is loaded anew when
// another site was built, and what went wrong is shown in it. Not a byte of the site
// changes for that.
type Live struct {
	mu    sync.Mutex
	state state
}

type state struct {
	Build    int      `json:"build"` // counts those that changed the site
	Building bool     `json:"building"`
	Broken   bool     `json:"broken"` // the site is that of an earlier build
	Wrong    []string `json:"wrong"`
}

// Begin says that a build is on its way.
func (l *Live) Begin() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.state.Building = true
}

// End says how it went: broken where it made no site, wrong is what was said. A number
// of a person is not to be in it.
func (l *Live) End(broken bool, wrong []string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.state.Building, l.state.Broken, l.state.Wrong = false, broken, wrong
	if !broken {
		l.state.Build++
	}
}

func (l *Live) now() state {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.state
}

// give answers for serve's own files, and reports whether it was one of them.
func (l *Live) give(w http.ResponseWriter, r *http.Request) bool {
	name, ok := strings.CutPrefix(r.URL.Path, own)
	if !ok {
		return false
	}
	h := w.Header()
	h.Set("Content-Security-Policy", savedPolicy)
	var body []byte
	switch name {
	case "live.js":
		h.Set("Content-Type", kinds[".js"])
		body = liveJS
	case "live.css":
		h.Set("Content-Type", kinds[".css"])
		body = liveCSS
	case "state.js":
		h.Set("Content-Type", kinds[".js"])
		b, err := json.Marshal(l.now())
		if err != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
			return true
		}
		body = fmt.Appendf(nil, "ogiLive(%s);\n", b)
	default:
		w.WriteHeader(http.StatusNotFound)
		return true
	}
	if r.Method != http.MethodHead {
		_, _ = w.Write(body)
	}
	return true
}

// tag is put behind the last byte of a page, where a script may stand.
const tag = "\n<script src=\"" + own + "live.js\"></script>\n"

// page answers with a page of the site and the script behind it.
func (l *Live) page(w http.ResponseWriter, r *http.Request, f *os.File) {
	b, err := io.ReadAll(f)
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError)
		return
	}
	if r.Method != http.MethodHead {
		_, _ = w.Write(append(b, tag...))
	}
}

// wait answers where there is no site: what went wrong, until there is one.
func (l *Live) wait(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", Policy)
	h.Set("Content-Type", kinds[".html"])
	w.WriteHeader(http.StatusServiceUnavailable)
	if r.Method == http.MethodHead {
		return
	}
	_, _ = io.WriteString(w, "<!doctype html><html lang=\"zh-Hans\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"+
		"<meta name=\"color-scheme\" content=\"light dark\"><title>ogi serve</title><link rel=\"stylesheet\" href=\""+own+"live.css\">"+
		"<main class=\"ogi-wait\"><h1>还没有网站</h1><p>构建没有成功。改好以后，这一页会自己换成网站。</p><p lang=\"en\">There is no site yet: the build did not succeed. Once that is mended, the site takes the place of this page.</p></main>"+tag)
}
