package publish

import (
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// versions publishes a site over and over, each time with half of its files
// another, until it is killed.
func versions(t *testing.T, dir string) {
	anyFew(t)
	for n := 0; ; n++ {
		files := map[string]string{}
		for i := range 200 {
			files[fmt.Sprintf("a/%d/index.html", i)] = "the same"
			files[fmt.Sprintf("b/%d/index.html", (n+i)%300)] = fmt.Sprint("version ", n)
		}
		if _, kept := keepOr(t, dir, Options{}, files); n > 0 && kept < 200 {
			t.Fatalf("version %d: kept %d", n, kept)
		}
	}
}

// TestKilled kills a program that changes a site piece by piece. Whenever that is,
// the site is of one version once somebody has looked after it.
func TestKilled(t *testing.T) {
	const env = "OGI_TEST_VERSIONS"
	if dir := os.Getenv(env); dir != "" {
		versions(t, dir)
	}
	dir := filepath.Join(t.TempDir(), "public")
	journal := filepath.Join(filepath.Dir(dir), ".ogi", "public.journal")
	kills, mixed := 6, 0
	if os.Getenv("OGI_FULL") != "" {
		kills = 100
	}
	r := rand.New(rand.NewSource(1))
	for i := range kills {
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilled$")
		cmd.Env = append(os.Environ(), env+"="+dir)
		must(t, cmd.Start())
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		await := func(name string) {
			for !exists(name) {
				select {
				case err := <-ended:
					t.Fatalf("it ended by itself: %v", err)
				case <-time.After(50 * time.Microsecond):
				}
			}
		}
		await(filepath.Join(dir, Sums))
		time.Sleep(20*time.Millisecond + time.Duration(r.Intn(20e6)))
		if i%3 > 0 {
			await(journal)
			time.Sleep(time.Duration(r.Intn(1e6)))
		}
		must(t, cmd.Process.Kill())
		<-ended
		if exists(journal) {
			mixed++
		}
		must(t, Recover(dir))
		whole(t, dir)
		alone(t, dir, "killed")
		version := ""
		for p, text := range tree(t, dir) {
			if p[0] == 'b' && version == "" {
				version = text
			}
			if p[0] == 'b' && text != version || p[0] == 'a' && text != "the same" {
				t.Errorf("%s is of %q, others of %q", p, text, version)
			}
		}
	}
	if mixed == 0 {
		t.Error("none was killed among the moves")
	}
	t.Logf("%d of %d were killed among the moves", mixed, kills)
}
