package carrier

import "fmt"

// Things are a thousand each of what looks like the number of a person and is
// none, as texts hold it and as addresses do.
func Things() (said, links []string) {
	for i := range 1000 {
		n := i*7919 + 1_000_003
		said = append(said,
			fmt.Sprintf("（2024）豫04行终%d号", i+1),
			fmt.Sprintf("0375-%07d", 2_000_000+n%7_000_000),
			fmt.Sprintf("云政办〔2024〕%d号", i+1),
			fmt.Sprintf("邮编%06d", 467000+i),
			fmt.Sprintf("金额%d.%02d元", 13_000_000_000+n, i%100),
			fmt.Sprintf("2024年%d月%d日", 1+i%12, 1+i%28),
			fmt.Sprintf("索引号：%011d", 13_800_000_000+n),
		)
		links = append(links,
			fmt.Sprintf("https://example.org/art/2024/%d/art_%011d.html?id=%d", 1+i%12, 13_800_000_000+n, 1_700_000_000_000+n),
			fmt.Sprintf("/xxgk/%d/%d.shtml", 20240101+i%28, 15_000_000_000+n),
		)
	}
	return said, links
}
