package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"

	"ogi/generator/read/kit"
)

// maxObjects is far above what a report has.
const maxObjects = 100000

var (
	objectHead  = regexp.MustCompile(`(?:^|[\s\x00])(\d{1,7})[ \t]+(\d{1,5})[ \t]+obj\b`)
	rootLink    = regexp.MustCompile(`/Root\s+(\d{1,7})\s+\d{1,5}\s+R`)
	catalogMark = regexp.MustCompile(`/Type\s*/Catalog\b`)
	packedMark  = regexp.MustCompile(`/Type\s*/ObjStm\b`)
	countMark   = regexp.MustCompile(`/N\s+(\d{1,6})`)
	firstMark   = regexp.MustCompile(`/First\s+(\d{1,7})`)
)

// repaired gives a file whose table of objects is lost or wrong a new one: the
// objects are found by their heads, the last of each number counts, and those
// packed in streams are laid open behind them. It reports false where no
// catalogue is found or the file is encrypted.
func repaired(b []byte) ([]byte, bool) {
	if bytes.Contains(b, []byte("/Encrypt")) {
		return nil, false
	}
	at := map[int]int{}
	out := bytes.NewBuffer(slices.Clone(b))
	out.WriteByte('\n')
	root := 0
	heads := objectHead.FindAllSubmatchIndex(b, maxObjects)
	for i, m := range heads {
		n, _ := strconv.Atoi(string(b[m[2]:m[3]]))
		at[n] = m[2]
		end := len(b)
		if i+1 < len(heads) {
			end = heads[i+1][0]
		}
		body := b[m[1]:end]
		head, data, packed := bytes.Cut(body, []byte("stream"))
		switch {
		case catalogMark.Match(head):
			root = n
		case packed && packedMark.Match(head):
			unpack(head, data, func(n int, object []byte) {
				if catalogMark.Match(object) {
					root = n
				}
				at[n] = out.Len()
				fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, object)
			})
		}
		if out.Len()-len(b) > kit.MaxPart || len(at) > maxObjects {
			return nil, false
		}
	}
	if m := rootLink.FindAllSubmatch(b, -1); len(m) > 0 {
		if n, _ := strconv.Atoi(string(m[len(m)-1][1])); at[n] > 0 {
			root = n
		}
	}
	if root == 0 {
		return nil, false
	}
	table := out.Len()
	numbers := slices.Sorted(maps.Keys(at))
	out.WriteString("xref\n0 1\n0000000000 65535 f \n")
	for _, n := range numbers {
		fmt.Fprintf(out, "%d 1\n%010d 00000 n \n", n, at[n])
	}
	fmt.Fprintf(out, "trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF", numbers[len(numbers)-1]+1, root, table)
	return out.Bytes(), true
}

// unpack lays a stream of objects open.
func unpack(head, data []byte, yield func(n int, object []byte)) {
	count, first := intOf(countMark, head), intOf(firstMark, head)
	r, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(data, "\r\n")))
	if err != nil || count <= 0 || first <= 0 {
		return
	}
	all, _ := io.ReadAll(io.LimitReader(r, kit.MaxPart))
	if first > len(all) {
		return
	}
	index := bytes.Fields(all[:first])
	for i := 0; i < count && 2*i+1 < len(index); i++ {
		n, _ := strconv.Atoi(string(index[2*i]))
		from, _ := strconv.Atoi(string(index[2*i+1]))
		to := len(all) - first
		if 2*i+3 < len(index) && i+1 < count {
			to, _ = strconv.Atoi(string(index[2*i+3]))
		}
		if n <= 0 || from < 0 || from > to || first+to > len(all) {
			return
		}
		yield(n, all[first+from:first+to])
	}
}

func intOf(re *regexp.Regexp, b []byte) int {
	m := re.FindSubmatch(b)
	if m == nil {
		return 0
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}
