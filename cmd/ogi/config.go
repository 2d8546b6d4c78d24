package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator/config"
)

func (c *command) config() *cobra.Command {
	var schema string
	var names []string
	for _, k := range config.Kinds {
		names = append(names, k.Name)
	}
	cmd := &cobra.Command{
		Use:   "config",
		Short: "Print what can be set, and where",
		Long: `config prints the manual of site.toml, agency.toml, <year>.toml and the files
beside it: every key, what may be written, the default, what it is for.

--schema prints the JSON Schema of one of these files for editors that check TOML.`,
		Example: `  ogi config
  ogi config --schema site > site.schema.json`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if schema == "" {
				_, err := c.data.Write(config.Reference(c.findingsIn() == "en"))
				return err
			}
			i := slices.Index(names, schema)
			if i < 0 {
				return usagef("--schema cannot be %q: %s", schema, strings.Join(names, ", "))
			}
			_, err := c.data.Write(config.Kinds[i].Schema())
			return err
		},
	}
	cmd.Flags().StringVar(&schema, "schema", "", "print the JSON Schema of a `file`: "+strings.Join(names, ", "))
	_ = cmd.RegisterFlagCompletionFunc("schema", words(names...))
	return cmd
}
