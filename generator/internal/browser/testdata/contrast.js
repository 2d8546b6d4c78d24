// Lists text that stands out too little from its ground: [words, ratio].
(function () {
  function parse(c) {
    var m = c.match(/[\d.]+/g).map(Number);
    return { r: m[0], g: m[1], b: m[2], a: m.length > 3 ? m[3] : 1 };
  }
  function over(f, b) {
    return { r: f.r * f.a + b.r * (1 - f.a), g: f.g * f.a + b.g * (1 - f.a), b: f.b * f.a + b.b * (1 - f.a), a: 1 };
  }
  function light(c) {
    return [c.r, c.g, c.b].map(function (v) {
      v /= 255;
      return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }).reduce(function (sum, v, i) { return sum + v * [0.2126, 0.7152, 0.0722][i]; }, 0);
  }
  function ground(e) {
    var layers = [];
    for (; e; e = e.parentElement) {
      var c = parse(getComputedStyle(e).backgroundColor);
      if (c.a > 0) layers.push(c);
      if (c.a === 1) break;
    }
    var dark = matchMedia("(prefers-color-scheme: dark)").matches;
    var b = dark ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
    while (layers.length) b = over(layers.pop(), b);
    return b;
  }
  var weak = [], seen = {};
  var words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    var e = words.currentNode.parentElement, s = getComputedStyle(e);
    if (!words.currentNode.data.trim() || e.closest("svg, script, .sr, .form td b, .series td b") || !e.getClientRects().length || s.visibility !== "visible") continue;
    if (s.backgroundClip === "text") continue;
    var b = ground(e), f = over(parse(s.color), b);
    var hi = Math.max(light(f), light(b)), lo = Math.min(light(f), light(b));
    var ratio = (hi + 0.05) / (lo + 0.05), size = parseFloat(s.fontSize);
    var mark = !/[\p{L}\p{N}]/u.test(words.currentNode.data); // a shape, not words
    var need = mark || size >= 24 || (size >= 18.66 && Number(s.fontWeight) >= 700) ? 3 : 4.5;
    var key = e.tagName + "." + e.className;
    if (ratio < need && !seen[key]) {
      seen[key] = true;
      weak.push(key + " " + JSON.stringify(words.currentNode.data.trim().slice(0, 20)) + " " + ratio.toFixed(2) + " on " + [b.r, b.g, b.b].map(Math.round));
    }
  }
  return { ground: light(ground(document.body)), weak: weak };
})()
