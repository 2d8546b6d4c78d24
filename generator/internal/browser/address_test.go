package browser

import (
	"strings"
	"testing"
)

// Addresses of old still lead where they led, from a disk: cells that they name by
// key, lines of the file, those that are prose now and those that are blank.
func TestAddressesOfOldStillLead(t *testing.T) {
	b := open(t)
	const page = "agencies/weidong-sfj/2024/index.html"
	for _, c := range []struct{ hash, want string }{
		{"c-requests.received.total", "c17"},
		{"c-proactive.rules.issued", "c1"},
		{"c-remedies.suit_after_reconsideration.total", "c200"},
		{"c-requests.other_outcome.total", ""}, // a cell of another form
		{"c-no.such.cell", ""},
		{"c-__proto__.total", ""},
		{"c17", "c17"},
		{"L1", "L3"}, // blank, as is the second
		{"L4", "L3"},
		{"L999999", ""},
	} {
		b.arrive(t, page, c.hash)
		got := ask[string](t, b, `new Promise(function (done) {
			var n = 0;
			(function look() {
				var at = document.querySelector(":target");
				if (at || n++ > 10) return done(at ? at.id : "");
				setTimeout(look, 50);
			})();
		})`)
		if c.hash == "L999999" {
			// The last line of the file there is.
			if !strings.HasPrefix(got, "L") {
				t.Errorf("#%s leads to %q, want the line before", c.hash, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("#%s leads to %q, want %q", c.hash, got, c.want)
		}
		for _, s := range b.heard() {
			t.Errorf("#%s: %s", c.hash, s)
		}
	}
	// Every line of the file has a place: its own, that of its paragraph, or for a
	// blank one that of the line before.
	n := ask[int](t, b, `new Promise(async function (done) {
		var wrong = 0;
		for (var n = 1; n < 60; n++) {
			location.hash = "#L" + n;
			await new Promise(function (next) { setTimeout(next, 20); });
			if (!document.querySelector(":target")) wrong++;
		}
		done(wrong);
	})`)
	if n > 0 {
		t.Errorf("%d of the first 60 lines lead nowhere", n)
	}
	// A cell that a finding rests on has its old address without a script.
	b.visit(t, page)
	if bad := ask[[]string](t, b, `[...document.querySelectorAll("#findings a[href^='#c']:not([href^='#cause'])")]
		.map(a => document.getElementById(a.hash.slice(1))).filter(td => !td || !td.querySelector("[id^=c-]")).map(td => String(td && td.id))`); len(bad) > 0 {
		t.Errorf("cells of findings without their old address: %v", bad)
	}
	// A number leads to its line, where it is marked.
	got := ask[string](t, b, `new Promise(function (done) {
		document.querySelector("#c17 > a").click();
		setTimeout(function () {
			var at = document.querySelector(":target"), here = at && at.querySelector(".here");
			done((at ? at.tagName : "") + " " + (here ? [...at.querySelectorAll("a, b")].indexOf(here) : ""));
		}, 50);
	})`)
	if got != "LI 6" {
		t.Errorf("the number of #c17 leads to %q, want its line with the seventh number marked", got)
	}
	// And from there back: the first of its line is a link, the others are told by it.
	if got := ask[string](t, b, `new Promise(function (done) {
		document.querySelector("#L51 .here").click();
		setTimeout(function () { done(document.querySelector("#L51 a").hash + " " + document.querySelector(":target").id); }, 50);
	})`); got != "#c11 c17" {
		t.Errorf("the seventh number of line 51 leads to %q, want to #c17, the first to #c11", got)
	}
	// What a cell is that is no plain number, it says beside the pointer.
	b.visit(t, "agencies/weibin-sfj/2025/index.html")
	if got := ask[[]string](t, b, `[...["missing", "r"].map(function (c) {
		var td = document.querySelector(".form td." + c);
		td.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
		return td.title;
	})]`); len(got) != 2 || !strings.Contains(got[0], "未读到") || !strings.Contains(got[1], "推定值") || !strings.Contains(got[1], "理由见表下〔1〕") {
		t.Errorf("beside the pointer stands %q", got)
	}
}

// The same in Firefox, which leads to a place and runs scripts in an order of its own.
func TestAddressesOfOldLeadInFirefox(t *testing.T) {
	if testing.Short() {
		t.Skip("browser tests take a while")
	}
	f, site := openFox(t), fileURL(built(t))
	f.home(site)
	f.width(t, 1280)
	for _, c := range []struct{ hash, want string }{
		{"c-requests.received.total", "c17"},
		{"c-remedies.suit_after_reconsideration.total", "c200"},
		{"c-no.such.cell", ""},
		{"c17", "c17"},
		{"L1", "L3"},
		{"L7", "L7"},
		{"L8", "L7"},
	} {
		f.must(t, "browsingContext.navigate", map[string]any{"context": f.tab, "url": site + "/404.html", "wait": "complete"}, nil)
		f.must(t, "browsingContext.navigate", map[string]any{"context": f.tab, "url": site + "/agencies/weidong-sfj/2024/index.html#" + c.hash, "wait": "complete"}, nil)
		var got string
		if _, err := f.ask("", `(async function () {
			for (var n = 0; n < 20 && !document.querySelector(":target"); n++) await new Promise(function (next) { setTimeout(next, 50); });
			var at = document.querySelector(":target");
			return at ? at.id : "";
		})()`, &got); err != nil {
			t.Fatal(err)
		}
		if got != c.want {
			t.Errorf("#%s leads to %q, want %q", c.hash, got, c.want)
		}
	}
	for _, s := range f.heard() {
		t.Error(s)
	}
}
