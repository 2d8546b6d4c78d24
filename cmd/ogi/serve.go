package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"ogi/generator"
	"ogi/generator/diag"
	"ogi/generator/publish"
	"ogi/generator/serve"
	"ogi/generator/sign"
	"ogi/generator/watch"
)

func (c *command) serve() *cobra.Command {
	var addr string
	var hosts []string
	var built, still, open bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: c.t("生成后在本机浏览器里查看，并跟着改动更新", "Build, then show the site in a browser on this computer"),
		Long: c.t(`serve 生成档案的网站，在本机浏览器里给人看，直到被中断。它是用来看的，不是用来
公布的；公布用任何网站服务器都可以。

content/、templates/、assets/ 或 site.toml 一有改动，就重新生成，浏览器里的页面
自己更新。出了什么错写在页面上，页面还是上一次的网站；public/ 一个字节都不因此
改变。

只有用本机的名字来问才回答。要从网络上另一台计算机看，请给出监听的地址和那边
称呼本机的名字：--addr 0.0.0.0:8080 --host office-pc。`, `serve builds the archive and offers public/ to a browser on this computer
until it is interrupted. It is for looking at the site, not for publishing it;
any web server can do that.

Where content/, templates/, assets/ or site.toml change, the site is built anew
and the page in the browser with it. What went wrong is shown in the page, which
stays as it was last built; not a byte of public/ changes for that.

It answers only where it is asked for by a name of this computer. For a look
from another one on the network give an address to listen on and the name by
which that one knows this: --addr 0.0.0.0:8080 --host office-pc.`),
		Example: `  ogi serve --open
  ogi serve --dir reports --addr localhost:9000`,
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := listen(addr, !cmd.Flags().Changed("addr"))
			if err != nil {
				return c.fail("%w；请用 --addr 另选一个", "%w; choose another with --addr", err)
			}
			defer l.Close()
			ctx, stop := context.WithCancel(cmd.Context())
			defer stop()
			cmd.SetContext(ctx)
			look := &looking{c: c, cmd: cmd}
			if !built && !still {
				if err := look.begin(); err != nil {
					return err
				}
			} else if !built {
				if err := c.runBuild(cmd, c.options(), false, false, false); err != nil && !errors.Is(err, errQuiet) {
					return err
				}
			}
			err = c.runServe(ctx, l, hosts, look, open)
			if look.done != nil {
				stop()
				<-look.done // a build on its way is let come to an end
			}
			return err
		},
	}
	cmd.Flags().StringVar(&addr, "addr", "localhost:8080", c.t("监听的地址 `address`；不写而它被占用时，用下一个空的", "`address` to listen on; where nothing is said and it is taken, the next that is free"))
	cmd.Flags().StringArrayVar(&hosts, "host", nil, c.t("也回答这个名字 `name`；可重复", "answer to this `name` too; may be repeated"))
	cmd.Flags().BoolVar(&open, "open", false, c.t("打开浏览器", "open the browser"))
	cmd.Flags().BoolVar(&still, "no-watch", false, c.t("只生成一次，不看改动", "build once, and do not look for changes"))
	cmd.Flags().BoolVar(&built, "no-build", false, c.t("照 public/ 现在的样子显示", "show public/ as it is"))
	return cmd
}

// listen takes the address, or where any will do and it is taken one of the next, or
// one that the system gives.
func listen(addr string, any bool) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	host, port, e := net.SplitHostPort(addr)
	n, f := strconv.Atoi(port)
	if err == nil || !any || e != nil || f != nil {
		return l, err
	}
	for i := 1; i < 20; i++ {
		if l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(n+i))); err == nil {
			return l, nil
		}
	}
	if l, err := net.Listen("tcp", net.JoinHostPort(host, "0")); err == nil {
		return l, nil
	}
	return nil, err
}

// A looking builds the site anew whenever the archive changes.
type looking struct {
	c    *command
	cmd  *cobra.Command
	live *serve.Live // nil where nothing is looked for
	done chan struct{}
}

// begin builds the site, and goes on to look for changes. A build that fails is shown
// and not the end; that there is no archive is.
func (k *looking) begin() error {
	ctx := k.cmd.Context()
	changes, err := watch.Watch(ctx, k.c.dir, "content", "templates", "assets", "site.toml")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		k.c.say(k.c.err, "看不到档案的改动：%v\n", "changes of the archive are not seen: %v\n", err)
	}
	f, err := generator.Open(k.c.dir)
	if err != nil {
		return err
	}
	f.Close()
	k.live = &serve.Live{}
	if err := k.build(); err != nil {
		return err
	}
	k.done = make(chan struct{})
	go func() {
		defer close(k.done)
		for changes != nil {
			select {
			case <-ctx.Done():
				return
			case <-changes:
				if k.build() != nil {
					return
				}
			}
		}
	}()
	return nil
}

// build builds once; its error is that of an interruption.
func (k *looking) build() error {
	k.live.Begin()
	ds, err := k.c.built(k.cmd, k.c.options(), false, false, false)
	if errors.Is(err, context.Canceled) {
		return err
	}
	broken := err != nil && !errors.Is(err, errQuiet)
	var wrong []string
	if broken {
		show(k.c.err, "ogi: %v\n", err)
		wrong = append(wrong, sign.Lines(masked(err.Error())))
	}
	for _, d := range ds {
		if d.Level == diag.Error {
			wrong = append(wrong, masked(d.String()))
		}
	}
	const most = 50
	if more := len(wrong) - most; more > 0 {
		wrong = append(wrong[:most], fmt.Sprintf("… +%d", more))
	}
	k.live.End(broken, wrong)
	return nil
}

func (c *command) runServe(ctx context.Context, l net.Listener, hosts []string, look *looking, open bool) error {
	dir := filepath.Join(c.dir, "public")
	if err := publish.Recover(dir); err != nil {
		return err
	}
	handler := serve.Handler(dir, l.Addr().String(), hosts...)
	if look.live != nil {
		handler = serve.LiveHandler(look.live, dir, l.Addr().String(), hosts...)
	} else if _, err := os.Stat(filepath.Join(dir, "index.html")); err != nil {
		return fmt.Errorf("%s: no site here yet; run ogi build", dir)
	}
	srv := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	address := fmt.Sprintf("http://%s/", l.Addr())
	c.say(c.err, "%s （中断即结束）\n", "%s (interrupt to end)\n", address)
	if open {
		if err := browse(ctx, address); err != nil {
			c.say(c.err, "没有打开浏览器：%v\n", "no browser was opened: %v\n", err)
		}
	}
	end := context.AfterFunc(ctx, func() { srv.Close() })
	defer end()
	if err := srv.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// browse opens an address in the browser of whoever sits here.
func browse(ctx context.Context, address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	case "darwin":
		name = "open"
	}
	cmd := exec.CommandContext(context.WithoutCancel(ctx), name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}
