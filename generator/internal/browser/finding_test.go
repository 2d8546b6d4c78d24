package browser

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// What a finding links to is seen and set apart, on a screen and on a phone.
func TestFindingsLeadToWhatTheyRestOn(t *testing.T) {
	b := open(t)
	for _, p := range files(t, b.dir, "index.html") {
		if !strings.HasPrefix(p, "agencies/") || strings.Count(p, "/") != 3 {
			continue
		}
		html, err := os.ReadFile(filepath.Join(b.dir, filepath.FromSlash(p)))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(html, []byte(`<ul class=operands><li><a href="#c1`)) {
			continue
		}
		for _, width := range []int64{1280, 360} {
			// A low window, where the table scrolls in its box.
			call(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 480, DeviceScaleFactor: 1})
			b.visit(t, p)
			for _, wrong := range ask[[]string](t, b, reachedJS) {
				t.Errorf("%s at %d: %s", p, width, wrong)
			}
		}
		return // one report will do: its table scrolls and it has lines too
	}
	t.Skip("no report of the archive has a finding about cells")
}
