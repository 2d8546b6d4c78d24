package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"ogi/generator/codec"
)

// A source is where the files of an archive lie: a local folder, of which nothing
// outside can be reached, or what stands below an address of one of Beam's file
// systems, as gs://bucket/archive.
type source struct {
	root   *os.Root // nil for an address
	base   string
	remote filesystem.Interface
}

func openSource(ctx context.Context, uri string) (*source, error) {
	if !strings.Contains(uri, "://") {
		root, err := os.OpenRoot(uri)
		return &source{root: root}, err
	}
	if strings.ContainsAny(uri, "*?[\\") {
		return nil, fmt.Errorf("%s: an archive is one folder; no patterns", uri)
	}
	remote, err := filesystem.New(ctx, uri)
	return &source{base: strings.TrimRight(uri, "/"), remote: remote}, err
}

func (s *source) Close() error {
	if s.root != nil {
		return s.root.Close()
	}
	return s.remote.Close()
}

// whole are all files of the archive.
func (s *source) whole(ctx context.Context) (fs.FS, error) {
	if s.root != nil {
		return s.root.FS(), nil
	}
	names, err := s.list(ctx)
	if err != nil {
		return nil, err
	}
	return s.some(ctx, names), nil
}

// deepest is how many folders deep an archive may lie at an address.
const deepest = 16

// list are the names of all objects below the address. What a pattern means differs: of
// Beam's file systems only gs:// knows one for any depth, so each depth is asked for.
func (s *source) list(ctx context.Context) ([]string, error) {
	var names []string
	for depth, pattern := 0, s.base+"/*"; ; depth, pattern = depth+1, pattern+"/*" {
		found, err := s.remote.List(ctx, pattern)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.base, err)
		}
		if depth == deepest {
			if len(found) > 0 {
				return nil, fmt.Errorf("%s: lies more than %d folders deep", found[0], deepest)
			}
			break
		}
		for _, f := range found {
			if name := strings.TrimPrefix(f, s.base+"/"); fs.ValidPath(name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	if !slices.ContainsFunc(names, func(n string) bool { return n == "site.toml" || strings.HasPrefix(n, "content/") }) {
		return nil, fmt.Errorf("%s: no archive: neither site.toml nor content/ is here", s.base)
	}
	return names, nil
}

// some are a few files of the archive, by name; the others are not there.
func (s *source) some(ctx context.Context, names []string) fs.FS {
	v := newView(names)
	if s.root != nil {
		under := s.root.FS()
		v.open = under.Open
		v.stat = func(name string) (fs.FileInfo, error) { return fs.Stat(under, name) }
		return v
	}
	v.open = func(name string) (fs.File, error) {
		b, err := filesystem.Read(ctx, s.remote, s.base+"/"+name)
		return opened(name, b), err
	}
	v.stat = func(name string) (fs.FileInfo, error) {
		size, err := s.remote.Size(ctx, s.base+"/"+name)
		return info{name: path.Base(name), size: size}, err
	}
	return v
}

// A view is files by their names as a file system: its folders are those of the names.
type view struct {
	files map[string]bool
	dirs  map[string][]fs.DirEntry
	open  func(name string) (fs.File, error)
	stat  func(name string) (fs.FileInfo, error)
}

func newView(names []string) *view {
	v := &view{files: map[string]bool{}, dirs: map[string][]fs.DirEntry{".": nil}}
	for _, name := range names {
		v.files[name] = true
		in := info{name: path.Base(name)}
		for at := name; ; {
			dir, child := path.Dir(at), at
			_, known := v.dirs[dir]
			v.dirs[dir] = append(v.dirs[dir], entry{in, func() (fs.FileInfo, error) { return v.Stat(child) }})
			if known {
				break
			}
			at, in = dir, info{name: path.Base(dir), dir: true}
		}
	}
	for _, es := range v.dirs {
		slices.SortFunc(es, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	}
	return v
}

// An entry is one of a folder; how large a file is, is asked for only if need be.
type entry struct {
	info
	stat func() (fs.FileInfo, error)
}

func (e entry) Type() fs.FileMode          { return e.Mode().Type() }
func (e entry) Info() (fs.FileInfo, error) { return e.stat() }

func (v *view) Open(name string) (fs.File, error) {
	if v.files[name] {
		return v.open(name)
	}
	if es, ok := v.dirs[name]; ok {
		return &folder{file: *opened(name, nil), entries: es}, nil
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// Stat tells of a file without reading it.
func (v *view) Stat(name string) (fs.FileInfo, error) {
	if v.files[name] {
		return v.stat(name)
	}
	if _, ok := v.dirs[name]; ok {
		return info{name: path.Base(name), dir: true}, nil
	}
	return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists a folder.
func (v *view) ReadDir(name string) ([]fs.DirEntry, error) {
	if es, ok := v.dirs[name]; ok {
		return slices.Clone(es), nil // who asks may sort and add
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

type file struct {
	*bytes.Reader
	info info
}

func opened(name string, b []byte) *file {
	return &file{bytes.NewReader(b), info{name: path.Base(name), size: int64(len(b))}}
}

func (f *file) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *file) Close() error               { return nil }

type folder struct {
	file
	entries []fs.DirEntry
}

func (f *folder) Stat() (fs.FileInfo, error) { return info{name: f.info.name, dir: true}, nil }

func (f *folder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.info.name, Err: errors.New("is a directory")}
}

// ReadDir gives the next n entries, or all.
func (f *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(f.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(f.entries) {
		n = len(f.entries)
	}
	es := f.entries[:n]
	f.entries = f.entries[n:]
	return es, nil
}

type info struct {
	name string
	size int64
	dir  bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.dir }
func (i info) Sys() any           { return nil }

func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o755
	}
	return 0o644
}

// frameFiles are what pages share of an archive, as bytes: its settings, templates,
// assets and hand-written pages. All workers so have the same, also where somebody
// changes them meanwhile. What cannot be read is left out; NewFrame has told it.
func frameFiles(own fs.FS) []byte {
	w := codec.Writer(nil)
	put := func(name string) {
		st, err := fs.Stat(own, name)
		if err != nil || !st.Mode().IsRegular() {
			return
		}
		b, err := fs.ReadFile(own, name)
		if err != nil {
			return
		}
		text := string(b)
		codec.Text(&w, &name)
		codec.Text(&w, &text)
	}
	put("site.toml")
	for _, dir := range []string{"templates", "assets", "content/pages"} {
		_ = fs.WalkDir(own, dir, func(p string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() {
				put(p)
			}
			return nil
		})
	}
	return w.Bytes()
}

// framed are those files again.
func framed(b []byte) (fs.FS, error) {
	r := codec.Reader(string(b))
	files := map[string]string{}
	var names []string
	for !r.Ended() && !r.Damaged() {
		var name, text string
		codec.Text(&r, &name)
		codec.Text(&r, &text)
		files[name] = text
		names = append(names, name)
	}
	if r.Damaged() {
		return nil, errors.New("internal error: the settings came damaged")
	}
	v := newView(names)
	v.open = func(name string) (fs.File, error) { return opened(name, []byte(files[name])), nil }
	v.stat = func(name string) (fs.FileInfo, error) {
		return info{name: path.Base(name), size: int64(len(files[name]))}, nil
	}
	return v, nil
}
