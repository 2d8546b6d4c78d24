package page

import (
	"fmt"
	"strconv"
	"strings"

	"ogi/generator/archive"
)

// The paths of pages: folders from the site's root, with a slash at the end.
func agencyPath(a *archive.Agency) string { return "agencies/" + a.Slug + "/" }

func reportPath(e *archive.Entry) string { return yearOf(e.Agency, e.Year) }

func yearOf(a *archive.Agency, year int) string {
	return agencyPath(a) + strconv.Itoa(year) + "/"
}

func yearPath(y int) string      { return fmt.Sprintf("years/%d/", y) }
func regionPath(c string) string { return "regions/" + c + "/" }
func rulePath(id string) string  { return "rules/" + id + "/" }

// root is the way from a page to the site's root: "" or "../" repeated.
func root(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }
