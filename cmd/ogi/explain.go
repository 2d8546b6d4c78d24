package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator/config"
	"ogi/generator/rule"
)

func (c *command) explain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain [RULE]",
		Short: "Explain a rule: what it checks, why, and on what basis",
		Long: `explain prints the page of a rule: what it checks, why, on what basis, an
example, and what it does not check. Without a rule it lists them all.`,
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
			if len(args) == 0 {
				c.listRules()
				return nil
			}
			r := rule.ByID(args[0])
			if r == nil {
				return unknownRule(args[0])
			}
			fmt.Fprintf(c.out, "# %s\n\n%s，%s（%s），%s\n\n%s\n", r.Title.ZH, r.ID, r.Severity, r.Severity.Word(), r.Family.Name().ZH, strings.TrimSpace(rule.Doc(r.ID)))
			return nil
		},
	}
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

func unknownRule(id string) error {
	ids := make([]string, len(rule.All))
	for i, r := range rule.All {
		ids[i] = r.ID
	}
	if near := config.Nearest(id, ids); near != "" {
		return usagef("no rule %q (did you mean %q?)", id, near)
	}
	return usagef("no rule %q; ogi explain lists them all", id)
}
