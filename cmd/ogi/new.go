package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"ogi/generator/disk"
	"ogi/generator/region"
	"ogi/generator/slug"
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
	var title string
	cmd := &cobra.Command{
		Use:     "archive DIR",
		Short:   "Make an archive folder",
		Example: `  ogi new archive reports --title "卫东区政府信息公开年报"`,
		Args:    oneArg("DIR"),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.create(args[0], []scaffold{
				{"site.toml", fmt.Sprintf(siteTOML, title)},
				{"content/pages/about.md", "# 关于\n\n这里写明本档案由谁维护、收录哪些机关、如何联系。\n"},
				{"public/.keep", ""},
				{".gitignore", "/public/*\n!/public/.keep\n/.ogi/\n"},
			}, "next: ogi new agency SLUG --name … --region … --dir "+args[0])
		},
	}
	cmd.Flags().StringVar(&title, "title", "政府信息公开工作年度报告档案", "`title` of the site")
	return cmd
}

const siteTOML = `title = %q
# description = ""
# base_url = "https://example.org/reports/"   # then there are a sitemap and canonical addresses
# contact = "mailto:ogi@example.org?subject={rule}&body={report}"
# small_n = 5                                  # ratios below this n are not shown

# [licence]
# data = "CC0-1.0"
# prose = ""
# originals = ""

# [deadlines.townships]                        # local deadlines, by region code or the beginning of one
# 4104 = "01-31"
`

func (c *command) newAgency() *cobra.Command {
	var name, code, kind, under string
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
			if name == "" || code == "" {
				return usagef("say who it is: --name and --region")
			}
			if _, ok := region.Lookup(code); !ok {
				return usagef("the region code %q is not in the table of divisions (GB/T 2260)", code)
			}
			text := fmt.Sprintf("name = %q\nregion = %q # %s\n", name, code, region.FullName(code))
			if kind != "" {
				text += fmt.Sprintf("kind = %q\n", kind)
			}
			dir := filepath.ToSlash(filepath.Join("content", filepath.FromSlash(under), part))
			return c.create(c.dir, []scaffold{{dir + "/agency.toml", text}}, "next: put reports into "+dir+" as <year>.<kind>, as 2025.pdf")
		},
	}
	cmd.Flags().StringVar(&name, "name", "", "full `name` of the agency")
	cmd.Flags().StringVar(&code, "region", "", "six-digit `code` of its division")
	cmd.Flags().StringVar(&kind, "kind", "", "`kind`, where the name does not tell: "+kinds)
	cmd.Flags().StringVar(&under, "under", "", "`folder` below content/ to group it in")
	_ = cmd.RegisterFlagCompletionFunc("kind", words(kindList...))
	return cmd
}

type scaffold struct{ path, text string }

// create writes files that must not be there yet.
func (c *command) create(dir string, files []scaffold, next string) error {
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(dir, f.path)); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: is there already", filepath.Join(dir, f.path))
		}
	}
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := disk.Create(name, []byte(f.text)); err != nil {
			return err
		}
		show(c.out, "%s\n", filepath.ToSlash(name))
	}
	show(c.err, "%s\n", next)
	return nil
}
