package main

import (
	"bufio"
	"context"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"golang.org/x/term"

	"ogi/generator/desk"
)

// An asker asks on a terminal; nil where there is none.
type asker struct {
	ctx context.Context
	in  *bufio.Reader
	out io.Writer
}

func (c *command) asker(ctx context.Context, never bool) *asker {
	f, ok := c.in.(*os.File)
	if never || !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return &asker{ctx, bufio.NewReader(c.in), c.err}
}

func (a *asker) line(question string) string {
	show(a.out, "%s", question)
	answer := make(chan string, 1)
	go func() {
		s, _ := a.in.ReadString('\n')
		answer <- s
	}()
	select {
	case s := <-answer:
		return strings.TrimSpace(s)
	case <-a.ctx.Done():
		return ""
	}
}

func (a *asker) yes(question string) bool {
	switch strings.ToLower(a.line(question)) {
	case "y", "yes", "是":
		return true
	}
	return false
}

// settle asks for what a flag would tell; false if no answer was given.
func settle(t *desk.Told, flag string, ask *asker) bool {
	into := map[string]*string{"agency": &t.Agency, "name": &t.Name, "region": &t.Region, "role": &t.Role}[flag]
	switch flag {
	case "year":
		n, err := strconv.Atoi(ask.line("year? "))
		t.Year = n
		return err == nil
	case "replace":
		t.Replace = ask.yes("replace it, keeping the old bytes as an earlier version? [y/N] ")
		return t.Replace
	case "":
		return false
	}
	was := *into
	*into = ask.line(flag + "? ")
	return *into != "" && *into != was
}

// searched asks whether somebody looked through a file that no program reads: without
// that it is held and not offered.
func (c *command) searched(it *desk.Item, ask *asker) {
	if it.Report != nil || it.Told.Searched != "" || ask == nil {
		return
	}
	if ask.yes(it.File.Name + ": no program can look for identity, mobile, bank card or passport numbers in it.\nDid you look, and found none? Only then is the file offered for download. [y/N] ") {
		it.Told.Searched = time.Now().Format(time.DateOnly)
	}
}
