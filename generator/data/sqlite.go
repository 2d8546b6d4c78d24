package data

import (
	"database/sql"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	_ "modernc.org/sqlite" // the driver
)

// A database is all tables in SQLite. Beside them it has the dictionary, an index of the
// prose (passages_fts: ask for a phrase with a blank between Chinese characters,
// '"信 息 公 开"'), and views: of the newest report of each agency, and of cells with
// their labels.
type database struct {
	db      *sql.DB
	tx      *sql.Tx
	inserts []*sql.Stmt
	fts     *sql.Stmt
	passage int64
}

// newDatabase makes one at a path at which there is nothing.
func newDatabase(path string) (*database, error) {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return nil, err
	}
	d := &database{db: db}
	if err := d.begin(); err != nil {
		return nil, errors.Join(err, d.db.Close())
	}
	return d, nil
}

func (d *database) begin() (err error) {
	d.db.SetMaxOpenConns(1) // what is set holds for one connection
	for _, s := range []string{"PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA locking_mode=EXCLUSIVE", "PRAGMA cache_size=-16000"} {
		if _, err := d.db.Exec(s); err != nil {
			return err
		}
	}
	if d.tx, err = d.db.Begin(); err != nil {
		return err
	}
	if _, err := d.tx.Exec("CREATE TABLE dictionary (key TEXT PRIMARY KEY, label TEXT, label_en TEXT, unit TEXT, period TEXT, forms TEXT) WITHOUT ROWID"); err != nil {
		return err
	}
	for _, c := range Wide.Columns {
		if _, err := d.tx.Exec("INSERT INTO dictionary VALUES (?,?,?,?,?,?)", c.Key, c.Name.ZH, c.Name.EN, c.Unit.ZH, c.When.Words().ZH, strings.Join(c.Forms, " ")); err != nil {
			return err
		}
	}
	for _, t := range Tables {
		if _, err := d.tx.Exec(t.create()); err != nil {
			return fmt.Errorf("%w: %s", err, t.create())
		}
		insert, err := d.tx.Prepare("INSERT INTO " + t.Key + " VALUES (" + strings.TrimSuffix(strings.Repeat("?,", len(t.Columns)), ",") + ")")
		if err != nil {
			return err
		}
		d.inserts = append(d.inserts, insert)
	}
	if _, err := d.tx.Exec("CREATE VIRTUAL TABLE passages_fts USING fts5(text, content='', tokenize='unicode61')"); err != nil {
		return err
	}
	d.fts, err = d.tx.Prepare("INSERT INTO passages_fts(rowid, text) VALUES (?,?)")
	return err
}

func (d *database) part(p *Part) error {
	for i, t := range Tables {
		rows, err := p.rows(i)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if _, err := d.inserts[i].Exec(t.values(r)...); err != nil {
				return fmt.Errorf("%s: %w", t.Key, err)
			}
			if t == Passages {
				d.passage++
				if _, err := d.fts.Exec(d.passage, Spaced(r[len(r)-1])); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (d *database) end() error {
	for _, s := range views {
		if _, err := d.tx.Exec(s); err != nil {
			return fmt.Errorf("%w: %s", err, s)
		}
	}
	return errors.Join(d.tx.Commit(), d.db.Close())
}

var views = []string{
	"CREATE INDEX cells_by_key ON cells(key, year, value)",
	"CREATE INDEX findings_by_rule ON findings(rule, year)",
	"CREATE INDEX verdicts_by_rule ON verdicts(rule, year, status)",
	"CREATE INDEX indicators_by_key ON indicators(indicator, year, value)",
	"CREATE INDEX reports_by_region ON reports(region, year)",
	"CREATE VIEW newest AS SELECT r.* FROM reports r JOIN agencies a ON a.agency = r.agency AND a.last_year = r.year",
	"CREATE VIEW cells_told AS SELECT c.*, d.label, d.label_en, d.period FROM cells c JOIN dictionary d ON d.key = c.key",
}

// create is the statement that makes a table.
func (t *Table) create() string {
	var cols []string
	for _, c := range t.Columns {
		typ := map[Type]string{Text: "TEXT", Integer: "INTEGER", Number: "NUMERIC", Boolean: "INTEGER", Date: "TEXT"}[c.Type]
		cols = append(cols, `"`+c.Key+`" `+typ)
	}
	if t == Passages { // the index goes by its row numbers
		return "CREATE TABLE " + t.Key + " (" + strings.Join(cols, ", ") + ")"
	}
	return "CREATE TABLE " + t.Key + " (" + strings.Join(cols, ", ") + `, PRIMARY KEY ("` + strings.Join(t.Primary, `","`) + `")) WITHOUT ROWID`
}

func (t *Table) values(r Row) []any {
	vs := make([]any, len(r))
	for i, v := range r {
		vs[i] = t.Columns[i].sqlite(v)
	}
	return vs
}

func (c *Column) sqlite(v string) any {
	if v == "" {
		return nil
	}
	switch c.Type {
	case Integer:
		if n, err := strconv.ParseInt(v, 10, 64); err == nil {
			return n
		}
	case Number:
		if n, err := strconv.ParseInt(v, 10, 64); err == nil {
			return n
		}
		if f, err := strconv.ParseFloat(v, 64); err == nil {
			return f
		}
	case Boolean:
		if v == "true" {
			return 1
		}
		return 0
	}
	return v
}

// Spaced is a text with a blank between Chinese characters, each of which is then a
// word for an index that parts words at blanks.
func Spaced(s string) string {
	var b strings.Builder
	for _, c := range s {
		if unicode.Is(unicode.Han, c) {
			b.WriteByte(' ')
			b.WriteRune(c)
			b.WriteByte(' ')
			continue
		}
		b.WriteRune(c)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
