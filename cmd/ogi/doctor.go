package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"ogi"
	"ogi/generator"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/disk"
	"ogi/generator/doctor"
	"ogi/generator/filing"
	"ogi/generator/ledger"
	"ogi/generator/personal"
	"ogi/generator/sign"
)

func (c *command) againstHelp() string {
	return c.t("另外说明这里面 `what` 有、现在没有的：网站的网址或文件夹、档案文件夹、清单（content/ledger.tsv）、git 修订",
		"also tell what is gone that was in `what`: a site's address or folder, an archive folder, a list (content/ledger.tsv) or a git revision")
}

func (c *command) doctor() *cobra.Command {
	var against, format, base string
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: c.t("档案是否完好，还缺什么", "Tell whether the archive is sound and what it still needs"),
		Long: c.t(`doctor 查看档案本身，不管机关报了什么：读不了的文件，字节与 SHA-256 不符的，收录
或公布过而现在没有的文件和网址，页面上等维护者填写的空白，没有写的 contact 和
base_url，不起作用的模板，离 GitHub Pages 的 1 GB 还有多远。它什么都不改。

要改的是 error，退出码为 1；值得看一眼的是 warning。--against 与先前的状态比较，
新检出的档案没有 public/ 可比，也能比。`, `doctor looks at the archive, not at what agencies reported: files that cannot be
read, bytes that are not what their SHA-256 says, files and addresses that were
held or published and are no more, pages with blanks for the keeper's words,
missing contact or base_url, templates that take no one's place, and how near the
site is to the 1 GB of GitHub Pages. It changes nothing.

What is to be mended is an error, and the exit code is then 1; what is worth a
look is a warning. --against compares with an earlier state, also in a fresh
checkout, where public/ is not there to compare with.`),
		Example: `  ogi doctor
  ogi doctor --against https://example.org/reports/
  ogi doctor --against origin/main --format github`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			base, err := c.baseURL(base)
			if err != nil {
				return err
			}
			bar := newBar(c.screen)
			h, err := doctor.Examine(cmd.Context(), doctor.Question{Dir: c.dir, Files: ogi.Files, Against: against, BaseURL: base, Progress: bar.step})
			bar.end()
			if err != nil {
				return err
			}
			switch format {
			case "text":
				c.health(h)
			case "json":
				err = c.healthJSON(h)
			case "github":
				_, err = c.data.Write(annotations(h.Found))
			default:
				return c.usage("--format 不能是 %q：text、json、github", "--format cannot be %q: text, json, github", format)
			}
			if err == nil && !h.Sound() {
				return errQuiet
			}
			return err
		},
	}
	cmd.Flags().StringVar(&against, "against", "", c.againstHelp())
	cmd.Flags().StringVar(&format, "format", "text", c.t("格式 `format`：text、json、github", "`format`: text, json, github"))
	cmd.Flags().StringVar(&base, "base-url", "", c.t("代替 site.toml 里 base_url 的网址 `address`", "`address` that takes the place of base_url in site.toml"))
	_ = cmd.RegisterFlagCompletionFunc("format", words("text", "json", "github"))
	return cmd
}

// health tells it to people, wrapped where there is a terminal.
func (c *command) health(h *doctor.Health) {
	n := [3]int{}
	for _, d := range h.Found {
		d.File = personal.Path(d.File)
		n[d.Level]++
		if c.wide == 0 {
			show(c.out, "%s\n", d)
			continue
		}
		for line := range strings.SplitSeq(d.String(), "\n") {
			own, indent := strings.CutPrefix(line, "\t")
			margin := ""
			if indent {
				margin = "    "
			}
			for _, l := range wrap(own, max(20, c.wide-len(margin))) {
				show(c.out, "%s%s\n", margin, l)
			}
		}
	}
	size := ""
	if h.Bytes > 0 {
		size = "，网站" + amount(float64(h.Bytes))
	}
	line := fmt.Sprintf("%d个机关、%d份报告、%d个文件、%d页%s：", h.Agencies, h.Reports, h.Files, h.Pages, size)
	switch {
	case n[diag.Error] > 0:
		line += fmt.Sprintf("%d处要改，%d处要看", n[diag.Error], n[diag.Warning])
	case n[diag.Warning] > 0:
		line += fmt.Sprintf("完好，%d处要看", n[diag.Warning])
	default:
		line += "完好"
	}
	show(c.out, "%s\n", line)
}

// healthJSON tells it to programs.
func (c *command) healthJSON(h *doctor.Health) error {
	type found struct {
		Level   string `json:"level"`
		Code    string `json:"code"`
		File    string `json:"file"`
		Place   string `json:"place,omitempty"`
		Message string `json:"message"`
		Remedy  string `json:"remedy,omitempty"`
	}
	out := struct {
		Sound    bool    `json:"sound"`
		Agencies int     `json:"agencies"`
		Reports  int     `json:"reports"`
		Files    int     `json:"files"`
		Pages    int     `json:"pages"`
		Bytes    int64   `json:"bytes"`
		Found    []found `json:"found"`
	}{h.Sound(), h.Agencies, h.Reports, h.Files, h.Pages, h.Bytes, []found{}}
	for _, d := range h.Found {
		f := found{Level: d.Level.String(), Code: d.Code, File: personal.Path(d.File), Message: d.Message, Remedy: d.Remedy}
		if !d.Pos.IsZero() {
			f.Place = d.Pos.String()
		}
		out.Found = append(out.Found, f)
	}
	b, err := json.MarshalIndent(out, "", "\t")
	if err == nil {
		_, err = c.data.Write(append(b, '\n'))
	}
	return err
}

// annotations are what was found as commands of a GitHub workflow; no name or text
// can begin another.
func annotations(ds []diag.Diagnostic) []byte {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	var b strings.Builder
	for _, d := range ds {
		level := "warning"
		if d.Level == diag.Error {
			level = "error"
		}
		at := "file=" + property.Replace(sign.Line(personal.Path(d.File)))
		if d.Pos.Line > 0 {
			at += fmt.Sprintf(",line=%d", d.Pos.Line)
		}
		text := sign.Line(d.Message)
		if d.Remedy != "" {
			text += "。" + sign.Line(d.Remedy)
		}
		b.WriteString("::" + level + " " + at + ",title=" + property.Replace(d.Code) + "::" + data.Replace(text) + "\n")
	}
	return []byte(b.String())
}

func (c *command) ledger() *cobra.Command {
	var drop bool
	cmd := &cobra.Command{
		Use:   "ledger",
		Short: c.t("更新收录清单", "Bring the list of what is held up to date"),
		Long: c.t(`ledger 写 content/ledger.tsv：收录的每个文件、它的 SHA-256 和页面的网址。请与档案
一并提交：少了哪个文件、哪个网址，check 和 doctor 凭它看得出来，新检出的也一样。
add 和 move 自己会写。

清单里有而现在没有的文件，那一行留着，命令以失败告终；--drop 才忘掉它。`, `ledger writes content/ledger.tsv: each file that is held, its SHA-256 and the
address of its page. Commit it with the archive: where a file or an address goes
missing, check and doctor notice it by the list, also in a fresh checkout. add and
move keep it by themselves.

What the list tells of a file that is no more stays, and the command fails; --drop
forgets it.`),
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			f, err := generator.Open(c.dir)
			if err != nil {
				return err
			}
			defer f.Close()
			var gone []ledger.Line
			n := 0
			edit := func(old []byte) ([]byte, error) {
				ls, lost, err := doctor.Listed(f, old, drop)
				gone, n = lost, len(ls)
				if err == nil && len(lost) > 0 && !drop {
					err = errGone
				}
				return ledger.Text(ls), err
			}
			err = f.File([]filing.Change{{Path: ledger.Path, Edit: edit}})
			for _, l := range gone {
				show(c.err, "%s: %s\n", personal.Path(l.Path), "不见了，或者字节变了")
			}
			switch {
			case errors.Is(err, errGone):
				c.say(c.err, "什么都没有写：清单里的%s不在了；请恢复，或用 --drop 忘掉\n", "nothing was written: %s of the list not held any more; bring them back, or forget them with --drop\n", c.count(len(gone), "个文件", "file"))
				return errQuiet
			case err != nil:
				return err
			}
			show(c.out, "%s: %s\n", ledger.Path, c.count(n, "个文件", "file"))
			return nil
		},
	}
	cmd.Flags().BoolVar(&drop, "drop", false, c.t("忘掉不在了的", "forget what is no more"))
	return cmd
}

var errGone = errors.New("files of the list are gone")

// baseURL is the address under which the site is to be published, as it is told
// besides site.toml: by a flag, else by the environment.
func (c *command) baseURL(flag string) (string, error) {
	from, s := "--base-url", flag
	if s == "" {
		from, s = "OGI_BASE_URL", os.Getenv("OGI_BASE_URL")
	}
	if s == "" {
		return "", nil
	}
	if !config.IsBase(s) {
		return "", c.usage("%s 不能是 %q：要写 http 或 https 网址，到文件夹为止，如 https://example.org/reports/；只用 ASCII，不带 ?、# 和文件名", "%s cannot be %q: an http or https address of a folder, as https://example.org/reports/, in ASCII, without ?, # or a file's name", from, s)
	}
	return s, nil
}

// lost tells what is no more that an earlier state of the archive had.
func (c *command) lost(cmd *cobra.Command, paths []string, against string) (bool, error) {
	bad := false
	for _, p := range c.paths(paths) {
		st, err := os.Stat(p)
		if err != nil {
			return false, disk.At(p, err)
		}
		root, _ := generator.Enclosing(p, st.IsDir())
		if root == "" {
			return false, c.usage("--against 用于档案：%s 不在档案里", "--against is for an archive: %s lies in none", p)
		}
		ds, err := doctor.Lost(cmd.Context(), doctor.Question{Dir: root, Files: ogi.Files, Against: against})
		if err != nil {
			return false, err
		}
		bad = c.tell(ds, level(false)) || bad
	}
	return bad, nil
}
