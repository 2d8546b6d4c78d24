package main

import (
	"bytes"
	"context"
	"io"
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
