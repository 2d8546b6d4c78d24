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

// Parquet writes the rows of a year of a table; of Agencies, which have no year, all.
// Numbers are 64-bit floats, exact up to fifteen digits.
func Parquet(w io.Writer, t, year int, of Shelf) error {
	table := Tables[t]
	schema := parquet.NewSchema(table.Key, nodes(table))
	out := parquet.NewWriter(w, schema, parquet.Compression(&parquet.Zstd), parquet.CreatedBy("ogi", "", ""), parquet.MaxRowsPerRowGroup(rowGroup), parquet.DataPageStatistics(true))
	batch := make([]parquet.Row, 0, 256)
	flush := func() error {
		_, err := out.WriteRows(batch)
		batch = batch[:0]
		return err
	}
	err := Rows(of, t, year, func(r Row) error {
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
		if batch = append(batch, row); len(batch) == cap(batch) {
			return flush()
		}
		return nil
	})
	if err == nil {
		err = flush()
	}
	if err != nil {
		return err
	}
	return out.Close()
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
