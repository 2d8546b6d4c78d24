package data

import (
	"bytes"
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// rowsOf are all rows of a table, of a year or of all.
func rowsOf(t *testing.T, s Shelf, table, year int) []Row {
	t.Helper()
	var all []Row
	err := parts(s, func(p *Part) error {
		if year != 0 && p.Year != year {
			return nil
		}
		rows, err := p.rows(table)
		all = append(all, rows...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// same reports whether two values, one of a file, are the same in a column's type.
func same(c Column, got, want string) bool {
	if c.Type == Number && got != want {
		a, e := strconv.ParseFloat(got, 64)
		b, f := strconv.ParseFloat(want, 64)
		return e == nil && f == nil && a == b
	}
	return got == want
}

// A Parquet file of a year has its rows, in order, with their types, and null for
// nothing.
func TestParquetHasTheRowsOfAYear(t *testing.T) {
	s := shelved(agencies(t, 3, 2))
	for at, table := range Tables {
		year := 2024
		if table == Agencies {
			year = 0
		}
		f := File{Path: "a", make: func(w io.Writer) (sink, error) { return newColumnar(w, at, year), nil }}
		b := made(t, s, f)
		if !bytes.Equal(b, made(t, s, f)) {
			t.Errorf("%s: other bytes the second time", table.Key)
		}
		r := parquet.NewReader(bytes.NewReader(b))
		for i, f := range r.Schema().Fields() {
			if f.Name() != table.Columns[i].Key {
				t.Fatalf("%s: column %d is %s", table.Key, i, f.Name())
			}
		}
		want := rowsOf(t, s, at, year)
		rows := make([]parquet.Row, len(want)+1)
		n, err := r.ReadRows(rows)
		if n != len(want) || err != nil && !errors.Is(err, io.EOF) {
			t.Fatalf("%s: %d rows, want %d: %v", table.Key, n, len(want), err)
		}
		for i := range want {
			for k, v := range rows[i] {
				c := table.Columns[k]
				got := ""
				switch {
				case v.IsNull():
				case c.Type == Integer:
					got = strconv.FormatInt(v.Int64(), 10)
				case c.Type == Number:
					got = strconv.FormatFloat(v.Double(), 'f', -1, 64)
				case c.Type == Boolean:
					got = strconv.FormatBool(v.Boolean())
				case c.Type == Date:
					continue
				default:
					got = string(v.ByteArray())
				}
				if !same(c, got, want[i][k]) {
					t.Fatalf("%s: row %d: %s is %q, want %q", table.Key, i, c.Key, got, want[i][k])
				}
			}
		}
	}
}

// A database has all rows, finds a phrase in the prose, and is the same bytes each
// time.
func TestADatabaseHasAllRows(t *testing.T) {
	s := shelved(agencies(t, 3, 2))
	b := made(t, s, File{Path: "a"})
	if !bytes.Equal(b, made(t, s, File{Path: "a"})) {
		t.Error("other bytes the second time")
	}
	_, file := unzipped(t, b)
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for at, table := range Tables {
		want := rowsOf(t, s, at, 0)
		rows, err := db.Query("SELECT * FROM " + table.Key + " ORDER BY " + strings.Join(table.Primary, ","))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		got := make([]sql.NullString, len(table.Columns))
		into := make([]any, len(got))
		for i := range got {
			into[i] = &got[i]
		}
		left := map[string]int{}
		for _, r := range want {
			left[keyOf(table, r)]++
		}
		for ; rows.Next(); n++ {
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			r := make(Row, len(got))
			for i, v := range got {
				if r[i] = v.String; table.Columns[i].Type == Boolean && v.Valid {
					r[i] = strconv.FormatBool(v.String == "1")
				}
			}
			left[keyOf(table, r)]--
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			t.Fatal(err)
		}
		if n != len(want) {
			t.Errorf("%s: %d rows, want %d", table.Key, n, len(want))
		}
		for k, n := range left {
			if n != 0 {
				t.Fatalf("%s: %d times too few: %s", table.Key, n, k)
			}
		}
	}
	// Each passage is found by any phrase of it, and by none that it has not.
	var text string
	if err := db.QueryRow("SELECT text FROM passages WHERE length(text) > 20 LIMIT 1").Scan(&text); err != nil {
		t.Fatal(err)
	}
	part := string([]rune(text)[6:12])
	for phrase, found := range map[string]bool{part: true, "鼎彝簠簋": false} {
		var n int
		q := "SELECT count(*) FROM passages_fts f JOIN passages p ON p.rowid = f.rowid WHERE passages_fts MATCH ? AND instr(p.text, ?) > 0"
		if err := db.QueryRow(q, `"`+Spaced(phrase)+`"`, phrase).Scan(&n); err != nil || n > 0 != found {
			t.Errorf("%q: %d found, %v", phrase, n, err)
		}
	}
	for _, view := range []string{"newest", "cells_told"} {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM " + view).Scan(&n); err != nil || n == 0 {
			t.Errorf("%s: %d, %v", view, n, err)
		}
	}
}

// keyOf is a row as one text, numbers as they are worth.
func keyOf(t *Table, r Row) string {
	r = slices.Clone(r)
	for i, c := range t.Columns {
		if f, err := strconv.ParseFloat(r[i], 64); err == nil && c.Type == Number {
			r[i] = strconv.FormatFloat(f, 'g', -1, 64)
		}
	}
	return strings.Join(r, "\x00")
}

// A workbook has a sheet a table, with the rows of the year; what looks like a formula
// is a text.
func TestAWorkbookHasTheRowsOfAYear(t *testing.T) {
	all := agencies(t, 3, 2)
	all[0].Reports[1].Meta.Source = "=1+1"
	s := shelved(all)
	book := File{Path: "a", make: func(w io.Writer) (sink, error) { return newWorkbook(w, 2024) }}
	b := made(t, s, book)
	for range 8 {
		if !bytes.Equal(b, made(t, s, book)) {
			t.Fatal("other bytes another time")
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, table := range Sheets {
		year := 2024
		if table == Agencies {
			year = 0
		}
		want := rowsOf(t, s, tableAt(table), year)
		got, err := f.GetRows(table.Key, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if len(got) != len(want)+2 || got[0][0] != table.Columns[0].Key || got[1][0] != table.Columns[0].Name.ZH {
			t.Fatalf("%s: %d rows, want %d below two of heads", table.Key, len(got), len(want))
		}
		for i, r := range want {
			for k, v := range r {
				one := ""
				if k < len(got[i+2]) {
					one = got[i+2][k]
				}
				if table.Columns[k].Type == Boolean && one != "" {
					one = strconv.FormatBool(one == "1" || one == "TRUE")
				}
				if !same(table.Columns[k], one, v) {
					t.Fatalf("%s: row %d: %s is %q, want %q", table.Key, i, table.Columns[k].Key, one, v)
				}
			}
		}
	}
	cell, err := excelize.CoordinatesToCellName(1+slices.IndexFunc(Reports.Columns, func(c Column) bool { return c.Key == "source" }), 3)
	if err != nil {
		t.Fatal(err)
	}
	if formula, err := f.GetCellFormula(Reports.Key, cell); err != nil || formula != "" {
		t.Errorf("formula %q, %v", formula, err)
	}
}
