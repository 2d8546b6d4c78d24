package main

import (
	"bytes"
	"context"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/memfs"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
)

func TestMain(m *testing.M) { ptest.Main(m) } // on the Prism runner, in this process

// command builds ogi, of the root module.
func command(t *testing.T) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "ogi")
	if out, err := exec.Command("go", "build", "-C", "../..", "-o", to, "./cmd/ogi").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return to
}

// built is what ogi build makes of an archive, and what it says.
func built(t *testing.T, ogi, dir string) (site map[string]string, said string, failed bool) {
	t.Helper()
	out := filepath.Join(t.TempDir(), "site")
	cmd := exec.Command(ogi, "build", "--dir", dir, "--out", out, "--no-cache", "--verbose")
	var talk bytes.Buffer
	cmd.Stderr = &talk
	err := cmd.Run()
	if err != nil && cmd.ProcessState.ExitCode() != 1 {
		t.Fatalf("%v\n%s", err, &talk)
	}
	lines := strings.SplitAfter(talk.String(), "\n")
	for len(lines) > 0 && (lines[len(lines)-1] == "" || strings.HasSuffix(lines[len(lines)-1], "warnings\n") || strings.HasSuffix(lines[len(lines)-1], "warning\n")) {
		lines = lines[:len(lines)-1] // how many there are
	}
	return tree(t, out), strings.Join(lines, ""), err != nil
}

func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(p)
		rel, _ := filepath.Rel(dir, p)
		files[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// same fails unless two sites have the same bytes.
func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	if len(want) == 0 {
		t.Fatal("there is nothing to compare with")
	}
	var differ []string
	for p := range want {
		if g, there := got[p]; !there || g != want[p] {
			differ = append(differ, p)
		}
	}
	for p := range got {
		if _, there := want[p]; !there {
			differ = append(differ, p+", of which ogi build knows nothing")
		}
	}
	slices.Sort(differ)
	if len(differ) > 0 {
		t.Errorf("%d files differ: %s …", len(differ), strings.Join(differ[:min(5, len(differ))], "; "))
	}
}

func options(archive, to string) Options {
	return Options{Archive: archive, To: to, Lists: 3, Verbose: true, Run: archive + " " + to}
}

// write puts files into a folder.
func write(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		to := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(to, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func copied(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
}

// example is an archive of some two hundred specimens, with what a build has to say
// something about.
func example(t *testing.T, ogi string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "archive")
	if out, err := exec.Command(ogi, "new", "archive", dir, "--example").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	report, err := os.ReadFile("../../content/henan/weidong-sfj/2025.html")
	if err != nil {
		reports, _ := filepath.Glob("../../content/*/*/20*.html")
		if len(reports) == 0 {
			t.Fatal("no report to copy", err)
		}
		if report, err = os.ReadFile(reports[0]); err != nil {
			t.Fatal(err)
		}
	}
	agency := func(name, more string) string { return "name = \"" + name + "\"\nregion = \"410403\"\n" + more }
	write(t, dir, map[string]string{
		"content/x/jia-sfj/agency.toml":     agency("甲区司法局", ""),
		"content/x/jia-sfj/2023.html":       string(report), // the same text in three folders, and two years of one
		"content/x/jia-sfj/2024.html":       string(report),
		"content/x/yi-sfj/agency.toml":      agency("乙区司法局", "[[predecessors]]\nagency = \"jia-sfj\"\nyear = 2024\n[[predecessors]]\nagency = \"nobody\"\nyear = 2024\n"),
		"content/x/yi-sfj/2024.html":        string(report),
		"content/x/yi-sfj/2023.bin":         "\x00\x01\x02",
		"content/x/yi-sfj/2024.toml":        "published = \"2025-01-10\"\n[[file]]\npath = \"2024/annex.txt\"\nrole = \"attachment\"\n",
		"content/x/yi-sfj/2024/annex.txt":   "附件：本年度没有需要说明的事项。\n",
		"content/x/yi-sfj/2024/unnamed.txt": "没有写明的文件\n",
		"content/x/yi-sfj/bing/agency.toml": agency("丙区司法局", ""),
		"content/x/yi-sfj/bing/2024.html":   strings.Replace(string(report), "</body>", "<p>身份证号11010519491231002X</p></body>", 1),
		"content/y/jia-sfj/agency.toml":     agency("甲区司法局", ""), // a second folder of that name
		"content/y/ding/agency.toml":        "nome = 1\n",
		"content/y/ding/2024.txt":           "无人认领",
		"content/y/nobody-s/2024.txt":       "不属于任何机关",
		"content/pages/help.md":             "# 帮助\n\n〔待填：联系人〕\n",
		"content/pages/years.md":            "# 年度\n", // an address that the site has
		"assets/logo.svg":                   "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
	})
	if err := os.Symlink("../../../site.toml", filepath.Join(dir, "content", "x", "jia-sfj", "2022.txt")); err != nil {
		t.Log("without a symbolic link:", err)
	}
	return dir
}

// What a run writes is unpacked to the site that ogi build makes, and says the same; also
// where the archive and the tars lie at addresses.
func TestTheSiteIsThatOfOgiBuild(t *testing.T) {
	ogi := command(t)
	ctx := context.Background()
	plain := t.TempDir()
	copied(t, "../../content", filepath.Join(plain, "content"))
	site, err := os.ReadFile("../../site.toml")
	if err != nil {
		t.Fatal(err)
	}
	write(t, plain, map[string]string{"site.toml": string(site)})
	for name, dir := range map[string]string{"content": plain, "example": example(t, ogi)} {
		t.Run(name, func(t *testing.T) {
			want, said, failed := built(t, ogi, dir)
			if name == "example" && (!failed || strings.Count(said, "\n") < 10) {
				t.Fatalf("this archive is to have a bit of everything: %s", said)
			}
			to := filepath.Join(t.TempDir(), "tars")
			c, _, err := Run(ctx, options(dir, to))
			if err != nil {
				t.Fatal(err)
			}
			if (c.Errors > 0) != failed {
				t.Errorf("%d errors; ogi build failed: %v", c.Errors, failed)
			}
			out := filepath.Join(t.TempDir(), "site")
			if _, _, err := Unpack(ctx, to, out, false); err != nil {
				t.Fatal(err)
			}
			same(t, tree(t, out), want)
			messages, err := os.ReadFile(filepath.Join(to, messagesName))
			if err != nil || string(messages) != said {
				t.Errorf("said\n%s\nogi build says\n%s", messages, said)
			}

			address := "memfs://" + strings.ReplaceAll(t.Name(), "/", "-")
			for p, text := range tree(t, dir) {
				if p != "content/x/jia-sfj/2022.txt" { // a link; there are none at an address
					memfs.Write(address+"/archive/"+p, []byte(text))
				}
			}
			_ = os.Remove(filepath.Join(dir, "content", "x", "jia-sfj", "2022.txt"))
			want, _, _ = built(t, ogi, dir)
			if _, _, err := Run(ctx, options(address+"/archive", address+"/tars")); err != nil {
				t.Fatal(err)
			}
			if _, _, err := Unpack(ctx, address+"/tars", out, false); err != nil {
				t.Fatal(err)
			}
			same(t, tree(t, out), want)
		})
	}
}

// A run that fails, in the middle or at its end, leaves nothing that can be unpacked, not
// even what lay there of a run before; the site stays. When what was in the way is gone,
// it makes the same bytes, over what the failed one left.
func TestAFailedRunPublishesNothing(t *testing.T) {
	ogi := command(t)
	ctx := context.Background()
	dir := example(t, ogi)
	to, out := filepath.Join(t.TempDir(), "tars"), filepath.Join(t.TempDir(), "site")
	if _, _, err := Run(ctx, options(dir, to)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Unpack(ctx, to, out, false); err != nil {
		t.Fatal(err)
	}
	before, tars := tree(t, out), tree(t, to)
	for _, at := range []string{"agencies/yi-sfj.tar", "lists/00002.tar"} {
		o := options(dir, to)
		o.Run += at
		if err := os.RemoveAll(filepath.Join(to, at)); err != nil {
			t.Fatal(err)
		}
		write(t, to, map[string]string{at + "/in-the-way": "1"})
		if _, _, err := Run(ctx, o); err == nil {
			t.Fatalf("%s could not be written, and nothing was said", at)
		}
		if _, _, err := Unpack(ctx, to, out, false); err == nil {
			t.Errorf("%s: what a failed run left was unpacked", at)
		}
		same(t, tree(t, out), before)
		if err := os.RemoveAll(filepath.Join(to, at)); err != nil {
			t.Fatal(err)
		}
		o.Run += " again"
		if _, _, err := Run(ctx, o); err != nil {
			t.Fatal(err)
		}
		again := tree(t, to)
		maps.DeleteFunc(again, func(p, _ string) bool { return strings.HasSuffix(p, ".part") })
		same(t, again, tars)
	}
	write(t, dir, map[string]string{"templates/home.html": `{{define "main"}}{{.NoSuchField}}{{end}}`})
	o := options(dir, to)
	o.Run += " with a template that is wrong"
	if _, _, err := Run(ctx, o); err == nil || !strings.Contains(err.Error(), "home.html") {
		t.Errorf("a template is wrong, and this was said: %v", err)
	}
}

// Tars that are not those of the run, or hold what no site has, are refused, and the site
// stays.
func TestWhatWasNotWrittenByARunIsNotUnpacked(t *testing.T) {
	ctx := context.Background()
	made := func(t *testing.T, files ...string) (to string, c string) {
		to = t.TempDir()
		s := newShard()
		for _, f := range files {
			if err := s.put(f, []byte(f)); err != nil {
				t.Fatal(err)
			}
		}
		tar, err := s.store(ctx, to, "agencies/jia.tar")
		if err != nil {
			t.Fatal(err)
		}
		return to, `{"tars": [{"name": "agencies/jia.tar", "sha256": "` + tar.SHA256 + `", "files": 2}]}`
	}
	for name, spoil := range map[string]func(t *testing.T) string{
		"": func(t *testing.T) string {
			to, c := made(t, "a.html", "b.html")
			write(t, to, map[string]string{contentsName: c})
			return to
		},
		"no contents": func(t *testing.T) string { to, _ := made(t, "a.html", "b.html"); return to },
		"half contents": func(t *testing.T) string {
			to, c := made(t, "a.html", "b.html")
			write(t, to, map[string]string{contentsName: c[:40]})
			return to
		},
		"another tar": func(t *testing.T) string {
			to, c := made(t, "a.html", "b.html")
			write(t, to, map[string]string{contentsName: c})
			write(t, to, map[string]string{"agencies/jia.tar": "x"})
			return to
		},
		"fewer files": func(t *testing.T) string {
			to, c := made(t, "a.html")
			write(t, to, map[string]string{contentsName: c})
			return to
		},
		"a file twice": func(t *testing.T) string {
			to, c := made(t, "a.html", "a.html")
			write(t, to, map[string]string{contentsName: c})
			return to
		},
		"a path that leads out": func(t *testing.T) string {
			to, c := made(t, "a.html", "../b.html")
			write(t, to, map[string]string{contentsName: c})
			return to
		},
		"the list of sums": func(t *testing.T) string {
			to, c := made(t, "a.html", "SHA256SUMS")
			write(t, to, map[string]string{contentsName: c})
			return to
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "site")
			_, _, err := Unpack(ctx, spoil(t), out, false)
			if (err == nil) != (name == "") {
				t.Error(err)
			}
			if _, there := os.Stat(out); (there == nil) != (name == "") {
				t.Error("the site:", there)
			}
		})
	}
}

// The files of an archive by name are a file system as others are.
func TestSomeFilesAreAFileSystem(t *testing.T) {
	names := []string{"site.toml", "content/henan/jia/agency.toml", "content/henan/jia/2024.txt", "content/henan/yi/2024/annex.txt"}
	for _, n := range names {
		memfs.Write("memfs://some/"+n, []byte("bytes of "+n))
	}
	memfs.Write("memfs://some/content/henan/other/2024.txt", []byte("not asked for"))
	from, err := openSource(context.Background(), "memfs://some")
	if err != nil {
		t.Fatal(err)
	}
	some := from.some(context.Background(), names)
	if err := fstest.TestFS(some, names...); err != nil {
		t.Error(err)
	}
	if _, err := fs.Stat(some, "content/henan/other/2024.txt"); err == nil {
		t.Error("a file that was not asked for is there")
	}
	if all, err := from.whole(context.Background()); err != nil {
		t.Error(err)
	} else if _, err := fs.Stat(all, "content/henan/other/2024.txt"); err != nil {
		t.Error("of all files one is not there", err)
	}
}

// The root module knows nothing of this one, nor of what it needs.
func TestTheRootModuleStandsAlone(t *testing.T) {
	for _, args := range [][]string{{"list", "-C", "../..", "-m", "all"}, {"list", "-C", "../..", "./..."}} {
		out, err := exec.Command("go", args...).CombinedOutput()
		if err != nil || !bytes.Contains(out, []byte("ogi")) {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		for _, no := range []string{"apache/beam", "ogi-beam", "google.golang.org/grpc"} {
			if bytes.Contains(out, []byte(no)) {
				t.Errorf("%v lists %s", args, no)
			}
		}
	}
}
