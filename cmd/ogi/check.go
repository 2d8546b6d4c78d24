package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/export"
	"ogi/generator/source"
)

func (c *command) check() *cobra.Command {
	var q generator.Request
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Check reports against the statutory form and the law",
		Long: `check judges reports and prints a line for each finding:

  file:line:col: severity: message (rule)

Severities are S1 (serious), S2 and S3. A message that begins with 提示 is a
hint, one that begins with 无法判断 says what could not be decided and why. Of
several that one rule could not decide the first is printed; --all prints each.

A PATH is an archive folder, a folder or file of an archive, or any report file
outside one. Without PATH the archive of --dir is checked. A file outside an
archive is judged by itself; what it does not tell of itself can be given by
flags. The exit code is 1 where a fail is as grave as --fail-on or graver, and
where a file could not be used.`,
		Example: `  ogi check
  ogi check content/henan/weidong-sfj
  ogi check draft.docx --kind department --year 2025
  ogi check --fail-on S2 --only fail
  ogi check --format sarif > ogi.sarif`,
		RunE: func(cmd *cobra.Command, args []string) error {
			q.Dir, q.Paths = c.dir, args
			return c.runCheck(cmd, q, o)
		},
	}
	c.reading(cmd, &q, &o.lang)
	cmd.Flags().StringVar(&o.format, "format", "text", "`format`: text, "+strings.Join(export.Formats, ", "))
	cmd.Flags().BoolVar(&o.all, "all", false, "print every check that could not be decided")
	cmd.Flags().StringVar(&o.failOn, "fail-on", "", "exit 1 on a fail of this `severity` or a graver one: S1, S2, S3")
	cmd.Flags().StringSliceVar(&o.only, "only", nil, "print only findings of this `status`: fail, hint, unknown")
	_ = cmd.RegisterFlagCompletionFunc("format", words(append([]string{"text"}, export.Formats...)...))
	_ = cmd.RegisterFlagCompletionFunc("fail-on", words("S1", "S2", "S3"))
	_ = cmd.RegisterFlagCompletionFunc("only", words("fail", "hint", "unknown"))
	return cmd
}

// reading adds the flags for files outside an archive, and the language.
func (c *command) reading(cmd *cobra.Command, q *generator.Request, lang *string) {
	cmd.Flags().StringVar(&q.Agency, "agency", "", "`name` of the agency, for a file outside an archive")
	cmd.Flags().StringVar(&q.Kind, "kind", "", "`kind` of the agency, likewise: "+kinds)
	cmd.Flags().IntVar(&q.Year, "year", 0, "report `year`, likewise")
	cmd.Flags().StringVar(lang, "lang", "zh", "`language` of messages: zh or en")
	_ = cmd.RegisterFlagCompletionFunc("kind", words("government", "department", "township", "subdistrict", "zone", "vertical", "authorised"))
	_ = cmd.RegisterFlagCompletionFunc("lang", words("zh", "en"))
}

const kinds = "government, department, township, subdistrict, zone, vertical, authorised"

// checkOptions are the flags of check.
type checkOptions struct {
	failOn, lang, format string
	only                 []string
	all                  bool
}

func (c *command) runCheck(cmd *cobra.Command, q generator.Request, o checkOptions) error {
	grave, err := severity(o.failOn)
	if err != nil {
		return err
	}
	for _, s := range o.only {
		if !slices.Contains([]string{"fail", "hint", "unknown"}, s) {
			return usagef("--only cannot be %q: fail, hint or unknown", s)
		}
	}
	if o.format != "text" && !slices.Contains(export.Formats, o.format) {
		return usagef("--format cannot be %q: text, %s", o.format, strings.Join(export.Formats, ", "))
	}
	js, bad, err := c.judge(cmd, q, o.lang)
	if err != nil {
		return err
	}
	if o.format == "text" {
		c.findings(js, o)
	} else {
		items := make([]export.Item, len(js))
		for i, j := range js {
			items[i] = export.Item{File: j.File, Entry: j.Entry, Judgement: j.Judgement}
		}
		if err := export.Write(c.data, o.format, items, export.Options{English: o.lang == "en", Version: generator.Version}); err != nil {
			return err
		}
	}
	if bad || failed(js, grave) {
		return errQuiet
	}
	return nil
}

// failed reports whether there is a fail as grave as s or graver.
func failed(js []generator.Judged, s check.Severity) bool {
	return slices.ContainsFunc(js, func(j generator.Judged) bool {
		return slices.ContainsFunc(j.Judgement.Findings, func(f check.Finding) bool {
			return f.Status == check.Fail && f.Severity <= s && f.Counts()
		})
	})
}

// findings prints a line for each finding, a blank line between reports, and
// the counts.
func (c *command) findings(js []generator.Judged, o checkOptions) {
	var n [4]int // by severity
	undecidable, printed := 0, false
	for _, j := range js {
		var lines []string
		for _, f := range fold(sorted(j.Judgement.Findings), o.all) {
			if f.Status == check.Unknown {
				undecidable += f.more + 1
			} else {
				n[f.Severity]++
			}
			if len(o.only) == 0 || slices.Contains(o.only, f.Status.String()) {
				lines = append(lines, line(j.File, f, o.lang == "en"))
			}
		}
		if len(lines) > 0 && printed {
			fmt.Fprintln(c.out)
		}
		for _, l := range lines {
			fmt.Fprintln(c.out, l)
			printed = true
		}
	}
	fmt.Fprintf(c.out, "%s; findings: %d S1, %d S2, %d S3; %d undecidable\n", plural(len(js), "report"), n[1], n[2], n[3], undecidable)
}

// A folded finding stands for itself and for more of its rule.
type folded struct {
	check.Finding
	more int
}

// fold keeps, of what one rule could not decide, the gravest that comes first,
// and leaves out what a reviewed note took back.
func fold(fs []check.Finding, all bool) []folded {
	var out []folded
	first := map[*check.Rule]int{}
	for _, f := range fs {
		if !f.Counts() {
			continue
		}
		at, seen := first[f.Rule]
		if f.Status != check.Unknown || all || !seen {
			if f.Status == check.Unknown {
				first[f.Rule] = len(out)
			}
			out = append(out, folded{f, 0})
			continue
		}
		if f.Severity < out[at].Severity {
			out[at].Finding = f
		}
		out[at].more++
	}
	return out
}

// judge reads and judges, says what could not be used, and whether there was
// such.
func (c *command) judge(cmd *cobra.Command, q generator.Request, lang string) ([]generator.Judged, bool, error) {
	if lang != "zh" && lang != "en" {
		return nil, false, usagef("--lang cannot be %q: zh or en", lang)
	}
	if q.Kind != "" && !slices.Contains(kindList, q.Kind) {
		return nil, false, usagef("--kind cannot be %q: one of %s", q.Kind, kinds)
	}
	bar := newBar(c.screen)
	q.Progress = bar.step
	js, ds, err := generator.Judge(cmd.Context(), q)
	bar.end()
	return js, c.tell(ds, level(false)), err
}

var kindList = []string{"government", "department", "township", "subdistrict", "zone", "vertical", "authorised"}

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

// sorted puts findings in the order of the file; those without a place first.
func sorted(fs []check.Finding) []check.Finding {
	fs = slices.Clone(fs)
	slices.SortStableFunc(fs, func(a, b check.Finding) int {
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line - b.Pos.Line
		}
		return a.Pos.Col - b.Pos.Col
	})
	return fs
}

func line(file string, f folded, english bool) string {
	msg := f.Message
	if english && f.MessageEN != "" {
		msg = f.MessageEN
	}
	switch {
	case f.Status == check.Hint && english:
		msg = "hint: " + msg
	case f.Status == check.Hint:
		msg = "提示：" + msg
	case f.Status == check.Unknown && english:
		msg = "cannot be determined: " + msg
	case f.Status == check.Unknown:
		msg = "无法判断：" + msg
	}
	if f.Formula != "" {
		msg += " [" + f.Formula + "]"
	}
	switch {
	case f.more > 0 && english:
		msg += fmt.Sprintf(" and %d more", f.more)
	case f.more > 0:
		msg += fmt.Sprintf(" 等%d项", f.more+1)
	}
	return fmt.Sprintf("%s:%s: %s: %s (%s)", file, at(f.Pos), f.Severity, msg, f.Rule.ID)
}

// at is the place as editors know it; a finding about the whole file stands at
// its beginning.
func at(p source.Pos) string {
	if p.IsZero() {
		return "1:1"
	}
	return p.String()
}
