package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/diag"
)

// The exit codes.
const (
	done     = 0
	unusable = 1 // input that could not be used, or a fail at or above --fail-on
	misuse   = 2
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
	screen io.Writer // where a progress bar may move
	dir    string    // --dir
}

// run is the whole program but for the process around it.
func run(ctx context.Context, args []string, s streams) int {
	c := &command{streams: s, data: s.out, screen: s.err}
	c.out, c.err = plain{s.out}, plain{s.err}
	root := c.root()
	root.SetArgs(args)
	started := false
	root.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	err := root.ExecuteContext(ctx)
	var wrong usageError
	switch {
	case err == nil:
		return done
	case errors.Is(err, errQuiet):
		return unusable
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "ogi: interrupted; nothing was changed")
		return unusable
	case !started || errors.As(err, &wrong):
		fmt.Fprintf(s.err, "ogi: %s\n", strings.TrimSpace(err.Error()))
		if !strings.Contains(err.Error(), "--help") {
			fmt.Fprintln(s.err, "ogi: hint: ogi --help lists the commands, ogi COMMAND --help what each takes")
		}
		return misuse
	}
	fmt.Fprintf(s.err, "ogi: %v\n", err)
	if errors.Is(err, generator.ErrNoArchive) {
		fmt.Fprintln(s.err, "ogi: hint: go into an archive folder or name one with --dir; ogi new archive DIR makes one")
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

An archive is a folder with site.toml and content/<agency>/<year>.<kind>.`,
		Example: `  ogi new archive reports        make an archive
  ogi build                      build content/ into public/
  ogi serve                      build, and look at it in a browser
  ogi check draft.docx           judge one file, no archive needed
  ogi explain requests-balance   what a rule checks, and why`,
		SilenceErrors:              true,
		SilenceUsage:               true,
		SuggestionsMinimumDistance: 2,
	}
	root.SetIn(c.in)
	root.SetOut(c.out)
	root.SetErr(c.err)
	root.PersistentFlags().StringVar(&c.dir, "dir", ".", "the archive `folder`")
	_ = root.MarkPersistentFlagDirname("dir")
	root.AddGroup(&cobra.Group{ID: "site", Title: "Make a site:"}, &cobra.Group{ID: "report", Title: "Look at reports:"})
	for _, sub := range []*cobra.Command{c.build(), c.serve(), c.new()} {
		sub.GroupID = "site"
		root.AddCommand(sub)
	}
	for _, sub := range []*cobra.Command{c.check(), c.inspect(), c.explain()} {
		sub.GroupID = "report"
		root.AddCommand(sub)
	}
	root.AddCommand(c.version())
	root.CompletionOptions.SetDefaultShellCompDirective(cobra.ShellCompDirectiveDefault)
	return root
}

// tell prints diagnostics from the given level up and the count of errors and
// warnings, and reports whether there is an error.
func (c *command) tell(ds []diag.Diagnostic, from diag.Level) bool {
	n := [3]int{}
	for _, d := range ds {
		n[d.Level]++
		if d.Level >= from {
			fmt.Fprintln(c.err, d)
		}
	}
	if n[diag.Error]+n[diag.Warning] > 0 {
		fmt.Fprintf(c.err, "%s, %s\n", plural(n[diag.Error], "error"), plural(n[diag.Warning], "warning"))
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
