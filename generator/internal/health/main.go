// Command health is the gate of this archive: it tells whether the archive
// itself is sound, never whether an agency reported well. What comes in is an
// archive folder and, to compare, the record of an earlier state; what goes
// out is a summary in Markdown, annotations for GitHub, and exit status 1 where
// the archive got worse.
//
// The gate fails on input that could not be used and, against an earlier
// record, on a published file edited in place or gone, on a report that reads
// worse than it did, and on a new doubt about a number or a file to which no
// note replies. Findings about agencies are neutral notices.
//
// With -house it measures the code instead, for whoever changes how rooms are cut.
//
//	go run ./generator/internal/health -record old.json        # in the old tree
//	go run ./generator/internal/health -base old.json          # in the new one
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	fl := flag.NewFlagSet("health", flag.ContinueOnError)
	fl.SetOutput(stderr)
	dir := fl.String("dir", ".", "the archive folder")
	record := fl.String("record", "", "write the record of this state to the file")
	base := fl.String("base", "", "compare with the record in the file; an absent file compares nothing")
	summary := fl.String("summary", "", "append the summary to the file instead of printing it")
	annotate := fl.Bool("annotate", false, "print annotations for GitHub")
	house := fl.Bool("house", false, "measure the code in the folder instead: how large, how long, how tied its rooms are")
	if err := fl.Parse(args); err != nil {
		return 2
	}
	if *house {
		h, err := measure(*dir)
		if err != nil {
			fmt.Fprintln(stderr, err)
			return 1
		}
		h.tell(stdout)
		return 0
	}
	now, err := take(*dir)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	if *record != "" {
		if err := save(*record, now); err != nil {
			fmt.Fprintln(stderr, err)
			return 1
		}
	}
	var old *Record
	if *base != "" {
		if old, err = load(*base); err != nil {
			fmt.Fprintln(stderr, err)
			return 1
		}
	}
	problems := compare(old, now)
	if err := tell(*summary, stdout, now, problems); err != nil {
		fmt.Fprintln(stderr, err)
		return 1
	}
	if *annotate {
		annotations(stdout, now, problems)
	}
	if len(problems) > 0 {
		return 1
	}
	return 0
}

func save(name string, r *Record) error {
	b, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return fmt.Errorf("health: %w", err)
	}
	return os.WriteFile(name, append(b, '\n'), 0o644)
}

// load gives nil for a file that is not there: the earlier state may have no
// record, as before the first report.
func load(name string) (*Record, error) {
	b, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var r Record
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return &r, nil
}
