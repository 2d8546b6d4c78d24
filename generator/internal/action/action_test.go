package action

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"

	"ogi/generator"
	"ogi/generator/internal/specimen"
	"ogi/generator/start"
)

const repo = "../../.."

// A runner is the machine of a workflow as far as the action sees it.
type runner struct {
	t       *testing.T
	action  string // the action's folder
	work    string // the archive
	tmp     string
	server  string
	release bool // the ref is the name of a release
}

// newRunner lays the repository's source down as runners keep actions, and an archive.
func newRunner(t *testing.T) *runner {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the action's scripts are for bash")
	}
	for _, p := range []string{"bash", "git", "curl", "sha256sum"} {
		if _, err := exec.LookPath(p); err != nil {
			t.Skip(err)
		}
	}
	top := t.TempDir()
	r := &runner{t: t, work: filepath.Join(top, "work"), tmp: filepath.Join(top, "tmp"), server: "http://127.0.0.1:1"}
	root := filepath.Join(top, "_actions", "acme", "ogi-fork", "main")
	out, err := exec.Command("git", "-C", repo, "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		t.Skip("not in a git checkout")
	}
	for name := range strings.SplitSeq(string(out), "\x00") {
		if name == "" || strings.Contains(name, "/testdata/") || strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "content/") {
			continue
		}
		b, err := os.ReadFile(filepath.Join(repo, name))
		if err != nil {
			continue // removed and not committed yet
		}
		write(t, filepath.Join(root, name), b)
	}
	r.action = filepath.Join(root, ".github", "actions", "ogi")
	for _, dir := range []string{r.work, r.tmp} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func write(t *testing.T, name string, b []byte) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o755)
	if err == nil {
		err = os.WriteFile(name, b, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

var step = regexp.MustCompile(`(?m)^      run: (.+)$`)

// run goes through the steps of the action that are scripts, and gives what they
// printed together; ok is whether all went well.
func (r *runner) run(inputs ...string) (said string, ok bool) {
	r.t.Helper()
	yml, err := os.ReadFile(filepath.Join(r.action, "action.yml"))
	if err != nil {
		r.t.Fatal(err)
	}
	ref := "main"
	if r.release {
		ref = "v" + generator.Version
	}
	env := []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + r.tmp, "RUNNER_TEMP=" + r.tmp, "ACTION_PATH=" + r.action, "GITHUB_SERVER_URL=" + r.server,
		"GITHUB_OUTPUT=" + filepath.Join(r.tmp, "output"), "GITHUB_PATH=" + filepath.Join(r.tmp, "path"), "GITHUB_STEP_SUMMARY=" + filepath.Join(r.tmp, "summary"),
		"OGI_REPOSITORY=", "OGI_REF=" + ref, "GOFLAGS=-mod=readonly", "GOPROXY=off",
	}
	for _, name := range []string{"GOCACHE", "GOMODCACHE"} {
		v, err := exec.Command("go", "env", name).Output()
		if err != nil {
			r.t.Fatal(err)
		}
		env = append(env, name+"="+strings.TrimSpace(string(v)))
	}
	env = append(env, inputs...)
	scripts := step.FindAllStringSubmatch(string(yml), -1)
	if len(scripts) != 3 {
		r.t.Fatalf("%d scripts", len(scripts))
	}
	var out bytes.Buffer
	for i, s := range scripts {
		if b, _ := os.ReadFile(filepath.Join(r.tmp, "output")); i == 1 && bytes.Contains(b, []byte("found=true")) {
			continue // as the step's if says
		}
		cmd := exec.CommandContext(r.t.Context(), "bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", s[1])
		cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = r.work, env, &out, &out
		if err := cmd.Run(); err != nil {
			return out.String(), false
		}
	}
	return out.String(), true
}

func (r *runner) git(args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=a", "-c", "user.email=a@example.org"}, args...)...)
	cmd.Dir = r.work
	if b, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v %s", args, err, b)
	}
}

// odd is a folder whose name no address can have.
const odd = "content/y\n::error::gone"

// archive makes one with reports whose names and words speak to the runner.
func (r *runner) archive() {
	fs, err := start.Files(start.Archive{Title: "::error::甲", Action: "acme/ogi-fork@main"})
	if err != nil {
		r.t.Fatal(err)
	}
	for _, f := range fs {
		write(r.t, filepath.Join(r.work, filepath.FromSlash(f.Path)), f.Bytes)
	}
	write(r.t, filepath.Join(r.work, "content/x/agency.toml"), []byte("name = \"青溪县水利局\"\nregion = \"410403\"\n"))
	write(r.t, filepath.Join(r.work, "content/x/2024.txt"), specimen.Random(1, specimen.Options{Agency: "青溪县水利局"}).MustWrite(specimen.Tab))
	write(r.t, filepath.Join(r.work, odd, "agency.toml"), []byte("name = \"\\n::error::one\\n##[error]two\"\nregion = \"410403\"\n"))
	write(r.t, filepath.Join(r.work, odd, "2023.txt"), []byte("::error::one\n##[error]two\n"))
	r.git("init", "-q")
	r.git("add", "-A")
	r.git("commit", "-qm", "one")
}

// heard are the commands that the runner would obey.
func heard(said string) []string {
	var cs []string
	until := ""
	for line := range strings.Lines(said) {
		line = strings.TrimSpace(line)
		token, stops := strings.CutPrefix(line, "::stop-commands::")
		switch {
		case until != "":
			if line == "::"+until+"::" {
				until = ""
			}
		case stops:
			until = token
		case strings.HasPrefix(line, "::"), strings.HasPrefix(line, "##["):
			cs = append(cs, line)
		}
	}
	return cs
}

// Built from its own source, the action checks and builds an archive, tells what is
// wrong at the files, and obeys nothing that a file is called or says.
func TestTheActionAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	r := newRunner(t)
	r.archive()
	said, ok := r.run("OGI_TASK=check", "OGI_DIR=.", "OGI_AGAINST=HEAD")
	if ok {
		t.Errorf("a folder that cannot be an agency passed:\n%s", said)
	}
	errors := 0
	for _, c := range heard(said) {
		if !regexp.MustCompile(`^::(error|warning|notice) file=`).MatchString(c) {
			t.Errorf("the runner hears %q", c)
		}
		if strings.HasPrefix(c, "::error ") {
			errors++
		}
	}
	if errors == 0 {
		t.Errorf("no error is told:\n%s", said)
	}
	if err := os.RemoveAll(filepath.Join(r.work, odd)); err != nil {
		t.Fatal(err)
	}
	r.git("commit", "-qam", "two")
	if said, ok := r.run("OGI_TASK=check", "OGI_DIR=.", "OGI_AGAINST=HEAD"); !ok {
		t.Errorf("a sound archive fails:\n%s", said)
	}
	if b, err := os.ReadFile(filepath.Join(r.tmp, "summary")); err != nil || !bytes.Contains(b, []byte("完好")) || !bytes.Contains(b, []byte("<pre>")) {
		t.Errorf("summary: %v %s", err, b)
	}
	if _, err := os.Stat(filepath.Join(r.work, "public", "index.html")); err == nil {
		t.Error("a check wrote into public/")
	}

	write(t, filepath.Join(r.work, "content/x/2024.txt"), []byte("another"))
	said, ok = r.run("OGI_TASK=check", "OGI_DIR=.", "OGI_AGAINST=HEAD")
	if ok || !strings.Contains(said, "\n::error file=content/x/2024.txt,title=edited::") && !strings.HasPrefix(said, "::error file=content/x/2024.txt") {
		t.Errorf("an edited report passed:\n%s", said)
	}
	r.git("checkout", "-q", "--", ".")

	if said, ok := r.run("OGI_TASK=build", "OGI_DIR=.", "OGI_BASE_URL=https://acme.example/reports"); !ok {
		t.Errorf("build: %s", said)
	}
	if b, err := os.ReadFile(filepath.Join(r.work, "public", "sitemap.xml")); err != nil || !bytes.Contains(b, []byte("<loc>https://acme.example/reports/</loc>")) {
		t.Errorf("sitemap: %v %s", err, b)
	}
	if said, ok := r.run("OGI_TASK=all"); ok || !strings.Contains(said, "task is check, build or install") {
		t.Errorf("%s", said)
	}
	// The binary knows where it came from, and new archive writes that.
	out, err := exec.Command(filepath.Join(r.tmp, "ogi-bin", "ogi"), "new", "archive", filepath.Join(r.tmp, "new")).CombinedOutput()
	flow, _ := os.ReadFile(filepath.Join(r.tmp, "new", ".github", "workflows", "pages.yml"))
	if want := "uses: acme/ogi-fork/.github/actions/ogi@v" + generator.Version; err != nil || !strings.Contains(string(flow), want) {
		t.Errorf("%v %s: no %q in\n%s", err, out, want, flow)
	}
}

// A release of the version is fetched, and only what its sums say is run.
func TestAReleaseIsFetched(t *testing.T) {
	r := newRunner(t)
	r.release = true
	name := fmt.Sprintf("ogi-%s-%s-%s", generator.Version, strings.ReplaceAll(runtime.GOOS, "darwin", "macos"), runtime.GOARCH)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	w := tar.NewWriter(z)
	script := []byte("#!/bin/sh\necho \"released $*\"\n")
	if err := w.WriteHeader(&tar.Header{Name: name + "/ogi", Mode: 0o755, Size: int64(len(script))}); err != nil {
		t.Fatal(err)
	}
	_, _ = w.Write(script)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(packed.Bytes())
	sums := hex.EncodeToString(sum[:]) + "  " + name + ".tar.gz\n"
	var mu sync.Mutex // the server is asked from a goroutine of its own
	asked := ""
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		asked = q.URL.Path
		switch filepath.Base(q.URL.Path) {
		case "SHA256SUMS":
			_, _ = w.Write([]byte(sums))
		case name + ".tar.gz":
			_, _ = w.Write(packed.Bytes())
		default:
			http.NotFound(w, q)
		}
	}))
	defer s.Close()
	r.server = s.URL
	said, ok := r.run("OGI_TASK=install")
	mu.Lock()
	last := asked
	mu.Unlock()
	if want := "/acme/ogi-fork/releases/download/v" + generator.Version + "/" + name + ".tar.gz"; !ok || said != "released version\n" || last != want {
		t.Errorf("%v %q, asked for %s, want %s", ok, said, last, want)
	}
	if b, err := os.ReadFile(filepath.Join(r.tmp, "path")); err != nil || strings.TrimSpace(string(b)) != filepath.Join(r.tmp, "ogi-bin") {
		t.Errorf("path: %v %q", err, b)
	}
	mu.Lock()
	sums = strings.Repeat("0", 64) + "  " + name + ".tar.gz\n"
	mu.Unlock()
	if err := os.RemoveAll(filepath.Join(r.tmp, "ogi-bin")); err != nil {
		t.Fatal(err)
	}
	if said, ok := r.run("OGI_TASK=install"); ok || !strings.Contains(said, "is not what its SHA256SUMS says") {
		t.Errorf("what is not as its sum says was taken: %v %q", ok, said)
	}
}
