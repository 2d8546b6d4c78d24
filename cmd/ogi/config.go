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
		Short: c.t("打印全部设置：写在哪里、怎么写", "Print what can be set, and where"),
		Long: c.t(`config 打印 site.toml、agency.toml、<年度>.toml 和旁边各文件的说明：每个键、
能写什么、默认值、有什么用。

--schema 打印其中一种文件的 JSON Schema，供能检查 TOML 的编辑器使用。`, `config prints the manual of site.toml, agency.toml, <year>.toml and the files
beside it: every key, what may be written, the default, what it is for.

--schema prints the JSON Schema of one of these files for editors that check TOML.`),
		Example: `  ogi config
  ogi config --schema site > site.schema.json`,
		Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			if schema == "" {
				_, err := c.data.Write(config.Reference(c.english))
				return err
			}
			i := slices.Index(names, schema)
			if i < 0 {
				return c.usage("--schema 不能是 %q：%s", "--schema cannot be %q: %s", schema, strings.Join(names, ", "))
			}
			_, err := c.data.Write(config.Kinds[i].Schema())
			return err
		},
	}
	cmd.Flags().StringVar(&schema, "schema", "", c.t("打印一种文件 `file` 的 JSON Schema：", "print the JSON Schema of a `file`: ")+strings.Join(names, ", "))
	_ = cmd.RegisterFlagCompletionFunc("schema", words(names...))
	return cmd
}
