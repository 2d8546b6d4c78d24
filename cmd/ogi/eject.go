package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ogi"
	"ogi/generator"
	"ogi/generator/config"
	"ogi/generator/disk"
)

func (c *command) eject() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "eject",
		Short: c.t("把内置模板写进档案，供修改", "Write the built-in templates into the archive, to change them"),
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "templates [NAME…]",
		Short: c.t("写出全部模板，或指定的几个", "Write all templates, or those named"),
		Long: c.t(`eject templates 把内置模板写进档案的 templates/，在那里代替程序里的，归您修改。
已经有的不动。只取要改的几个：其余的跟着程序走。`, `eject templates writes the built-in templates into templates/ of the archive,
where they take the place of those in the program, and are yours to change. Those
that are there already stay as they are. Take only what you want to change: the
others go on with the program.`),
		Example: `  ogi eject templates report.html _partials/footer.html
  ogi eject templates`,
		RunE: func(_ *cobra.Command, names []string) error { return c.ejectTemplates(names) },
	})
	return cmd
}

func (c *command) ejectTemplates(names []string) error {
	f, err := generator.Open(c.dir)
	if err != nil {
		return err
	}
	f.Close()
	var all []string
	err = fs.WalkDir(ogi.Files, "templates", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			all = append(all, strings.TrimPrefix(p, "templates/"))
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(names) == 0 {
		names = all
	}
	for _, n := range names {
		if !slices.Contains(all, n) {
			near := ""
			if s := config.Nearest(n, all); s != "" {
				near = fmt.Sprintf(c.t("（是不是 %q？）", " (did you mean %q?)"), s)
			}
			return c.usage("没有叫 %q 的模板%s：%s", "no template is called %q%s: %s", n, near, strings.Join(all, ", "))
		}
	}
	for _, n := range names {
		b, err := fs.ReadFile(ogi.Files, "templates/"+n)
		if err != nil {
			return err
		}
		name := filepath.Join(c.dir, "templates", filepath.FromSlash(n))
		err = disk.Below(name, func() error { return disk.Create(name, b) })
		switch {
		case errors.Is(err, fs.ErrExist):
			c.say(c.err, "%s：已经有了，不动\n", "%s: is there already, and stays\n", filepath.ToSlash(name))
		case err != nil:
			return disk.At(name, err)
		default:
			show(c.out, "%s\n", filepath.ToSlash(name))
		}
	}
	return nil
}
