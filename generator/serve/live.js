// Asks serve, once a second, how the last build went: a script element is all that the
// policy of pages allows. It loads the page anew when there is another site, and shows
// what went wrong. What is shown is text, never markup.
"use strict";
(function () {
  var build = -1, box = null, shown = "";
  function put(tag, text, to) {
    var e = document.createElement(tag);
    e.textContent = text;
    to.appendChild(e);
    return e;
  }
  function show(s) {
    var key = JSON.stringify([s.broken, s.wrong]);
    if (key === shown) { return; }
    shown = key;
    if (box) { box.remove(); box = null; }
    if (!s.wrong || !s.wrong.length) { return; }
    box = document.createElement("aside");
    box.className = "ogi-live" + (s.broken ? " ogi-broken" : "");
    box.setAttribute("role", "status");
    var d = document.createElement("details");
    d.open = s.broken;
    put("summary", s.broken
      ? "构建没有成功，这里是上一次的网站 / Not built: this is the site as it was"
      : "有" + s.wrong.length + "处不能用，其余已建成 / " + s.wrong.length + " could not be used, the rest is built", d);
    var list = document.createElement("ul");
    s.wrong.forEach(function (w) {
      var li = document.createElement("li");
      w.split("\n").forEach(function (line, i) { put(i ? "small" : "span", line.replace(/^\t/, ""), li); });
      list.appendChild(li);
    });
    d.appendChild(list);
    box.appendChild(d);
    document.body.insertBefore(box, document.body.firstChild);
  }
  window.ogiLive = function (s) {
    if (build < 0) { build = s.build; }
    if (s.build !== build) { location.reload(); return; }
    show(s);
  };
  function ask() {
    if (document.hidden) { return; }
    var e = document.createElement("script");
    e.src = "/_ogi/state.js?" + Date.now();
    e.onload = e.onerror = function () { e.remove(); };
    document.head.appendChild(e);
  }
  if (!document.getElementById("ogi-live-css")) {
    var css = document.createElement("link");
    css.id = "ogi-live-css";
    css.rel = "stylesheet";
    css.href = "/_ogi/live.css";
    document.head.appendChild(css);
  }
  setInterval(ask, 1000);
  ask();
})();
