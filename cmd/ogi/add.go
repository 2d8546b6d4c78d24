package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/desk"
	"ogi/generator/diag"
	"ogi/generator/inbox"
	"ogi/generator/office/roster"
	"ogi/generator/tongue"
)

var roleList = []string{"main", "attachment", "earlier", "corrected"}

func (c *command) add() *cobra.Command {
	var t desk.Told
	var yes bool
	var inName, units string
	cmd := &cobra.Command{
		Use:   "add FILE…",
		Short: "Put reports into the archive",
		Long: `add reads reports, says what it understood and what it doubts, and puts them
into the archive: the bytes as they came, and beside them <year>.toml with their
SHA-256 and what was told of them. An agency that the archive does not have yet
gets a folder.

A FILE is a report, a folder, a zip or - for the standard input. On a terminal
add asks what is not clear and before it writes; elsewhere flags must tell, and
--yes. A file in doubt is left out, the exit code is then 1.

Nothing is overwritten: where a report of the year is there, --replace keeps its
bytes as an earlier version under captures/<year>/, and --role files the new one
beside it. Either all changes are made or none.`,
		Example: `  ogi add 2025.pdf --published 2026-01-20 --source https://example.org/2025.pdf
  ogi add reports.zip --yes
  ogi add annex.xlsx --agency weidong-sfj --year 2025 --role attachment --yes
  curl -s https://example.org/2025.html | ogi add - --agency weidong-sfj --yes`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("add needs a FILE: a report, a folder, a zip, or - for the standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.runAdd(cmd, args, inName, units, t, yes) },
	}
	f := cmd.Flags()
	f.StringVar(&t.Agency, "agency", "", "`slug` of the agency: its folder's name")
	f.StringVar(&t.Name, "name", "", "full `name` of an agency that is new")
	f.StringVar(&t.Region, "region", "", "`code` or name of its division")
	f.StringVar(&t.Kind, "kind", "", "its `kind`, where the name does not tell: "+kinds)
	f.Var((*yearFlag)(&t.Year), "year", "report `year`")
	f.StringVar(&t.Source, "source", "", "`address` it was published at")
	f.StringVar(&t.Published, "published", "", "`date` it was published, as 2026-01-20")
	f.StringVar(&t.Captured, "captured", "", "`date` it was fetched")
	f.StringVar(&t.Searched, "searched", "", "`date` on which somebody looked for numbers of persons in a file that no program reads, and found none")
	f.StringVar(&t.Role, "role", "", "`role` beside the report: "+strings.Join(roleList[1:], ", "))
	f.BoolVar(&t.Replace, "replace", false, "take the place of the report that is there, which becomes an earlier version")
	f.StringVar(&units, "roster", "", "`file` (CSV, Excel, Word) that lists the units: 单位, and if you like 区划代码, 网址 (their folder), 类别, 别名")
	_ = cmd.MarkFlagFilename("roster", rosterKinds...)
	f.BoolVarP(&yes, "yes", "y", false, "do not ask")
	f.StringVar(&inName, "stdin-name", "stdin", "file `name` of the standard input; its end tells the kind where the bytes do not")
	_ = cmd.RegisterFlagCompletionFunc("kind", words(kindList...))
	_ = cmd.RegisterFlagCompletionFunc("role", words(roleList...))
	return cmd
}

func toldWell(t desk.Told) error {
	if t.Role != "" && !slices.Contains(roleList, t.Role) {
		return usagef("--role cannot be %q: %s", t.Role, strings.Join(roleList, ", "))
	}
	if t.Kind != "" && !slices.Contains(kindList, t.Kind) {
		return usagef("--kind cannot be %q: one of %s", t.Kind, kinds)
	}
	for flag, d := range map[string]string{"published": t.Published, "captured": t.Captured, "searched": t.Searched} {
		if _, err := time.Parse(time.DateOnly, d); d != "" && err != nil {
			return usagef("--%s cannot be %q: a date as 2026-01-20", flag, d)
		}
	}
	if t.Source != "" && !strings.HasPrefix(t.Source, "http://") && !strings.HasPrefix(t.Source, "https://") {
		return usagef("--source cannot be %q: a whole address, as https://example.org/2025.html", t.Source)
	}
	return nil
}

func (c *command) runAdd(cmd *cobra.Command, args []string, inName, units string, t desk.Told, yes bool) error {
	if err := toldWell(t); err != nil {
		return err
	}
	var err error
	if t.Region, err = code(t.Region); err != nil {
		return err
	}
	if units != "" {
		us, ds, err := roster.Load(units)
		c.tell(ds, diag.Warning)
		if err != nil {
			return err
		}
		t.Roster = us
	}
	files, passed, err := desk.Gather(args, c.in, inName)
	if err != nil {
		return err
	}
	if n := len(passed); n > 0 {
		names := strings.Join(passed[:min(n, 5)], ", ")
		if n > 5 {
			names += ", …"
		}
		show(c.err, "passed over, no report by name or a link: %s (name one to add it)\n", names)
	}
	folder, err := generator.Open(c.dir)
	if err != nil {
		return err
	}
	defer folder.Close()
	bar := newBar(c.screen)
	at := desk.Open(folder, func(n, of int) { bar.step("reading", n, of) })
	bar.end()
	ask := c.asker(cmd.Context(), yes || slices.Contains(args, "-"))

	var ready []*desk.Item
	left, skipped, taken := 0, 0, map[string]string{}
	for _, f := range files {
		it := c.understand(at, f, t, ask)
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		place := fmt.Sprintf("%s/%d", it.Slug(), it.Year)
		switch {
		case it.Same != "":
			skipped++
		case len(it.Doubts) > 0:
			left++
		case taken[place] != "":
			show(c.out, "  ?         %s is of %s too\n            add it alone, with --role attachment or --role corrected\n", taken[place], place)
			left++
		default:
			taken[place] = f.Name
			c.searched(it, ask)
			at.Take(it)
			ready = append(ready, it)
		}
	}
	if len(ready) > 0 {
		if err := c.file(cmd.Context(), at, ready, yes, ask); err != nil {
			return err
		}
	}
	if left > 0 {
		show(c.err, "%s not added: settle what is marked ? with the flags named there\n", plural(left, "file"))
		return errQuiet
	}
	if skipped == len(files) {
		show(c.err, "nothing to do: the archive holds all of it\n")
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
		d := it.Doubts[0]
		if !settle(&t, d.Flag, ask) {
			return it
		}
	}
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// file puts the items in place once that is agreed to.
func (c *command) file(ctx context.Context, at *desk.Desk, items []*desk.Item, yes bool, ask *asker) error {
	if !yes {
		if ask == nil {
			return fmt.Errorf("nothing was written: %s would be added; say so with --yes", plural(len(items), "file"))
		}
		if !ask.yes(fmt.Sprintf("put %s in place? [y/N] ", plural(len(items), "file"))) {
			if err := ctx.Err(); err != nil {
				return err
			}
			show(c.err, "nothing was written\n")
			return errQuiet
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := at.File(items); err != nil {
		if e := (*inbox.Error)(nil); errors.As(err, &e) {
			return tongue.Faultf("没有写入任何文件：%[3]s；%[4]s", "nothing was written: %[1]s; %[2]s", e.Message.EN, e.Remedy.EN, e.Message.ZH, e.Remedy.ZH)
		}
		return err
	}
	for _, it := range items {
		show(c.out, "added %s\n", it.To())
		if it.Report == nil {
			show(c.err, "next: ogi transcribe %s/%d\n", it.Slug(), it.Year)
		}
	}
	return nil
}
