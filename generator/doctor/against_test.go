package doctor

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// A site on the network is known by its list of sums; further pages of lists come
// and go, and count for nothing.
func TestASiteIsKnownByItsSums(t *testing.T) {
	sums := "aa  index.html\nbb  agencies/x/2025/index.html\nbb  agencies/page/2/index.html\ncc  agencies/x/badge.svg\ndd  404.html\nee  rules/a/page/3/index.html\n"
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/deep/SHA256SUMS" {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte(sums))
	}))
	defer s.Close()
	for _, address := range []string{s.URL + "/deep", s.URL + "/deep/"} {
		e, err := look(t.Context(), ".", address)
		if err != nil || !slices.Equal(e.addresses, []string{"agencies/x/2025/"}) {
			t.Errorf("%s: %v %+v", address, err, e)
		}
	}
	if _, err := look(t.Context(), ".", s.URL); err == nil || !strings.Contains(err.Error(), "404") {
		t.Errorf("what is no site: %v", err)
	}
}

// Which address a file has follows from its place alone.
func TestAddressesOfFiles(t *testing.T) {
	fsys := fstest.MapFS{}
	for name, text := range map[string]string{
		"content/a/x/agency.toml":                    "name = \"甲\"",
		"content/a/x/2024.pdf":                       "1",
		"content/a/x/2024/annex.xlsx":                "2",
		"content/a/x/captures/2023/earlier-1.html":   "3",
		"content/a/x/letter.txt":                     "4",
		"content/a/x/.hidden/2024.pdf":               "5",
		"content/a/2024.pdf":                         "6",
		"content/a/x/2022.toml":                      "withdrawn = \"x\"",
		"content/pages/2024.txt":                     "7",
		"content/ledger.tsv":                         "8",
		"content/a/x/2021.toml":                      "source = \"https://example.org/\"",
		"content/a/x/20245/x.txt":                    "9",
		"content/a/x/captures/2023/more/earlier.txt": "10",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	s, err := stateOf(fsys)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, l := range s.lines() {
		got[strings.TrimPrefix(l.Path, "content/a/x/")] = l.Address
	}
	want := map[string]string{
		"2024.pdf": "agencies/x/2024/", "2024/annex.xlsx": "agencies/x/2024/",
		"captures/2023/earlier-1.html": "agencies/x/2023/", "captures/2023/more/earlier.txt": "agencies/x/2023/",
	}
	for p, a := range want {
		if got[p] != a {
			t.Errorf("%s: %q, want %q", p, got[p], a)
		}
		delete(got, p)
	}
	if len(got) > 0 || !s.withdrawn["agencies/x/2022/"] || len(s.withdrawn) != 1 {
		t.Errorf("%v %v", got, s.withdrawn)
	}
}
