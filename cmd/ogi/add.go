package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/desk"
	"ogi/generator/diag"
	"ogi/generator/inbox"
	"ogi/generator/office/roster"
)

var roleList = []string{"main", "attachment", "earlier", "corrected"}

func (c *command) add() *cobra.Command {
	var o addOptions
	t := &o.told
	cmd := &cobra.Command{
		Use:   c.t("add 文件…", "add FILE…"),
		Short: c.t("把报告放进档案", "Put reports into the archive"),
		Long: c.t(`add 读取报告，说明读到什么、有什么疑问，然后放进档案：文件原样不动，
旁边的 <年度>.toml 写它的 SHA-256 和所告知的情况。档案里还没有的机关，给它建一个
文件夹：由区划和职能取名，取不出的用区划和名称的拼音；每个机关一个，不与别的机关
共用。--roster 给的名册可以写明网址和区划。

文件可以是报告、文件夹、压缩包（里面还有压缩包也行），- 表示标准输入。在终端上，有
疑问就问，写入之前也问；不在终端上，用选项说明，并加 --yes。有疑问的文件不放，退出
码是 1。--dry-run 只列出会放到哪里，什么也不写。

不覆盖任何文件：当年已有报告的，--replace 把旧的留作 captures/<年度>/ 下的此前版本，
--role 把新的放在旁边。所有改动要么都做，要么都不做。`, `add reads reports, says what it understood and what it doubts, and puts them
into the archive: the bytes as they came, and beside them <year>.toml with their
SHA-256 and what was told of them. An agency that the archive does not have yet
gets a folder, named by region and function, or else by region and the pinyin of
its name; each has its own. --roster, a list of units, may say folders and regions.

A FILE is a report, a folder, a zip (zips in it too) or - for the standard input.
On a terminal add asks what is not clear and before it writes; elsewhere flags
must tell, and --yes. A file in doubt is left out, the exit code is then 1.
--dry-run lists what would go where, and writes nothing.

Nothing is overwritten: where a report of the year is there, --replace keeps its
bytes as an earlier version under captures/<year>/, and --role files the new one
beside it. Either all changes are made or none.`),
		Example: `  ogi add 2025.pdf --published 2026-01-20 --source https://example.org/2025.pdf
  ogi add reports.zip --roster units.csv --dry-run
  ogi add annex.xlsx --agency weidong-sfj --year 2025 --role attachment --yes
  curl -s https://example.org/2025.html | ogi add - --agency weidong-sfj --yes`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.usage("add 要一个文件：报告、文件夹、压缩包，或 - 表示标准输入", "add needs a FILE: a report, a folder, a zip, or - for the standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.runAdd(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&t.Agency, "agency", "", c.t("机关的文件夹名 `slug`", "`slug` of the agency: its folder's name"))
	f.StringVar(&t.Name, "name", "", c.t("新机关的全称 `name`", "full `name` of an agency that is new"))
	f.StringVar(&t.Region, "region", "", c.t("所在区划的代码或名称 `code`", "`code` or name of its division"))
	f.StringVar(&t.Kind, "kind", "", c.t("从名称看不出时写类别 `kind`：", "its `kind`, where the name does not tell: ")+kinds)
	f.Var((*yearFlag)(&t.Year), "year", c.t("报告年度 `year`", "report `year`"))
	f.StringVar(&t.Source, "source", "", c.t("公布的网址 `address`", "`address` it was published at"))
	f.StringVar(&t.Published, "published", "", c.t("公布日期 `date`，如 2026-01-20", "`date` it was published, as 2026-01-20"))
	f.StringVar(&t.Captured, "captured", "", c.t("取得日期 `date`", "`date` it was fetched"))
	f.StringVar(&t.Searched, "searched", "", c.t("程序读不了的文件：哪一天 `date` 有人看过、没有个人的号码", "`date` on which somebody looked for numbers of persons in a file that no program reads, and found none"))
	f.StringVar(&t.Role, "role", "", c.t("放在年报旁边的身份 `role`：", "`role` beside the report: ")+strings.Join(roleList[1:], ", "))
	f.BoolVar(&t.Replace, "replace", false, c.t("替换已有的年报，旧的留作此前版本", "take the place of the report that is there, which becomes an earlier version"))
	f.StringVar(&o.roster, "roster", "", c.t("单位名册 `file`（CSV、Excel、Word）：单位，可有 区划代码、网址（文件夹名）、类别、别名", "`file` (CSV, Excel, Word) that lists the units: 单位, and if you like 区划代码, 网址 (their folder), 类别, 别名"))
	f.BoolVar(&o.dry, "dry-run", false, c.t("只列出会放到哪里，不写", "list what would go where, and write nothing"))
	f.BoolVarP(&o.yes, "yes", "y", false, c.t("不问", "do not ask"))
	f.StringVar(&o.inName, "stdin-name", "stdin", c.t("标准输入的文件名 `name`；字节看不出种类时看它的结尾", "file `name` of the standard input; its end tells the kind where the bytes do not"))
	_ = cmd.MarkFlagFilename("roster", rosterKinds...)
	_ = cmd.RegisterFlagCompletionFunc("kind", words(kindList...))
	_ = cmd.RegisterFlagCompletionFunc("role", words(roleList...))
	return cmd
}

// addOptions are the flags of add.
type addOptions struct {
	told           desk.Told
	roster, inName string
	yes, dry       bool
}

func (c *command) toldWell(t desk.Told) error {
	if t.Role != "" && !slices.Contains(roleList, t.Role) {
		return c.usage("--role 不能是 %q：%s", "--role cannot be %q: %s", t.Role, strings.Join(roleList, ", "))
	}
	if t.Kind != "" && !slices.Contains(kindList, t.Kind) {
		return c.usage("--kind 不能是 %q：%s 之一", "--kind cannot be %q: one of %s", t.Kind, kinds)
	}
	for flag, d := range map[string]string{"published": t.Published, "captured": t.Captured, "searched": t.Searched} {
		if _, err := time.Parse(time.DateOnly, d); d != "" && err != nil {
			return c.usage("--%s 不能是 %q：日期，如 2026-01-20", "--%s cannot be %q: a date as 2026-01-20", flag, d)
		}
	}
	if t.Source != "" && !strings.HasPrefix(t.Source, "http://") && !strings.HasPrefix(t.Source, "https://") {
		return c.usage("--source 不能是 %q：完整的网址，如 https://example.org/2025.html", "--source cannot be %q: a whole address, as https://example.org/2025.html", t.Source)
	}
	return nil
}

func (c *command) runAdd(cmd *cobra.Command, args []string, o addOptions) error {
	t := o.told
	if err := c.toldWell(t); err != nil {
		return err
	}
	var err error
	if t.Region, err = c.code(t.Region); err != nil {
		return err
	}
	if o.roster != "" {
		us, ds, err := roster.Load(o.roster)
		c.tell(ds, diag.Warning)
		if err != nil {
			return err
		}
		t.Roster = us
	}
	files, passed, err := desk.Gather(args, c.in, o.inName)
	if err != nil {
		return err
	}
	if n := len(passed); n > 0 {
		names := strings.Join(passed[:min(n, 5)], ", ")
		if n > 5 {
			names += ", …"
		}
		c.say(c.err, "没有读：名称不像报告，或是链接：%s（要加入请写明）\n", "passed over, no report by name or a link: %s (name one to add it)\n", names)
	}
	folder, err := generator.Open(c.dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	bar := newBar(c.screen)
	at := desk.Open(folder, func(n, of int) { bar.step("reading", n, of) })
	bar.end()
	ask := c.asker(cmd.Context(), o.yes || o.dry || slices.Contains(args, "-"))

	var ready []*desk.Item
	var rows []preview
	left, skipped, taken := 0, 0, map[string]string{}
	for _, f := range files {
		it := c.understand(at, f, t, ask)
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		place := fmt.Sprintf("%s/%d", it.Slug(), it.Year)
		row := preview{it: it, mark: "?"}
		switch {
		case it.Same != "":
			skipped++
			row.mark = "="
		case len(it.Doubts) > 0:
			left++
		case taken[place] != "":
			row.other = taken[place]
			c.say(c.out, "  ?         %[1]s 也是 %[2]s 的\n            请单独加入，用 --role attachment 或 --role corrected\n",
				"  ?         %[1]s is of %[2]s too\n            add it alone, with --role attachment or --role corrected\n", taken[place], place)
			left++
		default:
			taken[place] = f.Name
			row.mark = "+"
			c.searched(it, ask)
			at.Take(it)
			ready = append(ready, it)
		}
		rows = append(rows, row)
	}
	if o.dry || len(rows) > 1 {
		c.preview(rows)
	}
	if len(ready) > 0 && !o.dry {
		if err := c.file(cmd.Context(), at, ready, o.yes, ask); err != nil {
			return err
		}
	}
	if left > 0 {
		c.say(c.err, "%s没有加入：请用所列的选项解决标 ? 的疑问\n", "%s not added: settle what is marked ? with the flags named there\n", c.count(left, "个文件", "file"))
		return errQuiet
	}
	if skipped == len(files) {
		c.say(c.err, "没有要做的：档案里都有了\n", "nothing to do: the archive holds all of it\n")
	}
	return nil
}

// understand reads a file, prints what was understood, and asks until nothing
// is in doubt or no answer comes.
func (c *command) understand(at *desk.Desk, f inbox.File, t desk.Told, ask *asker) *desk.Item {
	for {
		it, j := at.Read(f, t)
		c.print(it, j)
		if len(it.Doubts) == 0 || ask == nil || it.Same != "" {
			return it
		}
		if !c.settle(at, &t, it.Doubts[0], ask) {
			return it
		}
	}
}

// file puts the items in place once that is agreed to.
func (c *command) file(ctx context.Context, at *desk.Desk, items []*desk.Item, yes bool, ask *asker) error {
	if !yes {
		n := c.count(len(items), "个文件", "file")
		if ask == nil {
			return c.fail("没有写入：会加入%s；要加入请写 --yes", "nothing was written: %s would be added; say so with --yes", n)
		}
		if !ask.yes(fmt.Sprintf(c.t("放入%s？[y/N]", "put %s in place? [y/N]"), n)) {
			if err := ctx.Err(); err != nil {
				return err
			}
			c.say(c.err, "没有写入任何文件\n", "nothing was written\n")
			return errQuiet
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := at.File(items); err != nil {
		return c.nothing(err)
	}
	for _, it := range items {
		c.say(c.out, "已加入 %s\n", "added %s\n", it.To())
		if it.Report == nil {
			c.say(c.err, "下一步：ogi transcribe %s/%d\n", "next: ogi transcribe %s/%d\n", it.Slug(), it.Year)
		}
	}
	return nil
}

// A preview is one line of what would be done: + is added, = is there, ? is in doubt.
type preview struct {
	it    *desk.Item
	mark  string
	other string // the file that is of the same place
}

// preview lists what would go where: a line a file where the terminal is wide
// enough, else two.
func (c *command) preview(rows []preview) {
	wide := c.wide
	if wide == 0 {
		wide = 1 << 20
	}
	places := make([]string, len(rows))
	most := 0
	for i, r := range rows {
		switch it := r.it; {
		case r.mark == "+":
			places[i] = it.To()
		case r.mark == "=":
			places[i] = it.Same
		case r.other != "":
			places[i] = c.t("同一年度还有 ", "the year has ") + r.other
		default:
			places[i] = it.Doubts[0].Message.In(c.english)
		}
		if r.mark != "?" {
			most = max(most, wideOf(places[i]))
		}
	}
	show(c.out, "\n")
	for i, r := range rows {
		name := r.it.Name()
		if r.it.New != nil && r.mark == "+" {
			name += c.t("（新）", " (new)")
		}
		rest := strings.TrimSpace(name + "  " + path.Base(r.it.File.Name))
		line := r.mark + " " + places[i] + strings.Repeat(" ", max(most-wideOf(places[i]), 0)) + "  " + rest
		if wideOf(line) <= wide {
			show(c.out, "%s\n", line)
			continue
		}
		for k, l := range append(wrap(places[i], wide-2), wrap(rest, wide-4)...) {
			if k == 0 {
				show(c.out, "%s %s\n", r.mark, l)
			} else {
				show(c.out, "    %s\n", l)
			}
		}
	}
}

// refusal is the part of an error that says what to do.
func refusal(err error) (*inbox.Error, bool) {
	var e *inbox.Error
	return e, errors.As(err, &e)
}
