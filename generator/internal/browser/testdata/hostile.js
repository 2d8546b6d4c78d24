// Answers what became of hostile words on a page, as one object.
(async function () {
  document.querySelectorAll("details").forEach(function (d) { d.open = true; });
  var root = document.documentElement || {}, wide = [], bad = [];
  // What runs late has this time; a frame may never come where nothing is drawn.
  await new Promise(function (done) { setTimeout(done, 50); });
  document.querySelectorAll("*").forEach(function (e) {
    for (var a of Array.from(e.attributes || [])) {
      if (/^on/i.test(a.name) || a.name === "style" && !e.closest(".plot") || a.name === "srcdoc" || a.name === "ping") bad.push(e.tagName + " " + a.name);
      if (/^(href|src|action|formaction|data|xlink:href)$/i.test(a.name) && /^[\s\x00-\x20]*(javascript|vbscript|data:text|blob)/i.test(a.value)) bad.push(e.tagName + " " + a.value.slice(0, 60));
    }
    if (/^(iframe|frame|object|embed|applet|base|form|plaintext|xmp|marquee|video|audio|portal)$/i.test(e.tagName)) bad.push(e.tagName);
    if (/^(link|img|script|image|use)$/i.test(e.tagName) && /^(https?:)?\/\//.test(e.getAttribute("src") || (e.rel === "canonical" || e.rel === "alternate" ? "" : e.getAttribute("href")) || "")) bad.push(e.tagName + " " + (e.src || e.href));
  });
  // Charts are drawn again after their box changed its size.
  for (var n = 0; n < 40 && root.scrollWidth > root.clientWidth; n++) await new Promise(function (done) { setTimeout(done, 25); });
  if (root.scrollWidth > root.clientWidth) {
    // The innermost elements that stick out, and in no box that scrolls.
    var out = Array.from(document.querySelectorAll("body *")).filter(function (e) {
      var box = e.getBoundingClientRect();
      return box.right > root.clientWidth + 1 && box.width;
    });
    var outer = new Set(out.map(function (e) { return e.parentElement; }));
    out.forEach(function (e) {
      if (outer.has(e)) return;
      for (var p = e.parentElement; p; p = p.parentElement) {
        if (getComputedStyle(p).overflowX !== "visible" && p !== document.body && p !== root) return;
      }
      wide.push(e.outerHTML.slice(0, 200));
    });
  }
  return { ran: typeof window.ran === "undefined" ? 0 : 1, title: document.title.slice(0, 40), bad: bad.slice(0, 6), scroll: root.scrollWidth, width: root.clientWidth, wide: wide.slice(0, 4), kind: document.contentType };
})()
