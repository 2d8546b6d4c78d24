package browser

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

// A fox is one tab of Firefox, spoken to in WebDriver BiDi, which Firefox offers
// by itself: no driver stands between.
type fox struct {
	cmd *exec.Cmd
	ws  *websocket.Conn
	tab string
	px  int64 // how wide the tab was asked to be

	mu      sync.Mutex
	at      string
	n       int
	trouble []string
	waiting map[int]chan bidi
}

// A bidi is a message of WebDriver BiDi: an answer or an event.
type bidi struct {
	Type    string          `json:"type"`
	ID      int             `json:"id"`
	Method  string          `json:"method"`
	Params  json.RawMessage `json:"params"`
	Result  json.RawMessage `json:"result"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
}

// openFox starts Firefox, or skips.
func openFox(t *testing.T) *fox {
	t.Helper()
	name := firefox()
	switch {
	case name == "" && os.Getenv("CI") == "true":
		t.Fatal("no Firefox; install it, as .ci/run does")
	case name == "":
		t.Skip("no Firefox found")
	}
	f := &fox{}
	f.start(t, name)
	t.Cleanup(f.kill)
	return f
}

// start starts Firefox with a profile of its own and one tab.
func (f *fox) start(t *testing.T, name string) {
	t.Helper()
	profile := t.TempDir()
	// Nothing of its own to ask the network for; what is saved is saved there.
	prefs := ""
	for k, v := range map[string]any{
		"app.normandy.enabled": false, "app.update.enabled": false, "browser.safebrowsing.downloads.enabled": false, "browser.safebrowsing.malware.enabled": false,
		"browser.safebrowsing.phishing.enabled": false, "datareporting.policy.dataSubmissionEnabled": false, "extensions.update.enabled": false, "network.captive-portal-service.enabled": false,
		"browser.download.folderList": 2, "browser.download.dir": profile, "browser.download.useDownloadDir": true, "browser.download.always_ask_before_handling_new_types": false,
		"browser.download.manager.addToRecentDocs": false, "browser.download.alwaysOpenPanel": false, "browser.download.open_pdf_attachments_inline": false, "toolkit.telemetry.enabled": false,
	} {
		b, _ := json.Marshal(v)
		prefs += fmt.Sprintf("user_pref(%q, %s);\n", k, b)
	}
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(prefs), 0o644); err != nil {
		t.Fatal(err)
	}
	const origin = "http://localhost/"
	f.cmd = exec.Command(name, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0", "--remote-allow-origins="+origin)
	if err := f.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var server struct {
		Port int `json:"ws_port"`
	}
	for range 300 {
		if b, err := os.ReadFile(filepath.Join(profile, "WebDriverBiDiServer.json")); err == nil && json.Unmarshal(b, &server) == nil {
			break
		}
		time.Sleep(100 * time.Millisecond)
	}
	ws, err := websocket.Dial(fmt.Sprintf("ws://127.0.0.1:%d/session", server.Port), "", origin)
	if err != nil {
		t.Fatal(err)
	}
	f.mu.Lock()
	f.ws, f.waiting = ws, map[int]chan bidi{}
	f.mu.Unlock()
	go f.listen(ws)
	f.must(t, "session.new", map[string]any{"capabilities": map[string]any{"alwaysMatch": map[string]any{"unhandledPromptBehavior": map[string]any{"default": "dismiss"}}}}, nil)
	f.must(t, "session.subscribe", map[string]any{"events": []string{"log.entryAdded", "network.beforeRequestSent", "browsingContext.userPromptOpened"}}, nil)
	var made struct {
		Context string `json:"context"`
	}
	f.must(t, "browsingContext.create", map[string]any{"type": "tab"}, &made)
	f.tab = made.Context
}

func (f *fox) kill() { _ = f.cmd.Process.Kill(); _ = f.cmd.Wait() }

// renew starts Firefox anew: a tab whose viewer never ends answers nothing more,
// and a second tab of the site shares its process.
func (f *fox) renew(t *testing.T) {
	t.Helper()
	f.kill()
	f.start(t, f.cmd.Path)
	f.width(t, f.px)
}

// listen takes what one Firefox says, until it ends.
func (f *fox) listen(ws *websocket.Conn) {
	for {
		var m bidi
		if err := websocket.JSON.Receive(ws, &m); err != nil {
			return
		}
		f.mu.Lock()
		if m.Type == "event" {
			f.event(m)
		} else if c := f.waiting[m.ID]; c != nil {
			delete(f.waiting, m.ID)
			c <- m
		}
		f.mu.Unlock()
	}
}

func (f *fox) event(m bidi) {
	var p struct {
		Context string `json:"context"`
		Source  struct {
			Context string `json:"context"`
		} `json:"source"`
		Level   string `json:"level"`
		Text    string `json:"text"`
		Message string `json:"message"`
		Request struct {
			URL string `json:"url"`
		} `json:"request"`
	}
	if err := json.Unmarshal(m.Params, &p); err != nil {
		f.trouble = append(f.trouble, err.Error())
		return
	}
	switch at := p.Request.URL; {
	case m.Method == "browsingContext.userPromptOpened":
		f.trouble = append(f.trouble, "dialog: "+p.Message)
	case m.Method == "log.entryAdded" && p.Source.Context != "" && p.Source.Context != f.tab: // the viewer of a PDF that was saved
	case m.Method == "log.entryAdded" && p.Level == "error" && !strings.Contains(p.Text, noCharset):
		f.trouble = append(f.trouble, "console: "+p.Text)
	case m.Method == "network.beforeRequestSent" && p.Context == f.tab && !strings.HasPrefix(at, f.at+"/") && !strings.HasPrefix(at, "data:") && !browsersOwn(at):
		f.trouble = append(f.trouble, "request leaves the site: "+at)
	}
}

// noCharset is what Firefox says of a text file from a host that sends no types.
const noCharset = "character encoding of the document was not declared"

// browsersOwn are addresses within Firefox, as of its style sheets and its
// viewer of PDF.
func browsersOwn(at string) bool {
	u, err := url.Parse(at)
	return err == nil && (u.Scheme == "chrome" || u.Scheme == "resource" || u.Scheme == "about" || u.Scheme == "blob")
}

var errNoAnswer = errors.New("no answer")

func (f *fox) send(method string, params, result any) error {
	c := make(chan bidi, 1)
	f.mu.Lock()
	f.n++
	id := f.n
	f.waiting[id] = c
	f.mu.Unlock()
	if err := websocket.JSON.Send(f.ws, map[string]any{"id": id, "method": method, "params": params}); err != nil {
		return err
	}
	select {
	case m := <-c:
		if m.Error != "" {
			return fmt.Errorf("%s: %s: %s", method, m.Error, m.Message)
		}
		if result == nil {
			return nil
		}
		return json.Unmarshal(m.Result, result)
	case <-time.After(2 * time.Minute): // a machine may be busy
		return fmt.Errorf("%s: %w", method, errNoAnswer)
	}
}

func (f *fox) must(t *testing.T, method string, params, result any) {
	t.Helper()
	if err := f.send(method, params, result); err != nil {
		t.Fatal(err)
	}
}

func (f *fox) ownWords() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.trouble = slices.DeleteFunc(f.trouble, func(s string) bool { return strings.HasPrefix(s, "console: ") })
}

func (f *fox) home(prefix string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.at = prefix
}

func (f *fox) width(t *testing.T, px int64) {
	t.Helper()
	f.px = px
	f.must(t, "browsingContext.setViewport", map[string]any{"context": f.tab, "viewport": map[string]any{"width": px, "height": 900}}, nil)
}

func (f *fox) heard() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	s := f.trouble
	f.trouble = nil
	return s
}

func (f *fox) view(t *testing.T, address, js string, answer any) bool {
	t.Helper()
	saved, err := f.ask(address, js, answer)
	switch {
	case errors.Is(err, errNoAnswer) && strings.HasSuffix(address, ".pdf"):
		t.Logf("%s: the viewer of PDF does not end", address)
		f.renew(t)
		f.ownWords()
	case errors.Is(err, errNoAnswer):
		t.Errorf("%s: %v", address, err)
		f.renew(t)
	case err != nil:
		t.Errorf("%s: %v", address, err)
	}
	return err == nil && !saved
}

// ask opens an address and asks the page that comes of it, or says that what was
// there is saved and not shown.
func (f *fox) ask(address, js string, answer any) (saved bool, err error) {
	if address != "" {
		err := f.send("browsingContext.navigate", map[string]any{"context": f.tab, "url": address, "wait": "complete"}, nil)
		if err != nil {
			if errors.Is(err, errNoAnswer) {
				return false, err
			}
			return true, nil
		}
	}
	var got struct {
		Type   string `json:"type"`
		Result struct {
			Value string `json:"value"`
		} `json:"result"`
		Details struct {
			Text string `json:"text"`
		} `json:"exceptionDetails"`
	}
	err = f.send("script.evaluate", map[string]any{
		"expression": "(async () => location.href + " + `"\n"` + " + JSON.stringify(await " + strings.TrimSpace(js[strings.Index(js, "(async"):]) + "))()",
		"target":     map[string]any{"context": f.tab}, "awaitPromise": true,
	}, &got)
	if err != nil {
		return false, err
	}
	if got.Type != "success" {
		return false, errors.New(got.Details.Text)
	}
	at, value, _ := strings.Cut(got.Result.Value, "\n")
	if address != "" && at != address {
		return true, nil // the page before is still there
	}
	return false, json.Unmarshal([]byte(value), answer)
}
