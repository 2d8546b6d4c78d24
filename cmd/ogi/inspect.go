package main

import (
	"bufio"
	"bytes"
	"encoding/json"

	"github.com/spf13/cobra"

	"ogi/generator/inspect"
	"ogi/generator/personal"
	"ogi/generator/sign"
)

func (c *command) inspect() *cobra.Command {
	var o readOptions
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "inspect [PATH…]",
		Short: "Show what was read from a report, cell by cell",
		Long: `inspect shows what was read from a report: title, dates, sections, the three
tables with the state and place of every cell, what was not understood, and the
verdict of every rule. With --json it prints one JSON object a report and line;
assets/schema/inspect.schema.json describes it.

A PATH is an archive folder, a folder or file of an archive, or any report file
outside one. Without PATH the archive of --dir is shown.`,
		Example: `  ogi inspect 2025.pdf
  ogi inspect --json reports/ | jq .coverage`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.runInspect(cmd, args, o, asJSON)
		},
	}
	c.reading(cmd, &o)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON, one object a line")
	return cmd
}

func (c *command) runInspect(cmd *cobra.Command, paths []string, o readOptions, asJSON bool) error {
	o.lang = c.findingsIn()
	js, _, bad, err := c.judge(cmd, paths, o)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(c.data)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for i, j := range js {
		j.File = personal.Path(j.File)
		if asJSON {
			b.Reset()
			if err := enc.Encode(inspect.Of(j.File, j.Entry, j.Judgement, o.lang == "en")); err != nil {
				return err
			}
			if _, err := w.Write(sign.JSON(b.Bytes())); err != nil {
				return err
			}
			continue
		}
		b.Reset()
		if i > 0 {
			b.WriteByte('\n')
		}
		inspect.Text(&b, j.File, j.Entry, j.Judgement, o.lang == "en")
		if _, err := c.out.Write(b.Bytes()); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if bad {
		return errQuiet
	}
	return nil
}
