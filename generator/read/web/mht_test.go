package web_test

import (
	"bytes"
	"encoding/base64"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"ogi/generator/internal/blocks"
	"ogi/generator/internal/specimen"
	"ogi/generator/read"
)

// A sign that is no code loses nothing of a web archive behind it.
func TestABrokenCodeLosesNothing(t *testing.T) {
	b := specimen.Random(3, specimen.Options{}).MustWrite(specimen.MHT)
	whole, _, err := read.File("a.mht", b)
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(b, []byte("=E4"))
	torn, _, err := read.File("a.mht", bytes.Join([][]byte{b[:at], b[at:]}, []byte("=ZZ")))
	if err != nil {
		t.Fatal(err)
	}
	if len(torn.Blocks) != len(whole.Blocks) {
		t.Errorf("%d blocks, %d without the sign", len(torn.Blocks), len(whole.Blocks))
	}
}

func TestSavedPageInBase64AndGBK(t *testing.T) {
	page, err := simplifiedchinese.GBK.NewEncoder().String("<html><body><p>总体情况良好</p></body></html>")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	b.WriteString("From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b\r\n" +
		"Content-Type: text/html; charset=\"gbk\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(page)) + "\r\n--b--\r\n")
	if got, want := blocks.Show(t, "a.mht", b.Bytes()), "总体情况良好\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The report of a web archive may stand in a frame, or be its only part.
func TestWebArchiveParts(t *testing.T) {
	frame := "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" +
		"--x\nContent-Type: text/html\n\n<html><p>导航 13900000000</p><iframe src=b></iframe></html>\n" +
		"--x\nContent-Type: text/html; charset=gbk\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C4=EA=B1=A8</p><table><tr><td>=B9=E6=D5=C2<td>1</table>\n--x--\n"
	single := "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<p>年报</p><table><tr><td>规章<td>1</table>\n"
	want := "年报\n规章@0 | 1@1\n"
	for _, text := range []string{frame, single} {
		if got := blocks.Show(t, "a.mht", []byte(text)); got != want {
			t.Errorf("got\n%swant\n%s", got, want)
		}
	}
	d, _, _ := read.File("a.mht", []byte(frame))
	if len(d.Hidden) != 1 || d.Hidden[0].Text != "导航 13900000000" {
		t.Errorf("hidden: %v", d.Hidden)
	}
}
