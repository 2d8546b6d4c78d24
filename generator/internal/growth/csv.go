package growth

import (
	"strconv"
	"strings"

	"ogi/generator/internal/specimen"
)

func (l *list) csv() {
	r := strings.Repeat
	for _, t := range []string{"规章,1,2,3\n", ",", "1,", "\"", "\"a\",", "\"a\nb\",1\n", "\"\"", "\n", "1\n", "a;b\n", "收到5件\n", "收到5件", "张三13800138000、", "1;", "1\t", "1\t2,3;4\n"} {
		l.add("csv/ "+strconv.Quote(t), specimen.CSV, len(t), func(n int) []byte {
			return []byte("青禾县教育局2024年政府信息公开工作年度报告\n一、总体情况\n" + r(t, n))
		})
		l.add("csv/q "+strconv.Quote(t), specimen.CSV, len(t), func(n int) []byte {
			return []byte("青禾县教育局2024年政府信息公开工作年度报告\n一、总体情况\n\"" + r(strings.ReplaceAll(t, "\"", "\"\""), n) + "\"\n")
		})
	}
}
