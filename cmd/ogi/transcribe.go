package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/desk/transcribe"
	"ogi/generator/diag"
	"ogi/generator/disk"
)

// transcribing are the flags of transcribe.
type transcribing struct {
	out, form          string
	read, by, reviewed string
}

func (c *command) transcribe() *cobra.Command {
	var o transcribing
	cmd := &cobra.Command{
		Use:   "transcribe FILE|AGENCY/YEAR",
		Short: "Have people read what no program can",
		Long: `transcribe writes a spreadsheet for a scan, or for a report whose tables are
pictures: the three tables as printed, with the cells in yellow that a person is
to read. With --read it takes the filled spreadsheet back, checks it, and
records the readings in <year>.cells.toml beside the report.

A second person fills in a fresh spreadsheet; where the two agree a reading
counts as reviewed (人工校核), and may bear a discrepancy. Where they differ
both are printed and the first stays. What a program can read plainly is never
overridden, and the readings hold only while the report's bytes stay the same.`,
		Example: `  ogi transcribe weidong-sfj/2025
  ogi transcribe --read weidong-sfj-2025.xlsx --by 王某
  ogi transcribe --read second.xlsx --by 李某`,
		Args: func(_ *cobra.Command, args []string) error {
			switch {
			case o.read == "" && len(args) != 1:
				return usagef("transcribe needs one FILE or AGENCY/YEAR, or --read with a filled spreadsheet")
			case o.read != "" && len(args) > 0:
				return usagef("--read takes the report from the spreadsheet: leave %q out", args[0])
			case o.read != "" && strings.TrimSpace(o.by) == "":
				return usagef("--read needs --by with the name of who read the cells")
			case o.read == "" && (o.by != "" || o.reviewed != ""):
				return usagef("--by and --reviewed-by go with --read")
			case o.reviewed != "" && strings.Join(strings.Fields(o.reviewed), "") == strings.Join(strings.Fields(o.by), ""):
				return usagef("--reviewed-by names another person than --by")
			case o.form != "" && !slices.Contains(forms, o.form):
				return usagef("--form cannot be %q: %s", o.form, strings.Join(forms, ", "))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if o.read != "" {
				return c.readBack(o)
			}
			return c.template(args[0], o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.out, "out", "", "`file` to write (default: <agency>-<year>.xlsx here)")
	f.StringVar(&o.form, "form", "", "`form` it is printed on, where neither the file nor its year tells: "+strings.Join(forms, ", "))
	f.StringVar(&o.read, "read", "", "a filled `spreadsheet` to read back")
	f.StringVar(&o.by, "by", "", "`name` of who read the cells")
	f.StringVar(&o.reviewed, "reviewed-by", "", "`name` of who compared this very spreadsheet with the report")
	_ = cmd.RegisterFlagCompletionFunc("form", words(forms...))
	_ = cmd.MarkFlagFilename("read", "xlsx")
	return cmd
}

var forms = []string{"2021", "2021-one-row", "2019"}

// template writes the spreadsheet.
func (c *command) template(arg string, o transcribing) error {
	s, err := transcribe.Find(c.dir, arg, o.form)
	if err != nil {
		return err
	}
	wanted := 0
	for _, d := range s.Form.Defs {
		if s.Report == nil || transcribe.Wanted(s.Report.Cell(d.Key)) {
			wanted++
		}
	}
	if wanted == 0 {
		return fmt.Errorf("%s: a program reads every cell of it plainly; there is nothing to transcribe", s.Path)
	}
	b, err := transcribe.Template(s)
	if err != nil {
		return err
	}
	out := o.out
	if out == "" {
		name := s.Slug
		if name == "" {
			name = strings.TrimSuffix(s.Path, filepath.Ext(s.Path))
		}
		out = fmt.Sprintf("%s-%d.xlsx", name, s.Year)
	}
	if err := disk.Create(out, b); errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s is there already, perhaps filled in; name another with --out", out)
	} else if err != nil {
		return err
	}
	show(c.out, "%s\n", filepath.ToSlash(out))
	show(c.err, "%s of %d to read; then: ogi transcribe --read %s --by NAME\n", plural(wanted, "cell"), len(s.Form.Defs), filepath.ToSlash(out))
	return nil
}

// readBack records a filled spreadsheet.
func (c *command) readBack(o transcribing) error {
	b, err := os.ReadFile(o.read)
	if err != nil {
		return err
	}
	f, err := generator.Open(c.dir)
	if err != nil {
		return err
	}
	defer f.Close()
	t, err := transcribe.ReadBack(f, b, strings.TrimSpace(o.by), strings.TrimSpace(o.reviewed))
	if err != nil {
		return fmt.Errorf("%s: %w", o.read, err)
	}
	for _, w := range t.Filled.Wrong {
		show(c.err, "%s: %q is no number, 空 or dash (%s)\n", w.At, w.Text, w.Label)
	}
	for _, d := range t.Merged.Differences {
		show(c.err, "%s: %s read %s, %s read %s (%s)\n", check.Label(t.Form, d.Key), d.By, d.First, d.ByTwo, d.Second, d.Key)
	}
	for _, d := range t.Said {
		if d.Level > diag.Note {
			show(c.err, "%s\n", d)
		}
	}
	for _, d := range t.Doubts {
		show(c.err, "look again: %s [%s]\n", d.Message.ZH, d.Formula)
	}
	m := t.Merged
	show(c.out, "%s: %s read, %d of them again, %d agree with another reader, %d differ; %d left empty\n",
		t.Named, plural(len(t.Filled.Cells), "cell"), m.Again, m.Agreed, len(m.Differences), t.Filled.Empty)
	if len(m.Cells.Cells) == 0 {
		return fmt.Errorf("%s: nothing is filled in, so nothing was written", o.read)
	}
	if err := t.Record(f); err != nil {
		return err
	}
	show(c.out, "%s\n", t.To)
	if n := len(m.Differences); n > 0 {
		show(c.err, "%s: the first reading stays; look at the report, correct whichever spreadsheet is wrong, and read it again\n", plural(n, "difference"))
	}
	if len(m.Differences)+len(t.Filled.Wrong) > 0 {
		return errQuiet
	}
	return nil
}
