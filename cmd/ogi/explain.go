package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator/rule"
	"ogi/generator/tongue"
)

func (c *command) explain() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   c.t("explain [规则]", "explain [RULE]"),
		Short: c.t("说明一条规则：查什么、为什么、依据是什么", "Explain a rule: what it checks, why, and on what basis"),
		Long: c.t(`explain 显示一条规则的说明：查什么、为什么、依据、例子、不查什么。不写规则，列出
全部；--json 输出规则目录，供程序使用，assets/schema/rules.schema.json 说明它的形状。`,
			`explain prints the page of a rule: what it checks, why, on what basis, an
example, and what it does not check. Without a rule it lists them all. --json
prints the catalogue for programs; assets/schema/rules.schema.json describes it.`),
		Example: `  ogi explain
  ogi explain requests-balance`,
		Args: cobra.MaximumNArgs(1),
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var ids []cobra.Completion
			for _, r := range rule.All {
				ids = append(ids, cobra.CompletionWithDesc(r.ID, r.Title.ZH))
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if asJSON {
				return c.catalogue(args)
			}
			if len(args) == 0 {
				c.listRules()
				return nil
			}
			r := rule.ByID(args[0])
			if r == nil {
				return c.known(args[0])
			}
			fmt.Fprintf(c.out, "# %s\n\n%s，%s（%s），%s\n\n%s\n", r.Title.ZH, r.ID, r.Severity, r.Severity.Word(), r.Family.Name().ZH, strings.TrimSpace(rule.Doc(r.ID)))
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, c.t("输出 JSON", "print JSON"))
	return cmd
}

func (c *command) listRules() {
	width := 0
	for _, r := range rule.All {
		width = max(width, len(r.ID))
	}
	for _, r := range rule.All {
		fmt.Fprintf(c.out, "%-*s  %s  %s  %s\n", width, r.ID, r.Severity, r.Family.Name().ZH, r.Title.ZH)
	}
}

// A catalogued is the JSON of a rule; assets/schema/rules.schema.json describes it.
type catalogued struct {
	ID         string `json:"id"`
	Family     string `json:"family"`
	FamilyName both   `json:"family_name"`
	Severity   string `json:"severity"`
	Guard      bool   `json:"guard"`
	Title      both   `json:"title"`
	Found      both   `json:"found"`
	Basis      both   `json:"basis"`
	Formula    string `json:"formula"`
	MayBeWrong both   `json:"may_be_wrong"`
	Page       string `json:"page"`
}

type both struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

func bothOf(t tongue.Text) both { return both{t.ZH, t.In(true)} }

// catalogue prints the rules as JSON, or those that are named.
func (c *command) catalogue(ids []string) error {
	out := []catalogued{}
	for _, id := range ids {
		if err := c.known(id); err != nil {
			return err
		}
	}
	for _, r := range rule.All {
		if len(ids) > 0 && !slices.Contains(ids, r.ID) {
			continue
		}
		out = append(out, catalogued{
			r.ID, string(r.Family), bothOf(r.Family.Name()), r.Severity.String(), r.Guard, bothOf(r.Title), bothOf(r.Found), bothOf(r.Basis),
			r.Formula, bothOf(r.MayBeWrong), strings.TrimSpace(rule.Doc(r.ID)),
		})
	}
	enc := json.NewEncoder(c.data)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
