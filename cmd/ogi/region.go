package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"ogi/generator/pinyin"
	"ogi/generator/region"
)

func (c *command) region() *cobra.Command {
	return &cobra.Command{
		Use:   c.t("region 名称…", "region NAME…"),
		Short: c.t("查区划代码，或代码是哪个区划", "Look up the code of a division, or the division of a code"),
		Long: c.t(`region 列出一个名称可能指的区划（GB/T 2260），一行一个：代码、制表符、全名。
可以写名称或名称的一部分、拼音，或代码的前几位。什么都不写，列出各省。`, `region prints the divisions (GB/T 2260) that a name may mean, a line each: the
code, a tab and the whole name. NAME is a name or part of one, its pinyin, or the
first digits of a code. Without one the provinces are listed.`),
		Example: `  ogi region 卫东
  ogi region weidong
  ogi region 4104`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				for _, code := range region.Children("") {
					show(c.out, "%s\t%s\n", code, region.FullName(code))
				}
				return nil
			}
			missing := false
			for _, a := range args {
				found := region.Find(a, pinyin.Of)
				for _, r := range found {
					show(c.out, "%s\t%s\n", r.Code, region.FullName(r.Code))
				}
				if found == nil {
					c.say(c.err, "ogi: 没有叫 %q 的区划\n", "ogi: no division is called %q\n", a)
					missing = true
				}
			}
			if missing {
				return errQuiet
			}
			return nil
		},
	}
}

// code is the code of the division that a flag names, by code or by name.
func (c *command) code(text string) (string, error) {
	if text == "" || len(text) == 6 && strings.Trim(text, "0123456789") == "" {
		return text, nil
	}
	found := region.Find(text, pinyin.Of)
	switch len(found) {
	case 0:
		return "", c.usage("--region：没有叫 %q 的区划；ogi region 可以查名称和代码", "--region: no division is called %q; ogi region looks names and codes up", text)
	case 1:
		return found[0].Code, nil
	}
	var names []string
	for _, r := range found[:min(len(found), 9)] {
		names = append(names, fmt.Sprintf("%s %s", r.Code, region.FullName(r.Code)))
	}
	return "", c.usage("--region %q 可能是 %s；请写代码", "--region %q could be %s; give the code", text, strings.Join(names, ", "))
}
