// Command steps measures which steps of decode are needed. A step is a function,
// a body of an if, or a case; it is switched off by an overlay (the tree stays as
// it is): the function gives zero values, the body and the case are passed over.
// With -numbers a step is a number that a condition compares with, and what is
// switched is whether it is one more or one less; where no test sees that, whether
// it is doubled or halved.
//
//	go run ./generator/internal/steps -work /tmp/steps build        # list.json and the test programs
//	go run ./generator/internal/steps -work /tmp/steps cells PROGRAM ARGS…
//	go run ./generator/internal/steps -work /tmp/steps tests        # which test fails first
//	go run ./generator/internal/steps -work /tmp/steps -only REGEXP without
//	go run ./generator/internal/steps -work /tmp/steps tell
//
// cells runs a program that was built with the overlay. Each report it decodes is
// decoded again with each step off that it passes through, until a step has
// changed many reports; how the cells differ is added up over all runs. tests runs
// each test that passes through a step with the step off, fast ones first, until
// one fails; without runs all of them with all steps off whose names match, and
// prints which fail. tell prints what cells and tests found.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

const room = "generator/decode"

func main() {
	work := flag.String("work", filepath.Join(os.TempDir(), "ogi-steps"), "where lists and programs are kept")
	depth := flag.Int("depth", 2, "switch functions (1), bodies of if and cases (2), sides of && and || (3)")
	numbers := flag.Bool("numbers", false, "build: move the numbers in conditions, switch no code")
	only := flag.String("only", "", "tests and without: only steps whose name matches")
	flag.Parse()
	w := bench{dir: *work}
	var err error
	switch {
	case flag.Arg(0) == "build":
		if *numbers {
			*depth = 0
		}
		err = w.build(*depth)
	case flag.Arg(0) == "cells" && flag.NArg() > 1:
		err = w.run(flag.Args()[1:], "OGI_STEPS="+w.dir)
	case flag.Arg(0) == "tests":
		err = w.tests(regexp.MustCompile(*only))
	case flag.Arg(0) == "without":
		err = w.without(regexp.MustCompile(*only))
	case flag.Arg(0) == "tell":
		err = w.tell()
	default:
		flag.Usage()
		os.Exit(2)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// A bench is a folder with what one measurement keeps.
type bench struct{ dir string }

// programs are built with the overlay, by name.
var programs = [][]string{
	{"proof", "test", "-vet=off", "-c", "./generator/internal/proof"},
	{"ogi", "build", "./cmd/ogi"},
}

func (w bench) build(depth int) error {
	if err := os.MkdirAll(filepath.Join(w.dir, "src"), 0o755); err != nil {
		return err
	}
	overlay, steps, err := switched(room, filepath.Join(w.dir, "src"), depth)
	if err != nil {
		return err
	}
	if err := save(filepath.Join(w.dir, "overlay.json"), map[string]any{"Replace": overlay}); err != nil {
		return err
	}
	if err := save(filepath.Join(w.dir, "list.json"), steps); err != nil {
		return err
	}
	for _, p := range slices.Concat(programs, w.tested()) {
		args := append([]string{p[1], "-overlay", filepath.Join(w.dir, "overlay.json"), "-o", filepath.Join(w.dir, p[0])}, p[2:]...)
		cmd := exec.Command("go", args...)
		cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("go %s: %w", strings.Join(args, " "), err)
		}
	}
	fmt.Println(len(steps), "steps")
	return nil
}

// tested are the test programs of the room and of those below it, by folder.
func (w bench) tested() (out [][]string) {
	for _, where := range [...]string{"*_test.go", "*/*_test.go"} {
		files, _ := filepath.Glob(filepath.Join(room, where)) // the pattern is sound
		for _, f := range files {
			dir := filepath.ToSlash(filepath.Dir(f))
			p := []string{strings.ReplaceAll(dir, "/", "_"), "test", "-vet=off", "-c", "./" + dir}
			if !slices.ContainsFunc(out, func(o []string) bool { return o[0] == p[0] }) {
				out = append(out, p)
			}
		}
	}
	return out
}

// run starts a program that adds up cells; a test finds its files in its own folder.
func (w bench) run(args []string, env ...string) error {
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Env = append(os.Environ(), env...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}

// ways are those in which numbers are moved.
var ways = [...]struct {
	name, sign string
	far        bool
}{{" one more", "+", false}, {" one less", "-", false}, {" doubled", "*", true}, {" halved", "/", true}}

var (
	failed  = regexp.MustCompile(`(?m)^\s*--- FAIL: (\S+)`)
	skipped = "TestTimeGrowsWithSize|TestMemoryStaysInProportion" // they measure what a switch costs
)

// tests finds for each step the first test that fails without it.
func (w bench) tests(only *regexp.Regexp) error {
	var steps []step
	if err := load(filepath.Join(w.dir, "list.json"), &steps); err != nil {
		return err
	}
	type passed struct {
		in, name string
		took     time.Duration
		hit      []bool // nil where no report is decoded: a room's own tests
	}
	var tests []passed
	for _, program := range w.tested() {
		in := strings.TrimPrefix(program[len(program)-1], "./")
		for name := range strings.FieldsSeq(w.test(in, "-test.list", ".")) {
			if !regexp.MustCompile("^(Test|Fuzz)").MatchString(name) || regexp.MustCompile(skipped).MatchString(name) {
				continue
			}
			hits, start := filepath.Join(w.dir, "hits.json"), time.Now()
			os.Remove(hits)
			w.test(in, "-test.run", "^"+name+"$", "OGI_HITS="+hits)
			p := passed{in: in, name: name, took: time.Since(start)}
			if load(hits, &p.hit) == nil || in != room {
				tests = append(tests, p)
			}
		}
	}
	slices.SortFunc(tests, func(a, b passed) int { return int(a.took - b.took) })
	file := filepath.Join(w.dir, "guards.json")
	guards := map[string]string{}
	_ = load(file, &guards) // go on where an earlier run ended
	for k := range len(ways) * len(steps) {
		i, s := k/len(ways), steps[k/len(ways)]
		off, way := strconv.Itoa(i), ways[k%len(ways)]
		if s.Number {
			if way.far && (guards[s.Name+ways[0].name] != "" || guards[s.Name+ways[1].name] != "") {
				continue
			}
			s.Name += way.name
			off += way.sign
		} else if k%len(ways) > 0 {
			continue
		}
		if _, known := guards[s.Name]; known || !only.MatchString(s.Name) {
			continue
		}
		guard := ""
		for _, p := range tests {
			if p.hit != nil && !p.hit[i] {
				continue
			}
			out := w.test(p.in, "-test.run", "^"+p.name+"$", "-test.failfast", "-test.timeout", "5m", "OGI_STEP="+off)
			all := failed.FindAllStringSubmatch(out, -1)
			if !strings.HasSuffix(out, "PASS\n") && !strings.Contains(out, "\nok") {
				guard = p.name
				if len(all) > 0 {
					guard = all[len(all)-1][1]
				}
				break
			}
		}
		guards[s.Name] = guard
		if err := save(file, guards); err != nil {
			return err
		}
	}
	return nil
}

// without prints the tests that fail with steps off.
func (w bench) without(only *regexp.Regexp) error {
	var steps []step
	if err := load(filepath.Join(w.dir, "list.json"), &steps); err != nil {
		return err
	}
	var off []string
	for i, s := range steps {
		if only.MatchString(s.Name) {
			off = append(off, strconv.Itoa(i))
			fmt.Println("off:", s.Name)
		}
	}
	for _, p := range w.tested() {
		out := w.test(strings.TrimPrefix(p[len(p)-1], "./"), "-test.skip", skipped, "OGI_STEP="+strings.Join(off, ","))
		fmt.Println(strings.Join(failed.FindAllString(out, -1), "\n"))
	}
	return nil
}

// test runs the tests in a folder; arguments in capitals are the environment's.
func (w bench) test(in string, args ...string) string {
	cmd := exec.Command(filepath.Join(w.dir, strings.ReplaceAll(in, "/", "_")))
	cmd.Dir = in
	cmd.Env = os.Environ()
	for _, a := range args {
		if strings.HasPrefix(a, "OGI_") {
			cmd.Env = append(cmd.Env, a)
		} else {
			cmd.Args = append(cmd.Args, a)
		}
	}
	out, _ := cmd.CombinedOutput() // a failing test is an answer
	return string(out)
}

// A count is what switching a step off did, over all reports that pass through it.
type count struct {
	Reports, Changed, Panics                   int
	Lost, Found, Other, Weaker, Stronger, Told int
}

func (c *count) add(o count) {
	c.Reports += o.Reports
	c.Changed += o.Changed
	c.Panics += o.Panics
	c.Lost += o.Lost
	c.Found += o.Found
	c.Other += o.Other
	c.Weaker += o.Weaker
	c.Stronger += o.Stronger
	c.Told += o.Told
}

func (w bench) tell() error {
	var steps []step
	if err := load(filepath.Join(w.dir, "list.json"), &steps); err != nil {
		return err
	}
	files, _ := filepath.Glob(filepath.Join(w.dir, "cells-*.json"))
	all := make([]count, len(steps))
	for _, f := range files {
		var some []count
		if err := load(f, &some); err != nil {
			return err
		}
		for i := range some {
			all[i].add(some[i])
		}
	}
	guards := map[string]string{}
	_ = load(filepath.Join(w.dir, "guards.json"), &guards) // there may have been no run of tests yet
	fmt.Println("step\tlines\treports\tchanged\tpanics\tlost\tfound\tother\tweaker\tstronger\ttold\tfirst test that fails")
	for i, s := range steps {
		c := all[i]
		guard, known := guards[s.Name]
		if s.Number {
			guard = ""
			for _, way := range ways {
				g, tried := guards[s.Name+way.name]
				known = known || tried
				if g != "" {
					guard += way.name[1:] + ": " + g + " "
				}
			}
		}
		if !known {
			guard = "?"
		}
		fmt.Printf("%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%s\n", s.Name, s.Lines, c.Reports, c.Changed, c.Panics, c.Lost, c.Found, c.Other, c.Weaker, c.Stronger, c.Told, guard)
	}
	return nil
}

func save(file string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o644)
}

func load(file string, v any) error {
	b, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, v)
}
