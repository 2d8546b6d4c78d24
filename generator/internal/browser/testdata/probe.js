// Answers what the tests ask of a page, as one object.
(async function () {
  document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  // Charts are drawn again a frame after their box changed its size.
  var root = document.documentElement;
  for (var frames = 0; frames < 2 || (frames < 60 && root.scrollWidth > root.clientWidth); frames++) {
    await new Promise(requestAnimationFrame);
  }

  // A mark is a filled shape of a chart with some extent: a bar, a band, a cell,
  // a point; axes are strokes, words are text.
  function marks(chart) {
    return Array.from(chart.querySelectorAll(".plot svg path, .plot svg rect, .plot svg circle")).filter(function (p) {
      var fill = p.getAttribute("fill"), box = p.getBoundingClientRect();
      return fill && fill !== "none" && fill !== "transparent" && box.width > 0 && box.height > 0;
    }).length;
  }
  var charts = Array.from(document.querySelectorAll(".chart")).map(function (c) {
    var figure = c.closest("figure") || c.parentElement;
    // A chart of one report has the numbers of the statutory tables on the page.
    var at = figure.querySelector("table") || c.dataset.kind && document.querySelector("table.form");
    for (var next = figure.nextElementSibling; !at && next && next.tagName !== "FIGURE"; next = next.nextElementSibling) {
      at = next.matches("table") ? next : next.querySelector("table");
    }
    return { title: c.getAttribute("aria-label"), marks: marks(c), table: !!at };
  });

  // Words that a chart's own picture cuts off at its side.
  var cut = [];
  document.querySelectorAll(".plot svg").forEach(function (svg) {
    var frame = svg.getBoundingClientRect();
    svg.querySelectorAll("text").forEach(function (t) {
      var box = t.getBoundingClientRect();
      if (box.width && (box.right > frame.right + 1 || box.left < frame.left - 1)) cut.push(t.textContent);
    });
  });

  // What sticks out of the page, outermost first.
  var width = root.clientWidth, wide = [];
  if (root.scrollWidth > width) {
    document.querySelectorAll("body *").forEach(function (e) {
      var box = e.getBoundingClientRect();
      if (box.right > width + 1 && box.width && !e.closest(".chart")) {
        for (var p = e.parentElement; p; p = p.parentElement) {
          if (getComputedStyle(p).overflowX !== "visible" && p !== document.body && p !== document.documentElement) return;
        }
        wide.push(e.tagName.toLowerCase() + (e.className && e.className.baseVal === undefined ? "." + e.className : ""));
      }
    });
  }
  return {
    charts: charts,
    scroll: root.scrollWidth, width: width, wide: wide.slice(0, 4), cut: cut,
    headings: document.querySelectorAll("h1").length,
    broken: Array.from(document.images).filter(function (i) { return i.complete && !i.naturalWidth; }).map(function (i) { return i.getAttribute("src"); }),
  };
})()
