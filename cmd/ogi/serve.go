package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"ogi/generator/publish"
	"ogi/generator/serve"
)

func (c *command) serve() *cobra.Command {
	var addr string
	var hosts []string
	var built bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Build, then show the site in a browser on this computer",
		Long: `serve builds the archive and offers public/ to a browser on this computer
until it is interrupted. It is for looking at the site, not for publishing it;
any web server can do that.

It answers only where it is asked for by a name of this computer. For a look
from another one on the network give an address to listen on and the name by
which that one knows this: --addr 0.0.0.0:8080 --host office-pc.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := net.Listen("tcp", addr)
			if err != nil {
				return fmt.Errorf("%w; choose another with --addr", err)
			}
			defer l.Close()
			if !built {
				if err := c.runBuild(cmd, c.options(), false, false, false); err != nil && !errors.Is(err, errQuiet) {
					return err
				}
			}
			return c.runServe(cmd.Context(), l, hosts)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "localhost:8080", "`address` to listen on")
	cmd.Flags().StringArrayVar(&hosts, "host", nil, "answer to this `name` too; may be repeated")
	cmd.Flags().BoolVar(&built, "no-build", false, "show public/ as it is")
	return cmd
}

func (c *command) runServe(ctx context.Context, l net.Listener, hosts []string) error {
	dir := filepath.Join(c.dir, "public")
	if err := publish.Recover(dir); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("%s: no site here yet; run ogi build", dir)
	}
	srv := &http.Server{
		Handler:           serve.Handler(dir, l.Addr().String(), hosts...),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	show(c.err, "http://%s/ (interrupt to end)\n", l.Addr())
	end := context.AfterFunc(ctx, func() { srv.Close() })
	defer end()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
