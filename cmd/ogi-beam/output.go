package main

import (
	"archive/tar"
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// A Tar is one file of the output: a folder of the site, or a share of its lists.
type Tar struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
	Files  int    `json:"files"`
}

// A Contents is the last file that a run writes, and the only one that unpack begins
// with: what lies beside it and is not named here is not of this run.
type Contents struct {
	Version     string `json:"version"`
	Reports     int    `json:"reports"`
	Agencies    int    `json:"agencies"`
	Pages       int    `json:"pages"`
	Findings    [4]int `json:"findings"` // by severity, 1 to 3
	Undecidable int    `json:"undecidable"`
	Errors      int    `json:"errors"`
	Warnings    int    `json:"warnings"`
	Tars        []Tar  `json:"tars"`
}

// The files of an output beside its tars.
const (
	contentsName = "contents.json"
	messagesName = "messages.txt"
)

// A shard is a tar that is being made. Its bytes rest on what it holds alone.
type shard struct {
	bytes bytes.Buffer
	tar   *tar.Writer
	files int
}

func newShard() *shard {
	s := &shard{}
	s.tar = tar.NewWriter(&s.bytes)
	return s
}

func (s *shard) put(path string, b []byte) error {
	s.files++
	if err := s.tar.WriteHeader(&tar.Header{Typeflag: tar.TypeReg, Name: path, Size: int64(len(b)), Mode: 0o644}); err != nil {
		return err
	}
	_, err := s.tar.Write(b)
	return err
}

// store writes it. A name has the same bytes whoever writes it, and however often.
func (s *shard) store(ctx context.Context, to, name string) (Tar, error) {
	if err := s.tar.Close(); err != nil {
		return Tar{}, err
	}
	sum := sha256.Sum256(s.bytes.Bytes())
	t := Tar{Name: name, SHA256: hex.EncodeToString(sum[:]), Bytes: int64(s.bytes.Len()), Files: s.files}
	return t, store(ctx, to, name, s.bytes.Bytes())
}

// store writes a file whole: who reads it meanwhile, or after a worker was killed, finds
// the one before or this one. An object at an address appears when it is closed; a local
// file takes its place by its name.
func store(ctx context.Context, to, name string, b []byte) error {
	fsys, err := filesystem.New(ctx, to)
	if err != nil {
		return err
	}
	defer fsys.Close()
	at := within(to, name)
	if strings.Contains(to, "://") {
		return filesystem.Write(ctx, fsys, at, b)
	}
	part := fmt.Sprintf("%s.%s.part", at, rand.Text()[:8])
	if err = filesystem.Write(ctx, fsys, part, b); err == nil {
		err = filesystem.Rename(ctx, fsys, part, at)
	}
	if err != nil {
		_ = os.Remove(part)
	}
	return err
}

func within(to, name string) string { return strings.TrimRight(to, "/") + "/" + name }

// withdraw takes back what an output says it holds, before another run writes over it.
func withdraw(ctx context.Context, to string) error {
	fsys, err := filesystem.New(ctx, to)
	if err != nil {
		return err
	}
	defer fsys.Close()
	at := within(to, contentsName)
	there, err := fsys.List(ctx, at)
	if err != nil || len(there) == 0 {
		return err
	}
	rm, ok := fsys.(filesystem.Remover)
	if !ok {
		return fmt.Errorf("%s: is there of another run, and cannot be removed; choose another place", at)
	}
	return rm.Remove(ctx, at)
}

// contents reads what a run says of its output.
func contents(ctx context.Context, fsys filesystem.Interface, from string) (*Contents, error) {
	at := within(from, contentsName)
	there, err := fsys.List(ctx, at)
	if err != nil {
		return nil, err
	}
	if len(there) == 0 {
		return nil, fmt.Errorf("%s: there is none: no run has ended here, or the last one failed", at)
	}
	b, err := filesystem.Read(ctx, fsys, at)
	if err != nil {
		return nil, err
	}
	c := &Contents{}
	if err := json.Unmarshal(b, c); err != nil {
		return nil, fmt.Errorf("%s: damaged: %w", at, err)
	}
	return c, nil
}

// files hands out the files of a tar, if it is the one that a run wrote.
func (t *Tar) files(ctx context.Context, fsys filesystem.Interface, from string, put func(path string, b []byte) error) error {
	at := within(from, t.Name)
	b, err := filesystem.Read(ctx, fsys, at)
	if err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	if sum := sha256.Sum256(b); hex.EncodeToString(sum[:]) != t.SHA256 {
		return fmt.Errorf("%s: is not what %s says; run again", at, contentsName)
	}
	r := tar.NewReader(bytes.NewReader(b))
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		if err := put(h.Name, b); err != nil {
			return err
		}
	}
}
