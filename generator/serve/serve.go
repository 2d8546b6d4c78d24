// Package serve shows a built site to a browser on this computer, as a static
// host does. What comes in is an untrusted request: any page that the person
// looks at may send one, and reports in the site may be hostile. So it answers
// to the names of this computer alone, to GET and HEAD alone, with files that
// lie in the site alone; it tells the browser each file's type and the site's
// own policy, and gives a report's original only to be saved. It fails closed:
// what it does not know is not found. Publishing is not its job.
package serve

import (
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"time"
)

// Policy is what pages of the site may do; they say the same of themselves in a
// <meta>, which cannot forbid being framed.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// savedPolicy is that of a report as it came: whatever it holds, nothing of it
// runs or loads.
const savedPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'"

// missingPolicy allows 404.html its inline style, which it has since no one
// knows from where it is asked for.
const missingPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

type server struct {
	dir   string
	hosts hosts
	live  *Live // nil where the site is only shown
}

// Handler shows the site in the folder dir. listen is the address that is
// listened on, names are hosts under which it may be asked for besides those of
// this computer. A build may exchange the folder at any time: the next request
// gets the new site.
func Handler(dir, listen string, names ...string) http.Handler {
	return &server{dir, newHosts(names, listen), nil}
}

// LiveHandler is Handler for a site that is built anew while it is shown.
func LiveHandler(live *Live, dir, listen string, names ...string) http.Handler {
	return &server{dir, newHosts(names, listen), live}
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	switch {
	case !s.hosts.allow(r.Host):
		refuse(w, http.StatusMisdirectedRequest, "This computer does not answer to that name; ogi serve --host NAME allows it.")
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		refuse(w, http.StatusMethodNotAllowed, "Only GET and HEAD.")
	case s.live != nil && s.live.give(w, r):
	default:
		root, err := os.OpenRoot(s.dir)
		if s.live != nil && !ready(root, err) {
			if err == nil {
				root.Close()
			}
			s.live.wait(w, r)
			return
		}
		if err != nil {
			refuse(w, http.StatusServiceUnavailable, "The site is being written; try again in a moment.")
			return
		}
		defer root.Close()
		site{root, s.live}.page(w, r)
	}
}

func refuse(w http.ResponseWriter, status int, words string) {
	w.Header().Set("Content-Security-Policy", missingPolicy)
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	io.WriteString(w, words+"\n")
}

// ready reports whether there is a site in a folder.
func ready(root *os.Root, err error) bool {
	if err == nil {
		_, err = root.Stat("index.html")
	}
	return err == nil
}

// A site is its folder, open: nothing outside of it can be reached.
type site struct {
	root *os.Root
	live *Live
}

// page answers with the file of a path; that of a folder is its index.html,
// under the path that ends in a slash.
func (s site) page(w http.ResponseWriter, r *http.Request) {
	name, ok := fileName(r.URL.Path)
	if !ok {
		s.missing(w, r)
		return
	}
	f, st, err := s.open(name)
	if err == nil && st.IsDir() {
		f.Close()
		if !strings.HasSuffix(r.URL.Path, "/") {
			w.Header().Set("Location", "./"+url.PathEscape(path.Base(name))+"/")
			w.WriteHeader(http.StatusMovedPermanently)
			return
		}
		name = path.Join(name, "index.html")
		f, st, err = s.open(name)
	} else if err == nil && strings.HasSuffix(r.URL.Path, "/") {
		f.Close()
		err = fs.ErrNotExist
	}
	if err == nil && st.IsDir() {
		f.Close()
		err = fs.ErrNotExist
	}
	if err != nil {
		s.missing(w, r)
		return
	}
	defer f.Close()
	h := w.Header()
	h.Set("Content-Type", kindOf(name))
	h.Set("Content-Security-Policy", Policy)
	if original(name) {
		h.Set("Content-Security-Policy", savedPolicy)
		h.Set("Content-Disposition", "attachment; filename*=UTF-8''"+url.PathEscape(path.Base(name)))
	}
	if s.live != nil && strings.HasSuffix(name, ".html") && !original(name) {
		s.live.page(w, r, f)
		return
	}
	http.ServeContent(w, r, "", time.Time{}, f)
}

// original reports whether a file is a report as it came.
func original(name string) bool {
	top, _, below := strings.Cut(name, "/")
	return below && strings.EqualFold(top, "originals")
}

// missing answers with the site's page for what is not there.
func (s site) missing(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", missingPolicy)
	w.Header().Set("Content-Type", kinds[".html"])
	w.WriteHeader(http.StatusNotFound)
	f, st, err := s.open("404.html")
	if err != nil {
		return
	}
	defer f.Close()
	if st.Mode().IsRegular() && r.Method != http.MethodHead {
		io.Copy(w, f)
	}
}

var errNoFile = errors.New("neither a file nor a folder")

// open gives a file or folder of the site. A link is followed as long as it
// leads to somewhere in the site; a pipe or device is not opened, or not waited
// for.
func (s site) open(name string) (*os.File, fs.FileInfo, error) {
	p, ok := local(name)
	if !ok {
		return nil, nil, fs.ErrNotExist
	}
	if st, err := s.root.Stat(p); err != nil || !st.IsDir() && !st.Mode().IsRegular() {
		return nil, nil, errors.Join(err, errNoFile)
	}
	f, err := s.root.OpenFile(p, os.O_RDONLY|noWait, 0)
	if err != nil {
		return nil, nil, err
	}
	st, err := f.Stat()
	if err == nil && !st.IsDir() && !st.Mode().IsRegular() {
		err = errNoFile
	}
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, st, nil
}
