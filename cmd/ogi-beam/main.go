// Ogi-beam builds the site of an archive that outgrows one machine: the stages of
// ogi build, as a pipeline of Apache Beam. A run writes tars; ogi-beam unpack makes
// the site of them, the same byte for byte as ogi build writes.
//
//	ogi-beam --dir ARCHIVE --to OUTPUT [--runner=…]
//	ogi-beam unpack --from OUTPUT --out SITE
//
// ARCHIVE and OUTPUT are local folders or addresses, gs:// or s3://. It exits 0 when
// done, 1 on input that could not be used or where nothing came of it, 2 when it was
// called wrongly.
package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"ogi/generator"
	"ogi/generator/diag"
	"ogi/generator/publish"
	"ogi/generator/stage"
)

// Flags of a run, beside those of Beam.
var (
	dir     = flag.String("dir", ".", "the archive: a `folder`, or an address")
	to      = flag.String("to", "", "where the tars go: a `folder`, or an address")
	tars    = flag.Int("lists", 16, "in how many tars the lists come")
	verbose = flag.Bool("verbose", false, "also print what was doubted in reading")
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if len(os.Args) > 1 && os.Args[1] == "unpack" {
		os.Exit(exit(unpackMain(ctx, os.Args[2:])))
	}
	flag.Parse()
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})))
	beam.Init() // of a worker it does not come back
	os.Exit(exit(run(ctx)))
}

// errQuiet is of what was said already, errUsage of a wrong call.
var (
	errQuiet = errors.New("")
	errUsage = errors.New("called wrongly")
)

func exit(err error) int {
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errUsage):
		fmt.Fprintln(os.Stderr, "ogi-beam:", err)
		return 2
	case !errors.Is(err, errQuiet):
		fmt.Fprintln(os.Stderr, "ogi-beam:", err)
	}
	return 1
}

func run(ctx context.Context) error {
	if *to == "" || flag.NArg() > 0 || *tars < 1 {
		return fmt.Errorf("%w: --to says where the tars go; --lists is 1 at least; unpack is a first word", errUsage)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(60) // as ogi build does
	}
	start := time.Now()
	o := Options{Archive: *dir, To: *to, Lists: *tars, Verbose: *verbose, Run: rand.Text()}
	c, result, err := Run(ctx, o)
	if err != nil {
		return err
	}
	return tell(ctx, o, c, result, time.Since(start))
}

// Run makes one, and gives what it says of its output once that is whole. An error
// means that nothing can be unpacked.
func Run(ctx context.Context, o Options) (*Contents, beam.PipelineResult, error) {
	if !strings.Contains(o.Archive, "://") {
		f, err := generator.Open(o.Archive) // says what is wrong, and ends a change that was cut off
		if err != nil {
			return nil, nil, err
		}
		f.Close()
	}
	if err := withdraw(ctx, o.To); err != nil {
		return nil, nil, err
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, o)
	result, err := beamx.RunWithMetrics(ctx, p)
	if err != nil {
		return nil, nil, err
	}
	fsys, err := filesystem.New(ctx, o.To)
	if err != nil {
		return nil, nil, err
	}
	defer fsys.Close()
	c, err := contents(ctx, fsys, o.To)
	return c, result, err
}

// tell prints what came of a run, in the words of ogi build.
func tell(ctx context.Context, o Options, c *Contents, result beam.PipelineResult, took time.Duration) error {
	fsys, err := filesystem.New(ctx, o.To)
	if err != nil {
		return err
	}
	defer fsys.Close()
	said, err := filesystem.Read(ctx, fsys, within(o.To, messagesName))
	if err != nil {
		return err
	}
	os.Stderr.Write(said)
	if c.Errors+c.Warnings > 0 {
		fmt.Fprintf(os.Stderr, "errors: %d, warnings: %d\n", c.Errors, c.Warnings)
	}
	if result != nil {
		for _, m := range result.Metrics().AllMetrics().Counters() {
			if m.Namespace() == "ogi" {
				fmt.Fprintf(os.Stderr, "counted %s: %d\n", m.Name(), m.Result())
			}
		}
	}
	fmt.Printf("reports: %d, agencies: %d, pages: %d; findings: %d S1, %d S2, %d S3; %d undecidable; %d tars; %.2f s\n",
		c.Reports, c.Agencies, c.Pages, c.Findings[1], c.Findings[2], c.Findings[3], c.Undecidable, len(c.Tars), took.Seconds())
	if c.Errors > 0 {
		return errQuiet
	}
	return nil
}

func unpackMain(ctx context.Context, args []string) error {
	f := flag.NewFlagSet("ogi-beam unpack", flag.ContinueOnError)
	from := f.String("from", "", "what a run wrote: a `folder`, or an address")
	out := f.String("out", "", "the `folder` of the site")
	atomic := f.Bool("atomic", false, "change the site in one step, also where little changes")
	f.SetOutput(io.Discard)
	if err := f.Parse(args); err != nil || *from == "" || *out == "" || f.NArg() > 0 {
		return fmt.Errorf("%w: ogi-beam unpack --from OUTPUT --out SITE [--atomic]", errUsage)
	}
	st, said, err := Unpack(ctx, *from, *out, *atomic)
	if err != nil {
		return err
	}
	for _, d := range said {
		fmt.Fprintln(os.Stderr, d)
	}
	fmt.Printf("files: %d, of which %d were there; %d bytes\n", st.Files, st.Unchanged, st.Bytes)
	return nil
}

// Unpack publishes the site that a run made, all of it or nothing, as ogi build does,
// and says which addresses vanished.
func Unpack(ctx context.Context, from, out string, whole bool) (publish.Stats, []diag.Diagnostic, error) {
	fsys, err := filesystem.New(ctx, from)
	if err != nil {
		return publish.Stats{}, nil, err
	}
	defer fsys.Close()
	c, err := contents(ctx, fsys, from)
	if err != nil {
		return publish.Stats{}, nil, err
	}
	t, err := publish.Open(out, publish.Options{Whole: whole})
	if err != nil {
		return publish.Stats{}, nil, err
	}
	taken := map[string]bool{}
	for i := range c.Tars {
		n := 0
		err := c.Tars[i].files(ctx, fsys, from, func(path string, b []byte) error {
			if !publish.May(path) || taken[path] {
				return fmt.Errorf("%s: %s: no file of a site, or twice", c.Tars[i].Name, path)
			}
			taken[path] = true
			n++
			return t.Put(path, b)
		})
		if err == nil && n != c.Tars[i].Files {
			err = fmt.Errorf("%s: holds %d files, not %d", c.Tars[i].Name, n, c.Tars[i].Files)
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return publish.Stats{}, nil, errors.Join(err, t.Abort())
		}
	}
	st, err := t.Commit()
	if err != nil {
		return st, nil, fmt.Errorf("publishing: %w", err)
	}
	return st, stage.Vanished(st.Vanished), nil
}
