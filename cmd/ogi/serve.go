package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"ogi/generator/publish"
)

func (c *command) serve() *cobra.Command {
	var addr string
	var built bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Build, then show the site in a browser on this computer",
		Long: `serve builds the archive and offers public/ to a browser on this computer
until it is interrupted. It is for looking at the site, not for publishing it;
any web server can do that.`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !built {
				if err := c.runBuild(cmd, "", false); err != nil && !errors.Is(err, errQuiet) {
					return err
				}
			}
			return c.runServe(cmd.Context(), addr)
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "localhost:8080", "`address` to listen on")
	cmd.Flags().BoolVar(&built, "no-build", false, "show public/ as it is")
	return cmd
}

func (c *command) runServe(ctx context.Context, addr string) error {
	dir := filepath.Join(c.dir, "public")
	if err := publish.Recover(dir); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("%s: no site here yet; run ogi build", dir)
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	srv := &http.Server{Handler: pages(dir), ReadHeaderTimeout: 5 * time.Second}
	fmt.Fprintf(c.err, "http://%s/ (interrupt to end)\n", l.Addr())
	end := context.AfterFunc(ctx, func() { srv.Close() })
	defer end()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// pages serves the site as a static host does: folders by their index.html,
// never a listing, and 404.html for what is not there.
func pages(dir string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := filepath.Join(dir, filepath.FromSlash(path.Clean("/"+r.URL.Path)))
		if st, err := os.Stat(name); err == nil && st.IsDir() {
			if !strings.HasSuffix(r.URL.Path, "/") {
				http.Redirect(w, r, path.Base(r.URL.Path)+"/", http.StatusMovedPermanently)
				return
			}
			name = filepath.Join(name, "index.html")
		}
		b, err := os.ReadFile(name)
		if err != nil {
			b, _ = os.ReadFile(filepath.Join(dir, "404.html"))
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.WriteHeader(http.StatusNotFound)
			w.Write(b)
			return
		}
		w.Header().Set("Cache-Control", "no-store")
		http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(b))
	})
}
