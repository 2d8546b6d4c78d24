package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"ogi/generator"
)

func (c *command) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArgs,
		Run: func(*cobra.Command, []string) {
			show(c.out, "%s\n", version())
		},
	}
}

func version() string {
	return fmt.Sprintf("ogi %s%s %s %s/%s", generator.Version, revision(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// revision is " (1a2b3c4)" for a binary built from a checkout.
func revision() string {
	b, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	rev, dirty := "", ""
	for _, s := range b.Settings {
		switch {
		case s.Key == "vcs.revision":
			rev = s.Value[:min(7, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			dirty = "+"
		}
	}
	if rev == "" {
		return ""
	}
	return " (" + rev + dirty + ")"
}
