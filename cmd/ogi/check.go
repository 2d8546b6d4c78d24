package main

import (
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/archive"
	"ogi/generator/check"
	"ogi/generator/diag"
	"ogi/generator/export"
	"ogi/generator/inbox"
	"ogi/generator/office/opinion"
	"ogi/generator/personal"
	"ogi/generator/rule"
)

func (c *command) check() *cobra.Command {
	var o checkOptions
	var d draftFlags
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Check reports against the statutory form and the law",
		Long: `check judges reports and prints a line for each finding:

  file:line:col: severity: message (rule)

Severities are S1 (serious), S2 and S3. A message that begins with 提示 is a
hint, one that begins with 无法判断 says what could not be decided and why. Of
several that one rule could not decide, and of several rules that lack the same
report, one line is printed; --all prints each. A finding about a cell ends with
its place in the form: 见表三 第5行 自然人列.

On a terminal the same is laid out for reading: under the name of each report,
wrapped, in colours (not where NO_COLOR is set), what could not be decided last.

A PATH is an archive folder, a folder or file of an archive, or any report file
outside one. Without PATH the archive of --dir is checked. A file outside an
archive is judged by itself; what it does not tell of itself can be given by
flags. The exit code is 1 where a fail is as grave as --fail-on or graver, and
where a file could not be used.

For a gate: --since REV judges all and tells of the reports that changed since a
git revision; --baseline FILE leaves out what --write-baseline FILE has kept. A
known finding is new again when its numbers change.

For an office that gathers drafts: --draft DIR reads a folder of drafts of any
kind, also in zips, leaves days of release out, pairs each with a unit of
--roster (CSV, Excel or Word with a column 单位; 类别, 区划代码 and 别名 are used
too) and compares it with --previous, a folder of last year's reports or an
archive. Of several files of a unit the report of the year is taken, 定稿 before
初稿; the overview names the rest. --out DIR2 gets an opinion sheet for each unit
(修改意见表, Word and Excel) and an overview; the next round with the same DIR2
takes what came since, and marks what is corrected, not corrected and new.`,
		Example: `  ogi check
  ogi check content/henan/weidong-sfj
  ogi check draft.docx --kind department --year 2025
  ogi check --fail-on S2 --only fail
  ogi check --format sarif > ogi.sarif
  ogi check --since origin/main --baseline known.json --fail-on S1
  ogi check --draft drafts --previous 2023 --roster units.csv --out opinions`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.runCheck(cmd, args, o, d)
		},
	}
	c.reading(cmd, &o.readOptions)
	c.draftFlags(cmd, &d)
	c.picking(cmd, &o.picking)
	cmd.Flags().StringVar(&o.format, "format", "text", "`format`: text, "+strings.Join(export.Formats, ", "))
	cmd.Flags().BoolVar(&o.all, "all", false, "print every check that could not be decided")
	cmd.Flags().StringVar(&o.failOn, "fail-on", "", "exit 1 on a fail of this `severity` or a graver one: S1, S2, S3")
	cmd.Flags().StringVar(&o.since, "since", "", "only reports whose files changed since this git `revision`")
	cmd.Flags().StringVar(&o.against, "against", "", c.againstHelp())
	cmd.Flags().StringVar(&o.baseline, "baseline", "", "leave out the findings that this `file` knows")
	cmd.Flags().StringVar(&o.writeBaseline, "write-baseline", "", "keep all findings as known ones in this `file`")
	cmd.Flags().StringSliceVar(&o.only, "only", nil, "print only findings of this `status`: fail, hint, unknown")
	_ = cmd.RegisterFlagCompletionFunc("format", words(append([]string{"text"}, export.Formats...)...))
	_ = cmd.RegisterFlagCompletionFunc("fail-on", words("S1", "S2", "S3"))
	_ = cmd.RegisterFlagCompletionFunc("only", words("fail", "hint", "unknown"))
	return cmd
}

// readOptions are the flags of commands that read and judge.
type readOptions struct {
	told   generator.Told
	lang   string
	strict bool
	inName string
}

// reading adds the flags for files outside an archive, and the language.
func (c *command) reading(cmd *cobra.Command, o *readOptions) {
	cmd.Flags().StringVar(&o.told.Agency, "agency", "", "`name` of the agency, for a file outside an archive")
	cmd.Flags().StringVar(&o.told.Kind, "kind", "", "`kind` of the agency, likewise: "+kinds)
	cmd.Flags().Var((*yearFlag)(&o.told.Year), "year", "report `year`, likewise")
	cmd.Flags().StringVar(&o.inName, "stdin-name", "stdin", c.t("- 所读标准输入的文件名 `name`", "file `name` of the standard input, for -"))
	cmd.Flags().BoolVar(&o.strict, "strict", false, "name files of an archive that no program reads, and exit 1 for them")
	_ = cmd.RegisterFlagCompletionFunc("kind", words(kindList...))
}

var (
	kindList = []string{"government", "department", "township", "subdistrict", "zone", "vertical", "authorised"}
	kinds    = strings.Join(kindList, ", ")
)

// checkOptions are the flags of check.
type checkOptions struct {
	readOptions
	failOn, format                 string
	since, baseline, writeBaseline string
	picking
	against string
	only    []string
	all     bool
}

// misused tells of flags that cannot be meant together or as they are.
func (o checkOptions) misused(cmd *cobra.Command, d draftFlags) error {
	for _, s := range o.only {
		if !slices.Contains([]string{"fail", "hint", "unknown"}, s) {
			return usagef("--only cannot be %q: fail, hint or unknown", s)
		}
	}
	switch {
	case o.format != "text" && !slices.Contains(export.Formats, o.format):
		return usagef("--format cannot be %q: text, %s", o.format, strings.Join(export.Formats, ", "))
	case cmd.Flags().Changed("since") && o.since == "":
		return usagef("--since names no revision")
	case o.since != "" && o.writeBaseline != "":
		return usagef("--write-baseline keeps what is known of all reports: leave --since out")
	case !d.draft && (d.previous != "" || d.roster != "" || d.out != ""):
		return usagef("--previous, --roster and --out are for drafts: add --draft")
	case d.draft && (o.told.Agency != "" || o.told.Kind != ""):
		return usagef("--agency and --kind are for single files: the roster tells of the units of drafts")
	case d.draft && o.against != "":
		return usagef("--against is for an archive: drafts are published nowhere")
	case d.draft && o.since != "":
		return usagef("--since is for an archive: the rounds of --out tell what changed in drafts")
	}
	return nil
}

func (c *command) runCheck(cmd *cobra.Command, paths []string, o checkOptions, d draftFlags) error {
	o.lang = c.findingsIn()
	grave, err := severity(o.failOn)
	if err != nil {
		return err
	}
	if err := o.misused(cmd, d); err != nil {
		return err
	}
	pick, offs, err := c.pick(o.picking)
	if err != nil {
		return err
	}
	var old baseline
	if o.baseline != "" {
		if old, err = readBaseline(o.baseline); err != nil {
			return err
		}
	}
	var js []generator.Judged
	var view *opinion.Overview
	var problems []diag.Diagnostic
	bad := false
	if d.draft {
		d.pick, d.offs = pick, offs
		js, view, problems, bad, err = c.drafts(cmd, paths, o.told.Year, d)
	} else {
		js, problems, bad, err = c.judge(cmd, paths, o.readOptions)
	}
	if err != nil {
		return err
	}
	for i := range js {
		js[i].Judgement = pick.Of(js[i].Judgement)
	}
	if o.against != "" {
		gone, err := c.lost(cmd, paths, o.against)
		if err != nil {
			return err
		}
		bad = bad || gone
	}
	if o.since != "" {
		if js, err = generator.Since(cmd.Context(), js, o.since); err != nil {
			return err
		}
	}
	for i := range js {
		js[i].File = personal.Path(js[i].File) // from here on it is printed
	}
	js, left, err := c.baselines(js, o, old)
	if err != nil {
		return err
	}
	switch {
	case o.format != "text":
		err = c.export(ofStatus(js, o.only), problems, grave, o)
	case view != nil:
		c.overview(view, d.out)
	default:
		c.findings(js, o, left)
	}
	if err != nil {
		return err
	}
	if bad || failed(js, grave) {
		return errQuiet
	}
	return nil
}

// baselines keeps what was found as known, and leaves out what the old baseline
// knows; left is how many findings that are.
func (c *command) baselines(js []generator.Judged, o checkOptions, old baseline) (rest []generator.Judged, left int, err error) {
	if o.writeBaseline != "" {
		n, err := writeBaseline(o.writeBaseline, js)
		if err != nil {
			return nil, 0, err
		}
		show(c.err, "%s: %s known now\n", o.writeBaseline, plural(n, "finding"))
	}
	if o.baseline == "" {
		return js, 0, nil
	}
	rest, left, gone := old.unknown(js)
	if gone > 0 {
		show(c.err, "%s: %s no longer found; --write-baseline brings it up to date\n", o.baseline, plural(gone, "known finding"))
	}
	return rest, left, nil
}

// export writes what was found for other programs.
func (c *command) export(js []generator.Judged, problems []diag.Diagnostic, gate check.Severity, o checkOptions) error {
	items := make([]export.Item, len(js))
	for i, j := range js {
		items[i] = export.Item{File: j.File, Entry: j.Entry, Judgement: j.Judgement}
	}
	return export.Write(c.data, o.format, items, export.Options{
		English: o.lang == "en", Version: generator.Version, Problems: problems, FailOn: gate, Doc: rule.Doc, Home: home(generator.Repository + "@"),
	})
}

// failed reports whether there is a fail as grave as s or graver.
func failed(js []generator.Judged, s check.Severity) bool {
	return slices.ContainsFunc(js, func(j generator.Judged) bool {
		return slices.ContainsFunc(j.Judgement.Findings, func(f check.Finding) bool {
			return f.Status == check.Fail && f.Severity <= s && f.Counts()
		})
	})
}

// paths are those that were named, else the archive of --dir.
func (c *command) paths(named []string) []string {
	if len(named) == 0 {
		return []string{c.dir}
	}
	return named
}

// judge reads and judges, says what could not be used, and whether there was
// such.
func (c *command) judge(cmd *cobra.Command, paths []string, o readOptions) ([]generator.Judged, []diag.Diagnostic, bool, error) {
	if o.told.Kind != "" && !slices.Contains(kindList, o.told.Kind) {
		return nil, nil, false, c.usage("--kind 不能是 %q：%s 之一", "--kind cannot be %q: one of %s", o.told.Kind, kinds)
	}
	stdin, err := c.stdin(paths, o.inName)
	if err != nil {
		return nil, nil, false, err
	}
	bar := newBar(c.screen)
	js, ds, err := generator.Judge(cmd.Context(), generator.Request{Paths: c.paths(paths), Told: o.told, Progress: bar.step, Stdin: stdin})
	bar.end()
	ds = c.held(ds, o.strict)
	return js, masks(ds), c.tell(ds, level(false)), err
}

// stdin is the standard input where - is among the paths. An address of the web is told
// apart from a file that is not there.
func (c *command) stdin(paths []string, name string) (*inbox.File, error) {
	for _, p := range paths {
		if err := c.offline(p); err != nil {
			return nil, err
		}
		if p != "-" {
			continue
		}
		b, err := io.ReadAll(io.LimitReader(c.in, archive.MaxReport+1))
		if err != nil {
			return nil, c.fail("标准输入：%w", "standard input: %w", err)
		}
		if len(b) > archive.MaxReport {
			return nil, c.fail("标准输入超过一份报告的上限 %d MB", "standard input: more than the %d MB a report may have", archive.MaxReport>>20)
		}
		return &inbox.File{Name: name, Bytes: b}, nil
	}
	return nil, nil
}

// offline refuses an address of the web.
func (c *command) offline(p string) error {
	if strings.HasPrefix(p, "http://") || strings.HasPrefix(p, "https://") {
		return c.usage("%s 是网址，ogi 不上网：请先下载，如 curl -s 网址 | ogi check -", "%s is a web address, and ogi uses no network: fetch it first, as in curl -s URL | ogi check -", p)
	}
	return nil
}

// masks gives problems as other programs may get them.
func masks(ds []diag.Diagnostic) []diag.Diagnostic {
	out := slices.Clone(ds)
	for i := range out {
		out[i].File, out[i].Message, out[i].Remedy = personal.Path(out[i].File), personal.Mask(out[i].Message), personal.Mask(out[i].Remedy)
	}
	return out
}

func severity(s string) (check.Severity, error) {
	switch s {
	case "":
		return 0, nil
	case "S1", "s1":
		return check.S1, nil
	case "S2", "s2":
		return check.S2, nil
	case "S3", "s3":
		return check.S3, nil
	}
	return 0, usagef("--fail-on cannot be %q: S1, S2 or S3", s)
}
