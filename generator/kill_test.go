package generator_test

import (
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestKilledBuilds kills builds over an older site, at moments spread over the
// build and while it publishes. The site is then the old or the new one, and
// the next build succeeds. OGI_FULL=1 runs 1,000 reports and 20 moments.
func TestKilledBuilds(t *testing.T) {
	reports, early, late := 24, 2, 3
	if full {
		reports, early, late = 1000, 12, 8
	}
	top := t.TempDir()
	before, after := filepath.Join(top, "before"), filepath.Join(top, "after")
	specimens(t, before, reports-reports/6, 1)
	specimens(t, after, reports, 2)
	oldSite := filepath.Join(top, "old-site")
	build(t, before, oldSite)
	out := filepath.Join(top, "site", "public")
	restore := func() {
		t.Helper()
		if err := os.RemoveAll(filepath.Dir(out)); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(out, os.DirFS(oldSite)); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(out, ".keep"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	restore()
	was := treeOf(t, out)
	start := time.Now()
	if err := builder(t, after, out).Run(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(start)
	is := treeOf(t, out)
	if maps.Equal(was, is) {
		t.Fatal("the two sites are the same")
	}

	sums := filepath.Join(top, "site", ".ogi", "public.new", "SHA256SUMS")
	publishing, olds, news := 0, 0, 0
	for i := range early + late {
		restore()
		cmd := builder(t, after, out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		if i < early {
			time.Sleep(whole * time.Duration(i+1) / time.Duration(early+1))
		} else {
			// SHA256SUMS of the new tree is the last file before the switch.
			for alive := true; alive; {
				if _, err := os.Stat(sums); err == nil {
					publishing++
					break
				}
				select {
				case err := <-ended:
					ended <- err
					alive = false
				default:
					time.Sleep(100 * time.Microsecond)
				}
			}
			time.Sleep(time.Duration(i-early) * time.Millisecond)
		}
		cmd.Process.Kill()
		<-ended
		switch got := treeOf(t, out); {
		case maps.Equal(got, was):
			olds++
		case maps.Equal(got, is):
			news++
		default:
			t.Errorf("killed at moment %d: a mixture, differing from the old site in %v and from the new in %v",
				i, differences(got, was), differences(got, is))
		}
		if i%4 != 0 {
			continue
		}
		if err := builder(t, after, out).Run(); err != nil {
			t.Fatalf("the build after moment %d: %v", i, err)
		}
		if got := treeOf(t, out); !maps.Equal(got, is) {
			t.Errorf("the build after moment %d differs in %v", i, differences(got, is))
		}
		if es, _ := os.ReadDir(filepath.Join(filepath.Dir(out), ".ogi")); len(es) != 1 || es[0].Name() != "public.record" {
			t.Errorf("the build after moment %d left %v", i, es)
		}
	}
	t.Logf("%d reports, %d kills, %d of them while publishing: %d old sites, %d new ones", reports, early+late, publishing, olds, news)
}
