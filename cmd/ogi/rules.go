package main

import (
	"bufio"
	"bytes"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/check"
	"ogi/generator/config"
	"ogi/generator/disk"
	"ogi/generator/office/opinion"
	"ogi/generator/rule"
)

// picking are the flags that say which rules are asked for.
type picking struct {
	rules, skip []string
	off         string
}

func (c *command) picking(cmd *cobra.Command, p *picking) {
	f := cmd.Flags()
	f.StringSliceVar(&p.rules, "rule", nil, c.t("只核对这些规则 `id`", "ask only these `rules`"))
	f.StringSliceVar(&p.skip, "skip", nil, c.t("不核对这些规则 `id`", "leave these `rules` out"))
	f.StringVar(&p.off, "off", "", c.t("不核对 `file` 里写明理由的规则，一行一条：规则 理由", "leave out the rules in a `file`, a line each: the rule and why"))
	ids := func(*cobra.Command, []string, string) (out []cobra.Completion, _ cobra.ShellCompDirective) {
		for _, r := range rule.All {
			out = append(out, cobra.CompletionWithDesc(r.ID, r.Title.In(c.english)))
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
	for _, name := range []string{"rule", "skip"} {
		_ = cmd.RegisterFlagCompletionFunc(name, ids)
	}
}

// pick is what the flags ask for, and the rules that a file switches off, with why.
func (c *command) pick(p picking) (generator.Pick, []opinion.Off, error) {
	out := generator.Pick{Rules: p.rules, Skip: p.skip}
	var offs []opinion.Off
	if p.off != "" {
		b, err := os.ReadFile(p.off)
		if err != nil {
			return out, nil, disk.At(p.off, err)
		}
		lines := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(b, []byte("\ufeff"))))
		for n := 1; lines.Scan(); n++ {
			text := strings.TrimSpace(lines.Text())
			if text == "" || text[0] == '#' {
				continue
			}
			at := strings.IndexAny(text, " \t,，:：　")
			if at < 0 {
				return out, nil, c.fail("%s:%d: 规则 %s 没有写理由：规则后面空一格，写为什么不核对", "%s:%d: no reason for %s: write why it is left out behind the rule", p.off, n, text)
			}
			id, why := text[:at], strings.Trim(text[at:], " \t,，:：　")
			if err := c.known(id); err != nil {
				return out, nil, c.fail("%s:%d: %w", "%s:%d: %w", p.off, n, err)
			}
			if why == "" {
				return out, nil, c.fail("%s:%d: 规则 %s 没有写理由", "%s:%d: no reason for %s", p.off, n, id)
			}
			offs = append(offs, opinion.Off{Rule: rule.ByID(id).Title.ZH, Why: why})
			out.Skip = append(out.Skip, id)
		}
	}
	for _, id := range slices.Concat(p.rules, out.Skip) {
		if err := c.known(id); err != nil {
			return out, nil, err
		}
	}
	for _, id := range out.Skip {
		if id == check.PersonalData {
			return out, nil, c.usage("%s 不能关：个人信息总要核对", "%s cannot be left out: numbers of persons are always looked for", id)
		}
	}
	return out, offs, nil
}

func (c *command) known(id string) error {
	if rule.ByID(id) != nil {
		return nil
	}
	ids := make([]string, len(rule.All))
	for i, r := range rule.All {
		ids[i] = r.ID
	}
	if near := config.Nearest(id, ids); near != "" {
		return c.usage("没有规则 %q（是否要写 %q？）", "no rule %q (did you mean %q?)", id, near)
	}
	return c.usage("没有规则 %q；ogi explain 列出全部", "no rule %q; ogi explain lists them all", id)
}

// ofStatus leaves of judged reports the findings of a status that is asked for.
func ofStatus(js []generator.Judged, only []string) []generator.Judged {
	if len(only) == 0 {
		return js
	}
	out := make([]generator.Judged, len(js))
	for i, j := range js {
		n := *j.Judgement
		n.Findings = nil
		for k := range j.Judgement.Findings {
			if f := &j.Judgement.Findings[k]; slices.Contains(only, f.Status.String()) {
				n.Findings = append(n.Findings, *f)
			}
		}
		j.Judgement = &n
		out[i] = j
	}
	return out
}
