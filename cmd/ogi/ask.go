package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/term"

	"ogi/generator/desk"
	"ogi/generator/pinyin"
	"ogi/generator/region"
	"ogi/generator/slug"
	"ogi/generator/tongue"
)

// An asker asks on a terminal; nil where there is none.
type asker struct {
	ctx context.Context
	in  *bufio.Reader
	out io.Writer
}

func (c *command) asker(ctx context.Context, never bool) *asker {
	f, ok := c.in.(*os.File)
	if never || !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return &asker{ctx, bufio.NewReader(c.in), c.err}
}

func (a *asker) line(question string) string {
	show(a.out, "%s ", question)
	answer := make(chan string, 1)
	go func() {
		s, _ := a.in.ReadString('\n')
		answer <- s
	}()
	select {
	case s := <-answer:
		return strings.TrimSpace(s)
	case <-a.ctx.Done():
		return ""
	}
}

func (a *asker) yes(question string) bool {
	switch strings.ToLower(a.line(question)) {
	case "y", "yes", "是", "好", "要":
		return true
	}
	return false
}

// questions are what is asked of each doubt.
var questions = map[string]tongue.Text{
	"agency":  tongue.Of("哪个机关？写名称、拼音或文件夹名：", "agency? its name, pinyin or folder:"),
	"name":    tongue.Of("它的全称？", "its full name?"),
	"region":  tongue.Of("在哪个区划？写名称、拼音或代码：", "region? its name, pinyin or code:"),
	"year":    tongue.Of("报告年度？", "year?"),
	"role":    tongue.Of("这是什么？", "what is it?"),
	"replace": tongue.Of("怎么办？", "what is to be done?"),
}

// settle asks one question, with the answers that are likely, for what a flag would
// tell; false if there was no answer. Nothing, as a line of its own, leaves the file
// out.
func (c *command) settle(at *desk.Desk, t *desk.Told, d desk.Doubt, ask *asker) bool {
	q, known := questions[d.Flag]
	if !known {
		return false
	}
	choices := d.Choices
	for {
		for i, ch := range choices {
			show(ask.out, "    %d  %s%s\n", i+1, ch.Words.In(c.english), aside(ch.Value, ch.Words))
		}
		answer := ask.line(q.In(c.english))
		if n, err := strconv.Atoi(answer); err == nil && n >= 1 && n <= len(choices) {
			return c.answer(t, d.Flag, choices[n-1].Value)
		}
		if answer == "" {
			return false
		}
		var more []desk.Choice
		switch d.Flag {
		case "agency":
			for _, g := range at.Find(answer) {
				more = append(more, desk.Choice{Value: g.Slug, Words: tongue.ZH(g.Name)})
			}
			switch han := strings.ContainsFunc(answer, func(r rune) bool { return unicode.Is(unicode.Han, r) }); {
			case more != nil || slug.Is(answer):
			case han: // a body that is new, by its name
				t.Name = answer
				return true
			default:
				c.say(ask.out, "    没有找到 %s\n", "    nothing is called %s\n", answer)
				continue
			}
		case "region":
			for _, r := range region.Find(answer, pinyin.Of) {
				more = append(more, desk.Choice{Value: r.Code, Words: tongue.ZH(region.FullName(r.Code))})
			}
		}
		switch len(more) {
		case 0:
			return c.answer(t, d.Flag, answer)
		case 1:
			return c.answer(t, d.Flag, more[0].Value)
		}
		const most = 20
		choices = more[:min(len(more), most)]
	}
}

// aside shows the value of a choice that its words do not tell.
func aside(value string, words tongue.Text) string {
	if words.EN != "" {
		return ""
	}
	return "  " + value
}

// answer takes an answer as the flag of that name would be told; false where it
// changes nothing.
func (c *command) answer(t *desk.Told, flag, value string) bool {
	if flag == "replace" {
		if value == "replace" {
			t.Replace = true
			return true
		}
		flag = "role"
	}
	if flag == "year" {
		n, err := strconv.Atoi(value)
		t.Year = n
		return err == nil
	}
	into := map[string]*string{"agency": &t.Agency, "name": &t.Name, "region": &t.Region, "role": &t.Role}[flag]
	was := *into
	*into = value
	return value != was
}

// searched asks whether somebody looked through a file that no program reads: without
// that it is held and not offered.
func (c *command) searched(it *desk.Item, ask *asker) {
	if it.Report != nil || it.Told.Searched != "" || ask == nil {
		return
	}
	c.say(ask.out, "%s：程序没法在里面找身份证、手机、银行卡、护照号码。\n",
		"%s: no program can look for identity, mobile, bank card or passport numbers in it.\n", it.File.Name)
	if ask.yes(c.t("有人看过、确认没有吗？看过才提供原件下载。[y/N]", "Did somebody look, and find none? Only then is the file offered for download. [y/N]")) {
		it.Told.Searched = time.Now().Format(time.DateOnly)
	}
}
