// Counts what a reader sees of a page where no script ran.
(function () {
  var shows = function (e) { return e.getClientRects().length > 0; };
  // What is written in the other language waits for its switch.
  var tables = Array.from(document.querySelectorAll("table")).filter(function (t) {
    var other = t.closest("[lang=en]");
    return !other || shows(other);
  });
  return {
    all: tables.length,
    tables: tables.filter(function (t) { return shows(t) && t.innerText.trim(); }).length,
    folded: tables.filter(function (t) { return t.closest("details:not([open])"); }).length,
    english: Array.from(document.querySelectorAll("[lang=en]")).filter(shows).length,
    plots: document.querySelectorAll(".plot").length,
  };
})()
