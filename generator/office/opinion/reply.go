package opinion

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"ogi/generator/office/roster"
	"ogi/generator/personal"
)

// A Reply is a sheet that came back: what a unit wrote in the column 单位反馈, by the
// number of the line.
type Reply struct {
	Unit  string
	Round int
	Said  map[int]string
}

// replyColumn is the head of the column that units write in.
const replyColumn = "单位反馈"

var sheetHead = regexp.MustCompile(`^单位：(.+?)[\s　]+第([0-9]+)轮`)

// ReadReply reads a file that may be an opinion sheet, in Word or Excel, as it was
// written or filled in; false where it is none.
func ReadReply(name string, b []byte) (Reply, bool) {
	rows, err := roster.Rows(name, b)
	if err != nil {
		return Reply{}, false
	}
	r := Reply{Said: map[int]string{}}
	title, column := false, -1
	for _, row := range rows {
		for i, c := range row {
			switch {
			case strings.HasSuffix(c, "政府信息公开工作年度报告修改意见表"):
				title = true
			case r.Unit == "" && sheetHead.MatchString(c):
				m := sheetHead.FindStringSubmatch(c)
				r.Unit = m[1]
				r.Round, _ = strconv.Atoi(m[2])
			case c == replyColumn && row[0] == Columns[0]:
				column = i
			}
		}
		if column < 0 || column >= len(row) {
			continue
		}
		if n, err := strconv.Atoi(row[0]); err == nil && n > 0 && row[column] != "" {
			r.Said[n] = personal.Mask(short(row[column], 300))
		}
	}
	return r, title && r.Unit != "" && r.Round > 0
}

// Filled are the sheets of the last round below out that somebody wrote in.
func Filled(out string, round int) []Reply {
	var all []Reply
	names, _ := filepath.Glob(filepath.Join(out, "第"+strconv.Itoa(round)+"轮", "修改意见表", "*"))
	for _, name := range names {
		if ext := filepath.Ext(name); ext != ".xlsx" && ext != ".docx" {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		if r, is := ReadReply(filepath.Base(name), b); is && len(r.Said) > 0 {
			all = append(all, r)
		}
	}
	return all
}

// take writes what units said into the rounds that they speak of, and reports whether
// the last one has something new by it.
func (r Record) take(replies []Reply) (fresh bool) {
	for _, p := range replies {
		if p.Round > len(r.Rounds) {
			continue
		}
		units := r.Rounds[p.Round-1].Units
		for i := range units {
			if units[i].Unit != p.Unit {
				continue
			}
			for n, said := range p.Said {
				if n > len(units[i].Asked) || units[i].Asked[n-1].Reply == said {
					continue
				}
				units[i].Asked[n-1].Reply = said
				fresh = fresh || p.Round == len(r.Rounds)
			}
		}
	}
	return fresh
}
