package data

import (
	"fmt"
	"io"
	"reflect"
	"strconv"
	"time"

	"github.com/parquet-go/parquet-go"
)

// rowGroup is how many rows a part of a Parquet file has, which a reader may skip by
// its statistics.
const rowGroup = 200_000

// A columnar is a table as Parquet. Numbers are 64-bit floats, exact up to fifteen
// digits.
type columnar struct {
	table int
	year  int // of its rows; 0 for all
	out   *parquet.GenericWriter[any]
	batch []parquet.Row
}

func newColumnar(w io.Writer, t, year int) *columnar {
	table := Tables[t]
	schema := parquet.NewSchema(table.Key, nodes(table))
	return &columnar{table: t, year: year, out: parquet.NewGenericWriter[any](w, schema,
		parquet.Compression(&parquet.Zstd), parquet.CreatedBy("ogi", "", ""), parquet.MaxRowsPerRowGroup(rowGroup), parquet.DataPageStatistics(true))}
}

func (c *columnar) part(p *Part) error {
	if c.year != 0 && p.Year != c.year {
		return nil
	}
	rows, err := p.rows(c.table)
	if err != nil {
		return err
	}
	table := Tables[c.table]
	for _, r := range rows {
		row := make(parquet.Row, len(r))
		for i, v := range r {
			one, err := table.Columns[i].parquet(v)
			if err != nil {
				return fmt.Errorf("%s.%s: %w", table.Key, table.Columns[i].Key, err)
			}
			defined := 1
			if v == "" {
				defined = 0
			}
			row[i] = one.Level(0, defined, i)
		}
		c.batch = append(c.batch, row)
	}
	if len(c.batch) >= 256 {
		return c.flush()
	}
	return nil
}

func (c *columnar) flush() error {
	_, err := c.out.WriteRows(c.batch)
	c.batch = c.batch[:0]
	return err
}

func (c *columnar) end() error {
	if err := c.flush(); err != nil {
		return err
	}
	return c.out.Close()
}

// nodes are the columns of a table, each of which may be null, in its order.
func nodes(t *Table) parquet.Node {
	var fields []reflect.StructField
	for i, c := range t.Columns {
		typ, more := reflect.TypeFor[string](), ",dict"
		switch c.Type {
		case Integer:
			typ, more = reflect.TypeFor[int64](), ""
		case Number:
			typ, more = reflect.TypeFor[float64](), ""
		case Boolean:
			typ, more = reflect.TypeFor[bool](), ""
		case Date:
			typ, more = reflect.TypeFor[int32](), ",date"
		}
		fields = append(fields, reflect.StructField{
			Name: "C" + strconv.Itoa(i), Type: typ, Tag: reflect.StructTag(fmt.Sprintf(`parquet:"%s,optional%s"`, c.Key, more)),
		})
	}
	return parquet.SchemaOf(reflect.New(reflect.StructOf(fields)).Interface())
}

func (c *Column) parquet(v string) (parquet.Value, error) {
	if v == "" {
		return parquet.NullValue(), nil
	}
	switch c.Type {
	case Integer:
		n, err := strconv.ParseInt(v, 10, 64)
		return parquet.Int64Value(n), err
	case Number:
		n, err := strconv.ParseFloat(v, 64)
		return parquet.DoubleValue(n), err
	case Boolean:
		return parquet.BooleanValue(v == "true"), nil
	case Date:
		d, err := time.Parse(time.DateOnly, v)
		return parquet.Int32Value(int32(d.Unix() / (24 * 60 * 60))), err
	}
	return parquet.ByteArrayValue([]byte(v)), nil
}
