package read_test

import (
	"strings"
	"testing"

	"ogi/generator/read"
)

func TestOtherKindsSayWhatToSaveAs(t *testing.T) {
	for name, head := range map[string]string{
		"a.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.wps": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.rtf": "{\\rtf1", "a.jpg": "\xff\xd8\xff\xe0",
	} {
		_, _, err := read.File(name, []byte(head+strings.Repeat("x", 600)))
		e, ok := err.(interface{ Error() string })
		if !ok || err == nil {
			t.Errorf("%s: read", name)
			continue
		}
		if !strings.Contains(e.Error(), "不能直接读取") && !strings.Contains(e.Error(), "图片") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
