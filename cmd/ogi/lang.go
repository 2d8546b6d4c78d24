package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"ogi/generator/tongue"
)

// spoken is the language in which a command talks, zh or en: that of --lang, of
// OGI_LANG, of the locale, or of the system's desktop; else English. told says
// that somebody chose it for ogi itself.
func spoken(args []string, env func(string) string, system func() string) (lang string, told bool) {
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			return v, true
		}
		if a == "--lang" && i+1 < len(args) {
			return args[i+1], true
		}
	}
	if v := env("OGI_LANG"); v != "" {
		return zhOrEn(v), true
	}
	for _, key := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := env(key); v != "" {
			return zhOrEn(v), false
		}
	}
	return zhOrEn(system()), false
}

func zhOrEn(locale string) string {
	if strings.HasPrefix(strings.ToLower(locale), "zh") {
		return "zh"
	}
	return "en"
}

// speak sets the language of a call.
func (c *command) speak(args []string) {
	lang, told := spoken(args, os.Getenv, systemLang)
	c.english = lang != "zh"
	if told {
		c.lang = lang
	}
}

// findingsIn is the language of findings: Chinese, as the reports are, unless somebody
// chose another.
func (c *command) findingsIn() string { return cmp.Or(c.lang, "zh") }

// t is words in the language of the call.
func (c *command) t(zh, en string) string { return tongue.Of(zh, en).In(c.english) }

// say prints by the format of the language of the call; see show.
func (c *command) say(w io.Writer, zh, en string, args ...any) { show(w, c.t(zh, en), args...) }

// usage is a call that cannot be meant as it is.
func (c *command) usage(zh, en string, args ...any) error {
	return usageError{fmt.Errorf(c.t(zh, en), args...)}
}

// fail is an error in the language of the call.
func (c *command) fail(zh, en string, args ...any) error { return fmt.Errorf(c.t(zh, en), args...) }

// words are those of an error in the language of the call.
func (c *command) words(err error) string {
	if f := (*tongue.Fault)(nil); !c.english && errors.As(err, &f) {
		return strings.Replace(err.Error(), f.EN, f.ZH, 1)
	}
	return err.Error()
}

// count is a number of things.
func (c *command) count(n int, zh, noun string) string {
	if c.english {
		return plural(n, noun)
	}
	return fmt.Sprintf("%d%s", n, zh)
}
