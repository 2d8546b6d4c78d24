package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/desk"
	"ogi/generator/tongue"
)

func (c *command) move() *cobra.Command {
	var name string
	var yes bool
	cmd := &cobra.Command{
		Use:   c.t("move 旧文件夹名 新文件夹名", "move OLD NEW"),
		Short: c.t("给机关改文件夹名（网址）或名称，旧网址转到新的", "Give an agency another folder (address) or name; old addresses lead on"),
		Long: c.t(`move 给一个机关的文件夹改名。文件夹名就是网址，所以旧网址各留一页，转到新的
（不用脚本，写明 canonical 和 noindex）。报告的文件原样跟着走，别的机关的前身、
content/ledger.tsv 一并改好。要么都改，要么都不改。

--name 同时改机关的名称，旧名写进 agency.toml 的 names；只改名称的，新旧文件夹名写
一样。机构改革后换了职责的机关是另一个机关，不要用 move，见 ogi config 的“机构改革”。`,
			`move gives an agency's folder another name. The name is its address, so each old
address keeps a page that leads to the new one (no script, canonical, noindex). The
reports go along as they are; what other agencies say of it as their predecessor and
content/ledger.tsv follow. Either all is changed or nothing.

--name gives the agency another name as well, and keeps the old one in names of
agency.toml; to change that alone write the same folder twice. A body that took over
other duties is another agency and not to be moved: see ogi config on reforms.`),
		Example: `  ogi move 410403-justice weidong-sfj
  ogi move weidong-zfj weidong-zfj --name 卫东区综合行政执法局`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return c.usage("move 要两个文件夹名：旧的和新的", "move needs two folder names: OLD and NEW")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := generator.Open(c.dir)
			if err != nil {
				return err
			}
			defer f.Close()
			at := desk.At(f)
			m, err := desk.Plan(at.Archive, args[0], args[1], name)
			if err != nil {
				return err
			}
			show(c.out, "%s\n  %s → %s\n", m.From.Name, m.From.Dir, m.Dir)
			if m.Name != "" && m.Name != m.From.Name {
				show(c.out, "  %s → %s\n", m.From.Name, m.Name)
			}
			if !yes {
				ask := c.asker(cmd.Context(), false)
				if ask == nil {
					return c.fail("没有改动：要改请写 --yes", "nothing was changed: say so with --yes")
				}
				if !ask.yes(c.t("改吗？[y/N]", "move it? [y/N]")) {
					return cmd.Context().Err()
				}
			}
			if err := cmd.Context().Err(); err != nil {
				return err
			}
			if err := at.Move(m); err != nil {
				return c.nothing(err)
			}
			if m.From.Slug != m.To {
				c.say(c.err, "旧网址 agencies/%[1]s/ 会转到 agencies/%[2]s/；下一步：ogi build\n", "agencies/%[1]s/ leads to agencies/%[2]s/ from the next ogi build on\n", m.From.Slug, m.To)
			}
			return nil
		},
		ValidArgsFunction: c.agencies,
	}
	cmd.Flags().StringVar(&name, "name", "", c.t("新的名称 `name`", "its new `name`"))
	cmd.Flags().BoolVarP(&yes, "yes", "y", false, c.t("不问", "do not ask"))
	return cmd
}

// agencies completes the folder of an agency.
func (c *command) agencies(_ *cobra.Command, args []string, _ string) (out []cobra.Completion, _ cobra.ShellCompDirective) {
	if f, err := generator.Open(c.dir); err == nil && len(args) == 0 {
		defer f.Close()
		for _, g := range f.Agencies().Agencies {
			out = append(out, cobra.CompletionWithDesc(g.Slug, g.Name))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// nothing is the error of a change that was not made.
func (c *command) nothing(err error) error {
	if e, ok := refusal(err); ok {
		return fmt.Errorf("%s%s", c.t("没有写入任何文件：", "nothing was written: "), tongue.Of(e.Message.ZH+"；"+e.Remedy.ZH, e.Message.EN+"; "+e.Remedy.EN).In(c.english))
	}
	return err
}
