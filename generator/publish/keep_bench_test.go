package publish

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"ogi/generator/work"
)

// many are the paths of a site of about n files, as of n/2.6 reports.
func many(n int) (paths []string) {
	for a := range n / 13 {
		at := fmt.Sprintf("agencies/a%06d/", a)
		paths = append(paths, at+"index.html", at+"badge.svg", at+"endpoint.json")
		for year := 2020; year < 2025; year++ {
			paths = append(paths, fmt.Sprintf("%s%d/index.html", at, year), fmt.Sprintf("%s%d/%d.txt", at, year, year))
		}
	}
	return paths
}

// rebuild keeps every file but the one that has another text.
func rebuild(t testing.TB, dir string, o Options, paths []string, sums map[string][sha256.Size]byte, changed map[string]string) Stats {
	t.Helper()
	tr, err := Open(dir, o)
	must(t, err)
	must(t, work.Each(context.Background(), len(paths), func(i int) error {
		p := paths[i]
		text, other := changed[p]
		if !other {
			if sum, ok := sums[p]; ok && tr.Keep(p, sum) {
				return nil
			}
			text = p
		}
		return tr.Put(p, []byte(text))
	}, nil))
	st, err := tr.Commit()
	must(t, err)
	return st
}

// BenchmarkOneFileChanges is a whole publication in which one file of a site is
// another. To be done in 0.3 s at 26,000 files and in 3 s at 260,000, which
// OGI_FULL=1 runs.
func BenchmarkOneFileChanges(b *testing.B) {
	sizes := []int{26000}
	if os.Getenv("OGI_FULL") != "" {
		sizes = append(sizes, 260000)
	}
	for _, n := range sizes {
		paths := many(n)
		sums := map[string][sha256.Size]byte{}
		for _, p := range paths {
			sums[p] = sha256.Sum256([]byte(p))
		}
		dir := filepath.Join(b.TempDir(), "public")
		rebuild(b, dir, Options{}, paths, nil, nil)
		page := paths[len(paths)/2]
		rebuild(b, dir, Options{}, paths, sums, map[string]string{page: "first"})
		for _, whole := range []bool{false, true} {
			b.Run(fmt.Sprintf("%dfiles/whole=%v", n, whole), func(b *testing.B) {
				b.ReportAllocs()
				round := 0
				for b.Loop() {
					round++
					st := rebuild(b, dir, Options{Whole: whole}, paths, sums, map[string]string{page: fmt.Sprint(whole, round)})
					if st.Unchanged != st.Files-1 {
						b.Fatalf("%+v", st)
					}
				}
			})
		}
	}
}
