package decode

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"ogi/generator/report"
)

func TestArchiveDev(t *testing.T) {
	dir := os.Getenv("BENCHDIR")
	if dir == "" {
		t.Skip()
	}
	f, _ := os.Open(filepath.Join(dir, "truth.jsonl"))
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	n, right, rec, other, wrong, low := 0, 0, 0, 0, 0, 0
	var spent time.Duration
	for sc.Scan() {
		var tr struct {
			File, Layout, Agency string
			Year         int
			Cells        map[string]json.Number
		}
		json.Unmarshal(sc.Bytes(), &tr)
		b, err := os.ReadFile(filepath.Join(dir, "ogi", tr.File))
		if err != nil {
			t.Fatal(err)
		}
		t0 := time.Now()
		r, ds := File(tr.File, b)
		spent += time.Since(t0)
		if r == nil {
			t.Fatal(ds)
		}
		n++
		if r.Year != tr.Year || r.Agency.Text != tr.Agency || r.Signed.IsZero() || len(r.Sections) != 6 {
			fmt.Println(tr.File, r.Title.Text, r.Agency.Text, r.Year, r.Signed)
		}
		if r.Coverage < 0.999 {
			low++
			if low < 5 {
				fmt.Println(tr.File, r.Coverage, r.Leftover)
			}
		}
		for i, d := range r.Form.Defs {
			c := r.Cells[i]
			w, _ := report.ParseDecimal(tr.Cells[d.Key].String())
			switch {
			case c.State == report.Number && c.Value.Cmp(w) == 0:
				right++
				if c.Recovered {
					rec++
				}
			case c.State == report.Number && !c.Recovered:
				wrong++
				if wrong < 10 {
					fmt.Println("WRONG", tr.File, tr.Layout, d.Key, c, tr.Cells[d.Key])
				}
			default:
				other++
				if other < 20 {
					fmt.Println("other", tr.File, tr.Layout, d.Key, c, tr.Cells[d.Key])
				}
			}
		}
	}
	fmt.Println(n, "right", right, "rec", rec, "other", other, "WRONG", wrong, "low", low, spent)
}
