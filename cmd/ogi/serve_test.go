package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// small is an archive without reports.
func small(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"site.toml": "title = \"档案\"\n", "content/pages/about.md": "# 关于\n"} {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A buffer is written by the server and read by the test.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

func TestServeIsLikeAStaticHost(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	var out, talk buffer
	code := make(chan int, 1)
	go func() {
		code <- run(ctx, []string{"serve", "--dir", small(t), "--addr", "127.0.0.1:0"}, streams{nil, &out, &talk})
	}()
	var base string
	for range 400 {
		if m := regexp.MustCompile(`http://\S+/`).FindString(talk.String()); m != "" {
			base = m
			break
		}
		time.Sleep(25 * time.Millisecond)
	}
	if base == "" {
		t.Fatalf("does not say where it serves: %s", talk.String())
	}
	for path, want := range map[string]int{
		"": 200, "about/": 200, "about/index.html": 200, "about": 301, "nothing/here": 404, "assets/": 404, "../site.toml": 404, ".keep": 404,
	} {
		client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
		res, err := client.Get(base + path)
		if err != nil {
			t.Fatal(err)
		}
		b, _ := io.ReadAll(res.Body)
		res.Body.Close()
		if res.StatusCode != want || want == 404 && !strings.Contains(string(b), "<html") {
			t.Errorf("/%s: got %d, want %d: %.80s", path, res.StatusCode, want, b)
		}
	}
	stop()
	if c := <-code; c != done {
		t.Errorf("exit code %d: %s", c, talk.String())
	}
}

func TestAnInterruptedBuildSaysSo(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	dir := small(t)
	var out, talk buffer
	if c := run(ctx, []string{"build", "--dir", dir}, streams{nil, &out, &talk}); c != cut {
		t.Errorf("exit code %d", c)
	}
	if got := talk.String(); got != "ogi: interrupted; nothing was changed\n" || out.String() != "" {
		t.Errorf("said %q and %q", got, out.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "public")); err == nil {
		t.Error("there is a site")
	}
}

// serveOn starts serve and gives where it is, and how to end it.
func serveOn(t *testing.T, args ...string) (base string, talk *buffer, end func() int) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	talk = &buffer{}
	code := make(chan int, 1)
	go func() { code <- run(ctx, append([]string{"serve"}, args...), streams{nil, &buffer{}, talk}) }()
	within(t, "an address", func() bool {
		base = regexp.MustCompile(`http://\S+/`).FindString(talk.String())
		return base != ""
	})
	return base, talk, func() int { stop(); return <-code }
}

// within waits until something holds.
func within(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 2400 {
		if holds() {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	t.Fatalf("no %s", what)
}

func get(t *testing.T, address string) string {
	t.Helper()
	res, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A change of the archive is in the page soon after; one that breaks it is told, and
// the last good site stays. The bytes in public/ are those of a build.
func TestServeFollowsTheArchive(t *testing.T) {
	dir := small(t)
	write := func(name, text string) {
		t.Helper()
		p := filepath.Join(dir, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(p), 0o755)
		if err == nil {
			err = os.WriteFile(p, []byte(text), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	base, talk, end := serveOn(t, "--dir", dir, "--addr", "127.0.0.1:0")
	page, want := get(t, base+"about/"), `<script src="/_ogi/live.js"></script>`
	b, err := os.ReadFile(filepath.Join(dir, "public", "about", "index.html"))
	if err != nil || strings.Contains(string(b), "_ogi") || page != string(b)+"\n"+want+"\n" {
		t.Errorf("%v: the page is not that of the site with a script behind it: %s", err, page)
	}
	if s := get(t, base+"_ogi/state.js"); s != "ogiLive({\"build\":1,\"building\":false,\"broken\":false,\"wrong\":null});\n" {
		t.Error(s)
	}
	write("content/pages/about.md", "# 关于\n\n第二版。\n")
	within(t, "new page", func() bool { return strings.Contains(get(t, base+"about/"), "第二版") })
	within(t, "new state", func() bool { return strings.Contains(get(t, base+"_ogi/state.js"), `"build":2,"building":false`) })

	write("templates/text.html", "{{define \"main\"}}{{.Nothing}}")
	within(t, "failure", func() bool { return strings.Contains(get(t, base+"_ogi/state.js"), `"broken":true`) })
	if s := get(t, base+"_ogi/state.js"); !strings.Contains(s, "text.html") || !strings.Contains(s, `"build":2`) {
		t.Error(s)
	}
	if !strings.Contains(get(t, base+"about/"), "第二版") {
		t.Error("the last good site is gone")
	}
	write("templates/text.html", "{{define \"main\"}}<p>mine</p>{{end}}")
	within(t, "mended page", func() bool { return strings.Contains(get(t, base+"about/"), "<p>mine") })

	write("content/x/2024.txt", "no agency") // told, and the rest is built
	within(t, "word", func() bool {
		s := get(t, base+"_ogi/state.js")
		return strings.Contains(s, "outside-agency") && strings.Contains(s, `"broken":false`)
	})
	if res, err := http.Get(base + "_ogi/else"); err != nil || res.StatusCode != http.StatusNotFound {
		t.Errorf("%v %v", res, err)
	}
	if c := end(); c != done {
		t.Errorf("exit code %d: %s", c, talk.String())
	}
}

// Where the first build fails, the browser is told, and gets the site once it is
// mended. A port that is taken is no reason to stop before the build.
func TestServeWithoutASite(t *testing.T) {
	dir := small(t)
	if err := os.Mkdir(filepath.Join(dir, "templates"), 0o755); err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(dir, "templates", "home.html")
	if err := os.WriteFile(bad, []byte("{{"), 0o644); err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "localhost:8080")
	if err == nil {
		defer l.Close()
	}
	base, talk, end := serveOn(t, "--dir", dir)
	if strings.HasSuffix(base, ":8080/") {
		t.Errorf("%s is taken", base)
	}
	if s := get(t, base+"about/"); !strings.Contains(s, "还没有网站") || !strings.Contains(s, "/_ogi/live.js") {
		t.Error(s)
	}
	if s := get(t, base+"_ogi/state.js"); !strings.Contains(s, `"broken":true`) || !strings.Contains(s, "home.html") {
		t.Error(s)
	}
	if err := os.Remove(bad); err != nil {
		t.Fatal(err)
	}
	within(t, "site", func() bool { return strings.Contains(get(t, base), "档案") })
	if c := end(); c != done {
		t.Errorf("exit code %d: %s", c, talk.String())
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	var out, said buffer
	if c := run(t.Context(), []string{"serve", "--dir", small(t), "--addr", taken.Addr().String()}, streams{nil, &out, &said}); c != unusable || out.String() != "" || !strings.Contains(said.String(), "choose another with --addr") {
		t.Errorf("an address that was named and is taken: %d %s %s", c, out.String(), said.String())
	}
}
