package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ogi"
	"ogi/generator"
	"ogi/generator/diag"
)

func (c *command) build() *cobra.Command {
	var out, base, shard, to string
	var verbose, sizes, noCache, atomic, strict bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the archive into a website",
		Long: `build reads every report below content/, checks it, and writes the website
into public/. The site changes all at once: a build that fails or is cut off
leaves the old one whole. Reports that cannot be used are named with the place
and the remedy, and the rest is built; the exit code is then 1. A scan or another
file that no program reads is a report all the same: it has its page, and one line
says how many there are; --strict names them and exits 1.

What the build read and found is kept in .ogi/cache, so that the next one takes
only what changed; the site is the same without. The folder may be deleted, and
--no-cache neither reads nor writes it. Of a large site a small change is put in
place file by file; --atomic changes it all at once, at the cost of some seconds.

--shard 3/8 --to DIR makes the third of eight parts of the site in a folder of its
own; ogi merge puts the parts together, whichever machines they were made on.

--sizes also says where the bytes and files of the site are, what one report
takes of them and would take with profile = "lean" in site.toml, how many fit into
the 1 GB of GitHub Pages, and warns before the site passes it.`,
		Example: `  ogi build
  ogi build --dir ~/reports --out /srv/www/reports
  ogi build --sizes`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			o := c.options()
			o.Out, o.Whole, o.BaseURL = out, atomic, base
			if noCache {
				o.Cache = ""
			}
			if shard != "" || to != "" {
				var err error
				if o.Shard, err = part(shard); err != nil {
					return err
				}
				if to == "" {
					return usagef("--shard needs --to, the folder for this part")
				}
				if out != "" || sizes {
					return usagef("--out and --sizes are of a whole site, and go with ogi merge")
				}
				o.Out = to
			}
			return c.runBuild(cmd, o, verbose, sizes, strict)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "the `folder` to write (default: public in the archive)")
	cmd.Flags().StringVar(&base, "base-url", "", c.t("代替 site.toml 里 base_url 的网址 `address`；也可用 OGI_BASE_URL", "`address` that takes the place of base_url in site.toml; also OGI_BASE_URL"))
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "also print what was doubted in reading")
	cmd.Flags().BoolVar(&sizes, "sizes", false, "also say where the bytes and files of the site are")
	cmd.Flags().BoolVar(&strict, "strict", false, "name reports that no program reads, and exit 1 for them")
	cmd.Flags().BoolVar(&noCache, "no-cache", false, "read and make everything anew")
	cmd.Flags().BoolVar(&atomic, "atomic", false, "change the site in one step, also where little changes")
	cmd.Flags().StringVar(&shard, "shard", "", "make only part `i/n` of the site")
	cmd.Flags().StringVar(&to, "to", "", "the `folder` for that part")
	_ = cmd.MarkFlagDirname("out")
	_ = cmd.MarkFlagDirname("to")
	return cmd
}

// part is which one is meant by 3/8.
func part(s string) (generator.Shard, error) {
	first, rest, ok := strings.Cut(s, "/")
	i, e := strconv.Atoi(first)
	n, f := strconv.Atoi(rest)
	if !ok || e != nil || f != nil || i < 1 || i > n || n > generator.MostShards {
		return generator.Shard{}, usagef("--shard %q: which of how many parts is meant, as 3/8, at most of %d", s, generator.MostShards)
	}
	return generator.Shard{I: i, N: n}, nil
}

// options are those of a build into the archive's own public/.
func (c *command) options() generator.Options {
	return generator.Options{Dir: c.dir, Files: ogi.Files, Cache: filepath.Join(c.dir, ".ogi", "cache")}
}

func (c *command) runBuild(cmd *cobra.Command, o generator.Options, verbose, sizes, strict bool) error {
	_, err := c.built(cmd, o, verbose, sizes, strict)
	return err
}

// built is runBuild, and gives what was said of inputs too.
func (c *command) built(cmd *cobra.Command, o generator.Options, verbose, sizes, strict bool) ([]diag.Diagnostic, error) {
	start := time.Now()
	base, err := c.baseURL(o.BaseURL)
	if err != nil {
		return nil, err
	}
	o.BaseURL = base
	if os.Getenv("GOGC") == "" {
		defer collectRarely()()
	}
	bar := newBar(c.screen)
	o.Progress = bar.step
	o.Warn = func(d diag.Diagnostic) { bar.end(); show(c.err, "%s\n", d) }
	s, ds, err := generator.Build(cmd.Context(), o)
	bar.end()
	bad := c.tell(c.held(ds, strict), level(verbose))
	if err != nil {
		return ds, err
	}
	if o.Shard.N > 0 {
		// What could not be used is told again, and weighed, when the parts are put
		// together: a part with a bad report is a whole part.
		show(c.out, "part %d of %d: %s, %s; %.2f s\n", o.Shard.I, o.Shard.N, plural(s.Reports, "report"), plural(s.Agencies, "agency"), time.Since(start).Seconds())
		return ds, nil
	}
	show(c.out, "%s, %s, %s; findings: %d S1, %d S2, %d S3; %d undecidable; %.2f s\n",
		plural(s.Reports, "report"), plural(s.Agencies, "agency"), plural(s.Pages, "page"),
		s.Findings[1], s.Findings[2], s.Findings[3], s.Undecidable, time.Since(start).Seconds())
	if sizes {
		if err := c.sizes(s); err != nil {
			return ds, err
		}
	}
	if bad {
		return ds, errQuiet
	}
	return ds, nil
}

// held tells of the reports of an archive that no program reads, in one line; with
// strict each is an error.
func (c *command) held(ds []diag.Diagnostic, strict bool) []diag.Diagnostic {
	ds = slices.Clone(ds)
	n := 0
	for i := range ds {
		if ds[i].Code != diag.NoProgram || ds[i].Level != diag.Note {
			continue
		}
		if n++; strict {
			ds[i].Level = diag.Error
		}
	}
	if n > 0 && !strict {
		show(c.err, "%s held that no program reads (未能读取): --strict names them\n", plural(n, "file"))
	}
	return ds
}

func level(verbose bool) diag.Level {
	if verbose {
		return diag.Note
	}
	return diag.Warning
}
