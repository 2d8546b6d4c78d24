// Package page makes one typed value per URL of the site: what each page says,
// in the order it says it, with every link and every word chosen. What comes
// in is the archive, the judgements on it and the hand-written pages; what goes
// out are values without markup for package render. Text of a report leaves as
// a plain string, so that render escapes it.
//
// Pages are listed at once and valued one by one, so an archive of any size
// needs the memory of one page. It fails towards saying less: a number that
// was not read plainly is shown with what it is instead (空, —, 未读到), and a
// year that is not held is 未收录, never 未公布.
//
// Reading, judging, counting and drawing are not its job.
package page
