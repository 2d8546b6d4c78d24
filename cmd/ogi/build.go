package main

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"ogi"
	"ogi/generator"
	"ogi/generator/diag"
)

func (c *command) build() *cobra.Command {
	var out string
	var verbose, sizes, noCache, atomic bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the archive into a website",
		Long: `build reads every report below content/, checks it, and writes the website
into public/. The site changes all at once: a build that fails or is cut off
leaves the old one whole. Reports that cannot be used are named with the place
and the remedy, and the rest is built; the exit code is then 1.

What the build read and found is kept in .ogi/cache, so that the next one takes
only what changed; the site is the same without. The folder may be deleted, and
--no-cache neither reads nor writes it. Of a large site a small change is put in
place file by file; --atomic changes it all at once, at the cost of some seconds.

--sizes also says where the bytes and files of the site are, what one report
takes of them, and warns before the site passes the 1 GB of GitHub Pages.`,
		Example: `  ogi build
  ogi build --dir ~/reports --out /srv/www/reports
  ogi build --sizes`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o := c.options()
			o.Out, o.Whole = out, atomic
			if noCache {
				o.Cache = ""
			}
			return c.runBuild(cmd, o, verbose, sizes)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "the `folder` to write (default: public in the archive)")
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "also print what was doubted in reading")
	cmd.Flags().BoolVar(&sizes, "sizes", false, "also say where the bytes and files of the site are")
	cmd.Flags().BoolVar(&noCache, "no-cache", false, "read and make everything anew")
	cmd.Flags().BoolVar(&atomic, "atomic", false, "change the site in one step, also where little changes")
	_ = cmd.MarkFlagDirname("out")
	return cmd
}

// options are those of a build into the archive's own public/.
func (c *command) options() generator.Options {
	return generator.Options{Dir: c.dir, Files: ogi.Files, Cache: filepath.Join(c.dir, ".ogi", "cache")}
}

func (c *command) runBuild(cmd *cobra.Command, o generator.Options, verbose, sizes bool) error {
	start := time.Now()
	if os.Getenv("GOGC") == "" {
		// Briefs and sketches stay to the end. To let the heap grow to twice that
		// before it is collected would save little time and cost the most.
		defer debug.SetGCPercent(debug.SetGCPercent(60))
	}
	bar := newBar(c.screen)
	o.Progress = bar.step
	o.Warn = func(d diag.Diagnostic) { bar.end(); show(c.err, "%s\n", d) }
	s, ds, err := generator.Build(cmd.Context(), o)
	bar.end()
	bad := c.tell(ds, level(verbose))
	if err != nil {
		return err
	}
	show(c.out, "%s, %s, %s; findings: %d S1, %d S2, %d S3; %d undecidable; %.2f s\n",
		plural(s.Reports, "report"), plural(s.Agencies, "agency"), plural(s.Pages, "page"),
		s.Findings[1], s.Findings[2], s.Findings[3], s.Undecidable, time.Since(start).Seconds())
	if sizes {
		if err := c.sizes(s); err != nil {
			return err
		}
	}
	if bad {
		return errQuiet
	}
	return nil
}

func level(verbose bool) diag.Level {
	if verbose {
		return diag.Note
	}
	return diag.Warning
}
