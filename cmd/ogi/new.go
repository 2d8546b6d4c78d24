package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/disk"
	"ogi/generator/example"
	"ogi/generator/form"
	"ogi/generator/region"
	"ogi/generator/slug"
	"ogi/generator/start"
)

func (c *command) new() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new",
		Short: "Make an archive, or an agency in one",
		Long:  "new makes the files that an archive or an agency begins with. It never overwrites one.",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(c.newArchive(), c.newAgency())
	return cmd
}

func (c *command) newArchive() *cobra.Command {
	var a start.Archive
	cmd := &cobra.Command{
		Use:   "archive DIR",
		Short: c.t("建一个档案文件夹", "Make an archive folder"),
		Long: c.t(`new archive 建一个文件夹，放进档案开头要有的东西，要么全有，要么全无：每个键都有说明
的 site.toml、留着空白等您填写的“关于”页、中英文 README、git 要知道的，以及在
GitHub 上检查合并请求、公布网站的工作流。文件夹是新的或空的；里面可以有 .git 之类
的隐藏文件。

工作流用的是这个 ogi 发布时所在仓库的动作；--action 指定另一个。

--example 放进一个虚构的县：四十个机关、五年，故意有几处差错，一分钟就能看到完整
的网站。`, `new archive makes a folder with what an archive begins with, all of it or
nothing: site.toml with every key explained, the page “about” with blanks for
your own words, a README in Chinese and English, what git needs to know, and
workflows for GitHub that check pull requests and publish the site. DIR is new or
empty; hidden files, as .git, may lie in it.

The workflows use the action of the repository that this ogi was released from;
--action names another.

--example fills it with an invented county, 40 bodies over five years with some
faults planted, so that you see a whole site in a minute.`),
		Example: `  ogi new archive reports --title "卫东区政府信息公开年报"
  ogi new archive example --example`,
		Args: oneArg("DIR"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if a.Action == "" && generator.Repository != "" {
				a.Action = generator.Repository + "@v" + generator.Version
			}
			if a.Example && !cmd.Flags().Changed("title") {
				a.Title = example.Title
			}
			if a.Action != "" && !start.Written.MatchString(a.Action) {
				return c.usage("--action 不能是 %q：写作 所有者/仓库@版本", "--action cannot be %q: OWNER/REPOSITORY@REF", a.Action)
			}
			a.Home = home(a.Action)
			files, err := start.Files(a)
			if err != nil {
				return err
			}
			if err := c.plant(args[0], files); err != nil {
				return err
			}
			if a.Action == "" {
				c.say(c.err, "没有写工作流：这个 ogi 不知道自己发布在哪里，请用 --action 所有者/仓库@版本 告诉它\n", "no workflows: this ogi does not know where it was released; --action OWNER/REPOSITORY@REF tells\n")
			}
			if a.Example {
				c.say(c.err, "下一步：ogi serve --dir %s\n", "next: ogi serve --dir %s\n", args[0])
				return nil
			}
			c.say(c.err, "下一步：ogi add 文件… --dir %s，或 ogi new agency SLUG --name … --region … --dir %[1]s\n", "next: ogi new agency SLUG --name … --region … --dir %s, or ogi add FILE… --dir %[1]s\n", args[0])
			return nil
		},
	}
	cmd.Flags().StringVar(&a.Title, "title", "政府信息公开工作年度报告档案", c.t("网站的名称 `title`", "`title` of the site"))
	cmd.Flags().BoolVar(&a.Example, "example", false, c.t("放进一个虚构的县，看看完整的网站", "fill it with an invented county, to see a whole site"))
	cmd.Flags().StringVar(&a.Action, "action", "", c.t("工作流使用的动作 `owner/repository@ref`", "the action that workflows use: `owner/repository@ref`"))
	return cmd
}

// home is the page of the program, as far as it is known.
func home(action string) string {
	if repo, _, ok := strings.Cut(action, "@"); ok {
		return "https://github.com/" + repo
	}
	return ""
}

func (c *command) newAgency() *cobra.Command {
	var name, in, kind, under string
	cmd := &cobra.Command{
		Use:   "agency SLUG",
		Short: "Make an agency folder in the archive",
		Long: `new agency makes content/SLUG/agency.toml. SLUG is the agency's part of web
addresses: lower-case letters, digits and hyphens. Reports then go beside it,
named by their report year: 2025.pdf.`,
		Example: `  ogi new agency weidong-sfj --name 平顶山市卫东区司法局 --region 410403 --under henan`,
		Args:    oneArg("SLUG"),
		RunE: func(_ *cobra.Command, args []string) error {
			part := args[0]
			if slug.Reserved(part) {
				return usagef("%q is the name of a device on Windows: use another, as %s-1", part, part)
			}
			if !slug.Is(part) {
				return usagef("%q cannot be part of a web address: use a–z, 0–9 and hyphens, as weidong-sfj", part)
			}
			if name == "" || in == "" {
				return usagef("say who it is: --name and --region")
			}
			in, err := c.code(in)
			if err != nil {
				return err
			}
			if _, ok := region.Lookup(in); !ok {
				return usagef("the region code %q is not in the table of divisions (GB/T 2260); ogi region looks it up", in)
			}
			if kind != "" && !slices.Contains(kindList, kind) {
				return usagef("--kind cannot be %q: one of %s", kind, kinds)
			}
			if under != "" && (!fs.ValidPath(filepath.ToSlash(under)) || under == ".") {
				return usagef("--under cannot be %q: a folder below content/, as henan", under)
			}
			if err := c.unheld(part, name); err != nil {
				return err
			}
			text := fmt.Sprintf("name = %q\nregion = %q # %s\n", name, in, region.FullName(in))
			if kind != "" {
				text += fmt.Sprintf("kind = %q\n", kind)
			}
			dir := filepath.ToSlash(filepath.Join("content", filepath.FromSlash(under), part))
			file := filepath.Join(c.dir, filepath.FromSlash(dir), "agency.toml")
			err = disk.Below(file, func() error { return disk.Create(file, []byte(text)) })
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s: is there already", file)
			} else if err != nil {
				return disk.At(file, err)
			}
			show(c.out, "%s\n", filepath.ToSlash(file))
			show(c.err, "next: put reports into %s as <year>.<kind>, as 2025.pdf\n", dir)
			return nil
		},
	}
	cmd.Flags().StringVar(&name, "name", "", "full `name` of the agency")
	cmd.Flags().StringVar(&in, "region", "", "`code` or name of its division")
	cmd.Flags().StringVar(&kind, "kind", "", "`kind`, where the name does not tell: "+kinds)
	cmd.Flags().StringVar(&under, "under", "", "`folder` below content/ to group it in")
	_ = cmd.RegisterFlagCompletionFunc("kind", words(kindList...))
	return cmd
}

// unheld tells of an agency that the archive has already, by slug or by name.
func (c *command) unheld(part, name string) error {
	f, err := generator.Open(c.dir)
	if err != nil {
		return err
	}
	defer f.Close()
	a := f.Agencies()
	if g := a.Agency(part); g != nil {
		return fmt.Errorf("%s is the folder of %s already (%s); a slug is unique in an archive", part, g.Name, g.Dir)
	}
	for _, g := range a.Agencies {
		if form.Norm(g.Name) == form.Norm(name) {
			return fmt.Errorf("the archive has %s already: %s", g.Name, g.Dir)
		}
	}
	return nil
}

// plant makes an archive in a folder that is new or empty, or begun by a
// command that was cut off.
func (c *command) plant(dir string, files []disk.File) error {
	st, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := disk.Below(dir, func() error { return disk.Plant(dir, files) }); err != nil {
			return fmt.Errorf("nothing was made: %w", disk.At(dir, err))
		}
	case err != nil:
		return err
	case !st.IsDir():
		return fmt.Errorf("%s: is a file; name a folder that is new or empty", dir)
	default:
		if err := fits(dir, files); err != nil {
			return err
		}
		for _, f := range files { // site.toml, by which it is an archive, last
			name := filepath.Join(dir, filepath.FromSlash(f.Path))
			err := disk.Below(name, func() error { return disk.Create(name, f.Bytes) })
			if err != nil && !errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s: not made whole: %w; the same command goes on with it", dir, disk.At(name, err))
			}
		}
	}
	const most = 20
	for i, f := range files {
		if more := len(files) - most; more > 0 && i == most/2 {
			show(c.out, "… %s more\n", plural(more, "file"))
		}
		if i < most/2 || i >= len(files)-most/2 {
			show(c.out, "%s\n", filepath.ToSlash(filepath.Join(dir, f.Path)))
		}
	}
	return nil
}

// fits tells what in a folder keeps an archive from being made there: all but
// its own files, as they would be written, and hidden ones, as .git.
func fits(dir string, files []disk.File) error {
	if _, err := os.Lstat(filepath.Join(dir, "site.toml")); err == nil {
		return fmt.Errorf("%s: is there already, so this is an archive; ogi new agency adds to it", filepath.Join(dir, "site.toml"))
	}
	ours := map[string][]byte{}
	folders := map[string]bool{".": true}
	for _, f := range files {
		ours[f.Path] = f.Bytes
		for d := path.Dir(f.Path); d != "."; d = path.Dir(d) {
			folders[d] = true
		}
	}
	var there []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		want, own := ours[p]
		switch {
		case err != nil:
			return err
		case d.IsDir() && folders[p], disk.Staged(d.Name()):
			return nil
		case own:
			if b, err := os.ReadFile(filepath.Join(dir, p)); err == nil && bytes.Equal(b, want) {
				return nil
			}
		case d.Name()[0] == '.':
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if there = append(there, p); d.IsDir() {
			return fs.SkipDir
		}
		return nil
	})
	if err != nil {
		return err
	}
	if n := len(there); n > 0 {
		names := strings.Join(there[:min(n, 3)], ", ")
		if n > 3 {
			names += fmt.Sprintf(" and %d more", n-3)
		}
		return fmt.Errorf("%s: holds %s; an archive is made in a folder that is new or empty: name one, as %s", dir, names, filepath.Join(dir, "archive"))
	}
	return nil
}
