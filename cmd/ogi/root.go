package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"ogi/generator"
	"ogi/generator/config"
	"ogi/generator/diag"
	"ogi/generator/personal"
)

// The exit codes.
const (
	done     = 0
	unusable = 1 // input that could not be used, or a fail at or above --fail-on
	misuse   = 2
	cut      = 130 // interrupted, as shells say it
)

// errQuiet ends a command with exit code 1; what is wrong was said already.
var errQuiet = errors.New("said already")

// A usageError is a call that cannot be meant as it is.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// A command is what all subcommands share.
type command struct {
	streams
	data   io.Writer // where bytes for other programs go
	wide   int       // columns of the standard output; 0 where it is no terminal
	colour painter   // for it
	screen io.Writer // where a progress bar may move
	dir    string    // --dir

	english bool   // the language of talk
	lang    string // zh or en where somebody chose it: that of findings too
}

// run is the whole program but for the process around it.
func run(ctx context.Context, args []string, s streams) int {
	out := &sure{w: s.out}
	c := &command{streams: s, data: out, wide: columns(s.out), colour: newPainter(s.out), screen: s.err}
	c.out, c.err = plain{out}, plain{s.err}
	c.speak(args)
	root := c.root()
	root.SetArgs(args)
	started := false
	root.PersistentPreRunE = func(*cobra.Command, []string) error {
		started = true
		if c.lang != "" && c.lang != "zh" && c.lang != "en" {
			return c.usage("--lang 不能是 %q：zh 或 en", "--lang cannot be %q: zh or en", c.lang)
		}
		return nil
	}
	called, err := root.ExecuteContextC(ctx)
	var wrong usageError
	if err == nil || errors.Is(err, errQuiet) {
		err = cmp.Or(out.err, err)
	}
	trouble, broken := fault(err)
	switch {
	case err == nil:
		return done
	case broken:
		show(c.err, "%s\n", trouble)
		return unusable
	case errors.Is(err, errQuiet):
		return unusable
	case errors.Is(err, context.Canceled):
		show(c.err, "ogi: interrupted; nothing was changed\n")
		return cut
	case !started || errors.As(err, &wrong):
		show(c.err, "ogi: %s%s\n", c.words(err), meant(root, err))
		if called != nil && called != root {
			show(c.err, "ogi: hint: %s --help tells what it takes\n", called.CommandPath())
		} else {
			show(c.err, "ogi: hint: ogi --help lists the commands, ogi COMMAND --help what each takes\n")
		}
		return misuse
	}
	show(c.err, "ogi: %s\n", c.words(err))
	if errors.Is(err, generator.ErrNoArchive) {
		show(c.err, "ogi: hint: go into an archive folder or name one with --dir; ogi new archive DIR makes one\n")
	}
	return unusable
}

func (c *command) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "ogi",
		Short: "Annual reports on open government information: checked, counted, published",
		Long: `ogi turns a folder of annual reports on open government information
(政府信息公开工作年度报告) into a website, and checks such reports against the
statutory form and the law.

An archive is a folder with site.toml and content/<agency>/<year>.<kind>.

Exit codes: 0 done; 1 input that could not be used, or a finding at or above
--fail-on; 2 a call that cannot be meant; 130 interrupted. What other programs
read goes to the standard output, all else to the standard error.`,
		Example: `  ogi new archive reports        make an archive
  ogi build                      build content/ into public/
  ogi serve                      build, and look at it in a browser
  ogi check draft.docx           judge one file, no archive needed
  ogi explain requests-balance   what a rule checks, and why`,
		SilenceErrors:      true,
		SilenceUsage:       true,
		DisableSuggestions: true, // meant says it in one line
		Version:            version(),
	}
	root.SetVersionTemplate("{{.Version}}\n")
	cobra.EnableCommandSorting = false
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usagef("%w%s", err, meantFlag(cmd, err))
	})
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	root.PersistentFlags().StringVar(&c.dir, "dir", ".", "the archive `folder`")
	_ = root.MarkPersistentFlagDirname("dir")
	lang := c.lang // told by the setting, or read by speak already
	root.PersistentFlags().StringVar(&c.lang, "lang", "", c.t("语言 `language`：zh 或 en（不写则随系统；核对结果不写则用中文）", "`language`: zh or en (else that of the system; of findings zh)"))
	c.lang = lang
	_ = root.RegisterFlagCompletionFunc("lang", words("zh", "en"))
	root.AddGroup(&cobra.Group{ID: "site", Title: "Make a site:"}, &cobra.Group{ID: "report", Title: "Look at reports:"}, &cobra.Group{ID: "more", Title: "More:"})
	root.SetHelpCommandGroupID("more")
	root.SetCompletionCommandGroupID("more")
	for _, sub := range []*cobra.Command{c.build(), c.merge(), c.serve(), c.doctor(), c.verify(), c.new(), c.add(), c.move(), c.ledger(), c.eject()} {
		sub.GroupID = "site"
		root.AddCommand(sub)
	}
	for _, sub := range []*cobra.Command{c.check(), c.sum(), c.inspect(), c.cells(), c.transcribe(), c.explain(), c.region()} {
		sub.GroupID = "report"
		root.AddCommand(sub)
	}
	for _, sub := range []*cobra.Command{c.config(), c.version()} {
		sub.GroupID = "more"
		root.AddCommand(sub)
	}
	root.InitDefaultHelpCmd()
	for _, sub := range root.Commands() {
		if sub.Name() == "help" {
			sub.Args = func(_ *cobra.Command, args []string) error {
				_, _, err := root.Find(args)
				return err
			}
		}
	}
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveDefault)
	return root
}

var unknownCommand = regexp.MustCompile(`^unknown command "([^"]*)" for`)

// meant is ` (did you mean "build"?)` after a slip in a command's name.
func meant(root *cobra.Command, err error) string {
	m := unknownCommand.FindStringSubmatch(err.Error())
	if m == nil {
		return ""
	}
	var names []string
	for _, sub := range root.Commands() {
		names = append(names, sub.Name())
	}
	if near := config.Nearest(m[1], names); near != "" {
		return fmt.Sprintf(" (did you mean %q?)", near)
	}
	return ""
}

// meantFlag is the same for a flag.
func meantFlag(cmd *cobra.Command, err error) string {
	got, ok := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !ok {
		return ""
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	if near := config.Nearest(got, names); near != "" {
		return fmt.Sprintf(" (did you mean --%s?)", near)
	}
	return ""
}

// noArgs is for commands that take flags alone.
func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes no %q: only flags; --dir names the archive", cmd.CommandPath(), args[0])
	}
	return nil
}

// oneArg is for commands that take just the thing named.
func oneArg(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch len(args) {
		case 0:
			return usagef("%s needs %s", cmd.CommandPath(), what)
		case 1:
			return nil
		}
		return usagef("%s takes one %s, not also %q", cmd.CommandPath(), what, args[1])
	}
}

// someArgs is for commands that take any number of such things.
func someArgs(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usagef("%s needs %s", cmd.CommandPath(), what)
		}
		return nil
	}
}

// tell prints diagnostics from the given level up and the count of errors and
// warnings, and reports whether there is an error.
func (c *command) tell(ds []diag.Diagnostic, from diag.Level) bool {
	n := [3]int{}
	for _, d := range ds {
		d.File = personal.Path(d.File)
		n[d.Level]++
		if d.Level >= from {
			show(c.err, "%s\n", d)
		}
	}
	if n[diag.Error]+n[diag.Warning] > 0 {
		show(c.err, "%s, %s\n", plural(n[diag.Error], "error"), plural(n[diag.Warning], "warning"))
	}
	return n[diag.Error] > 0
}

func plural(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case strings.HasSuffix(noun, "y"):
		return fmt.Sprintf("%d %sies", n, strings.TrimSuffix(noun, "y"))
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// words completes a flag or argument by a closed list.
func words(list ...string) cobra.CompletionFunc {
	return cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)
}
