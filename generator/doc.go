// Package generator turns a folder of annual reports on open government
// information (政府信息公开工作年度报告) into a static site.
//
// # Principles
//
//  1. Never a silent wrong number. Each number carries its state, its raw text
//     and its place. What was guessed is marked recovered; what is not
//     understood counts against coverage and is listed.
//  2. A mistake of ours must never become an accusation. A rule fails only on
//     operands read unambiguously; else it says unknown.
//  3. The published bytes are never edited. Facts about a file live beside it
//     in TOML.
//  4. Same input, same bytes. No clock, randomness, map order, absolute path or
//     host name reaches public/.
//  5. It must open from a USB stick: file://, a sub-path, no JavaScript for
//     reading, no network for anything.
//  6. A report is untrusted input. Nothing in it can run, escape its page, or
//     stop the build of the others.
//
// # Flow
//
//	content/**/<year>.*     bytes as published
//	      │ source    file kind, encoding, text with positions
//	      ▼
//	    read ◀── cascade · seen    text, web, word, sheet, pdf: a folder a format; what of a text is shown
//	      │ grid      prose and tables with positions, the dialect forgotten
//	      ▼
//	    decode ◀── form · fact    the statutory tables as data, the counts in prose
//	      │ report    typed model, coverage; a leaf, no I/O
//	      ▼
//	    archive       all reports by agency, region, year (config reads the TOML; pack: an agency as bytes)
//	      ├──────▶ check ◀── rule    one rule a file; what fact reads against the tables
//	      │          │  near · passage    which other reports a rule is shown; prose compared
//	      │          ├─▶ inspect · export    for other programs: JSON, SARIF, JUnit
//	      ├──────▶ stat              totals, ratios, trends, peers
//	      │          └─▶ data        all of it as files: CSV, Parquet, SQLite …
//	      ▼
//	    page  ◀── chart (go-echarts) · badge · markdown (goldmark)
//	      │ one typed value per URL, no HTML
//	      ▼
//	    render        html/template sets from templates/
//	      ▼
//	    publish       public/: sorted, atomic, compared with the last build
//	      ▼
//	    serve         public/ to a browser on this computer; watch tells when to build it anew
//
// What stands on generator and not in it are the other products: office judges a
// folder of drafts (opinion writes sheets and keeps rounds, sum adds up an area's
// tables, roster knows the units), desk files reports into an archive and transcribe
// lets people read what no program can. What is handed in comes through inbox;
// changes to an archive are made by filing, all or none, and what it ever held is listed
// in ledger; start makes what an archive begins with (example: an invented county), and
// doctor tells whether one is sound and what is gone of it. What a build may take up
// again in the next one lies in cache, which may be deleted at any time.
//
// Every room that looks for words looks for them in text folded by han, which
// knows Traditional characters and mirrors' words; what is shown stays as
// published. Words of our own for readers are a tongue.Text, both languages in
// one value, from the room that says them to the template that shows them.
//
// Build is the whole of it; Judge goes as far as check, for reports that are
// not to be published. A report that cannot be read, a rule or a page that
// breaks, costs itself, since work guards it: it is told with its place, and the
// rest is built.
//
// # A build
//
// Build takes agencies one by one, so that an archive of any size fits: what it
// holds of each is its sketches and its brief, some kilobytes a report, and what it
// read last. Where there is no cache, what was read lies in a file without a name until
// the build ends. The stages are functions of what they rest on, and lie in stage, so
// that others may run them too; each is left out where that is what it was in the build
// before:
//
//	scan     which files there are and whose, settings     every time; no report is opened
//	read     one agency and what was said of its files     all files in its folder that are its own
//	sketch   its reports as others meet them (near)        what was read
//	around   which reports each meets (near)               the sketches of all; anew for those that
//	                                                       a changed sketch touches
//	judge    verdicts, notes, what is withheld, the pages  frame, what was read of the agency, of its
//	         and originals of the agency                   predecessors, and of the reports around its own
//	brief    the agency as lists know it (page)            as judge; packed with it in the ledger
//	lists    all other pages, badges                       frame, and the sum that each names: Rests
//	publish  public/                                       the sums of files, and how the last build
//	                                                       left them (publish)
//
// The frame is site.toml, templates and names of hand-written pages; assets and
// sitemaps are handed to publish each time, and so are the hand-written pages. Where
// a sum is not sure, since a file is larger than is read, cannot be read or was
// written meanwhile, it is zero, and what rests on it is made. Each file has its place in
// this: run.go goes through the stages, meet.go asks what is around reports, memory.go
// keys what was read, ledger.go is what a build tells the next, shelf.go holds the
// agencies asked for last. shard.go makes a part of a site, and puts parts together:
// each part reads all, judges its own, and tells in a file what lists are made of. The ledger is
// for one program and one place of the site, is believed as a whole or not at all,
// and leads to a wrong page only if a stage looks at what its key leaves out.
// TestABuildFromWhatWasKeptIsTheColdOne changes archives at random to find that.
//
// The stages are run in three ways. ogi build takes them over all agencies with what is
// around reports in an index (near.Index), and leaves out what is as it was; a part of it,
// --shard, does so for some agencies. The third, cmd/ogi-beam, is a module of its own: a
// pipeline of Apache Beam for what outgrows one machine, which brings reports together by
// keys they share (near.Mark, near.Meet, near.Tally) and judges an agency with those that
// lie around it alone (stage.Among). All give the same bytes, which
// TestTheSiteIsThatOfOgiBuild compares; a stage that looks at more than it is given here
// breaks there.
//
// Imports run upward only; imports_test.go pins them as a table. TOML is read
// only in config, goldmark only in markdown, go-echarts only in chart, and the
// file system only in the outer rooms that it names and in cmd. What cannot be made
// again is written by disk alone, which leaves no half files.
package generator
