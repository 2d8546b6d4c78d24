// Starts all charts of a page.
//
// A chart is <div class="chart"><script type="application/json">…</script></div>
// with the options that generator/chart made; or, for a chart of one report,
// <div class="chart" data-kind="flow">: then kinds.js has the options, and the
// numbers are those of the statutory tables on the page. This script adds what the
// page decides: theme, language, size. It runs as a classic script from file:// and
// under style-src 'self', so the tooltip is drawn, not written as HTML.
// Without it the sentence and the table say the same.
//
// Language is html[data-lang], else the checked input[name=lang], else zh;
// theme is html[data-theme], else the reader's system.
"use strict";
(function () {
  if (typeof ogiEcharts === "undefined") return;

  // Light colours of the options and their dark ones; generator/chart has the
  // same table.
  var DARK = {
    "#174a84": "#5b9bea", "#2b77b8": "#a5cdf5", "#7b3f98": "#c895dd",
    "#6b5d45": "#bfae8e", "#a4520f": "#e39a58", "#626c75": "#9aa5af",
    "#1f6b75": "#58b6c2", "#a3286a": "#f08cc0", "#6a6299": "#b0a6e0",
    "#4a4fb5": "#9ea3f5", "#80471c": "#d9a06b", "#3d5a73": "#8fb0cc",
    "#ffffff": "#14171a", "#efede6": "#26292c", "#5a636b": "#a3adb6",
    "#1a7f37": "#4ac26b", "#9a6700": "#d4a72c", "#cf222e": "#ff8182",
    "#6e7781": "#9aa4ae", "#868e96": "#7d8590",
  };
  var INK = { light: "#24292e", dark: "#e2e6ea" };
  var QUIET = { light: "#5a636b", dark: "#a3adb6" };
  var RULE = { light: "#dfe3e6", dark: "#3a4149" };
  var FONT = '"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
  var NARROW = 520;

  var root = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  var charts = [];
  var printing = false;

  function theme() {
    if (printing) return "light";
    var t = root.dataset.theme;
    return t === "dark" || t === "light" ? t : system.matches ? "dark" : "light";
  }

  function language() {
    var l = root.dataset.lang;
    if (!l) {
      var box = document.querySelector('input[name="lang"]:checked');
      l = box ? box.value : "zh";
    }
    return l.slice(0, 2) === "en" ? "en" : "zh";
  }

  // ground is the colour the chart stands on: segments are parted by it.
  function ground(el) {
    for (; el; el = el.parentElement) {
      var c = getComputedStyle(el).backgroundColor;
      if (c && c !== "transparent" && !/, 0\)$/.test(c)) return c;
    }
    return theme() === "dark" ? "#14171a" : "#ffffff";
  }

  // group sets thin spaces from five digits on, as the pages do.
  function group(v) {
    var s = String(v), parts = s.split(".");
    if (parts[0].replace("-", "").length < 5) return s;
    parts[0] = parts[0].replace(/\B(?=(\d{3})+$)/g, "\u202f");
    return parts.join(".");
  }

  // adapt copies options with colours of the theme and words of the language.
  function adapt(x, dark, words, key) {
    if (typeof x === "string") {
      if (/olor$/.test(key)) return (dark && DARK[x]) || x;
      return words && Object.prototype.hasOwnProperty.call(words, x) ? words[x] : x;
    }
    if (Array.isArray(x)) {
      return x.map(function (y) { return adapt(y, dark, words, key); });
    }
    if (x && typeof x === "object") {
      var o = {};
      Object.keys(x).forEach(function (k) { o[k] = adapt(x[k], dark, words, k); });
      return o;
    }
    return x;
  }

  function list(x) { return x == null ? [] : Array.isArray(x) ? x : [x]; }

  // textWidth is near enough for laying out a legend at 12 px.
  function textWidth(s) {
    var w = 0;
    for (var i = 0; i < s.length; i++) w += s.charCodeAt(i) > 0x2e7f ? 12 : 6.3;
    return w;
  }

  // legendRows is how many lines the legend breaks into.
  function legendRows(names, width) {
    var rows = 1, x = 0;
    names.forEach(function (n) {
      var w = textWidth(n) + 26;
      if (x > 0 && x + w > width) { rows++; x = 0; }
      x += w;
    });
    return rows;
  }

  function down(o, by) {
    list(o.grid).concat(list(o.title)).forEach(function (g) {
      if (g.top != null) g.top = Number(g.top) + by;
    });
  }

  function unit(o, meta, en) {
    var u = en ? meta.unitEN : meta.unit;
    if (u === "件、万元" || u === "cases, 10,000 yuan") u = "";
    return u ? (en ? " " : "") + u : "";
  }

  function tooltip(o, u, axis) {
    return function (p) {
      if (Array.isArray(p)) {
        var lines = p.filter(function (q) { return q.value != null && q.value !== "-" && q.value !== 0; })
          .map(function (q) { return q.marker + q.seriesName + "  " + group(q.value) + u; });
        return [p[0].name].concat(lines).join("\n");
      }
      if (p.seriesType === "heatmap") {
        var piece = list(o.visualMap)[0].pieces.filter(function (q) { return q.value === p.value[2]; })[0];
        return axis.y[p.value[1]] + "\n" + axis.x[p.value[0]] + "  " + (piece ? piece.label : "");
      }
      if (p.dataType === "edge") return p.data.source + " → " + p.data.target + "\n" + group(p.data.value) + u;
      if (p.dataType === "node") return p.name + "\n" + group(p.value) + u;
      return p.name + "\n" + p.marker + (p.seriesName ? p.seriesName + "  " : "") + group(p.value) + u;
    };
  }

  // sankey sets the labels outside, in the order of the form.
  function sankey(s, narrow) {
    var limit = narrow ? 92 : 240, sep = narrow ? "\n" : "  ", room = [0, 0];
    s.layoutIterations = 0;
    if (narrow) s.nodeGap = 28; // two lines of label
    s.data.forEach(function (n) {
      var w = Math.min(textWidth(n.name) + (narrow ? 0 : 60), limit);
      room[n.depth] = Math.max(room[n.depth], w + 10);
      n.label = { position: n.depth ? "right" : "left", width: limit, align: n.depth ? "left" : "right" };
    });
    s.left = room[0];
    s.right = room[1];
    s.label.formatter = function (p) { return p.name + sep + group(p.value); };
    if (narrow) Object.assign(s.label, { fontSize: 11, lineHeight: 13 });
  }

  function build(c, width) {
    var dark = theme() === "dark", en = language() === "en";
    var t = dark ? "dark" : "light";
    var meta = c.options.ogi;
    var o = adapt(c.options, dark, en ? meta.en : null, "");
    delete o.ogi;
    o.aria = { enabled: true, label: { description: en ? meta.aria : c.options.aria.label.description } };
    o.animation = false;
    o.textStyle = { fontFamily: FONT, color: INK[t] };
    var height = meta.height, narrow = width < NARROW, bg = ground(c.el);
    var u = unit(o, meta, en);

    var x = list(o.xAxis), y = list(o.yAxis);
    x.concat(y).forEach(function (a) {
      var value = a.type === "value" || (a.type == null && !a.data && y.indexOf(a) >= 0);
      a.axisLine = Object.assign({ show: !value, lineStyle: { color: QUIET[t] } }, a.axisLine);
      a.axisTick = { show: false };
      a.splitLine = { show: value, lineStyle: { color: RULE[t] } };
      a.axisLabel = Object.assign({ color: QUIET[t], fontSize: 12 }, a.axisLabel);
      if (value) a.axisLabel.formatter = group;
      // The last label would stick out of the picture: it ends where the axis ends.
      else if (x.indexOf(a) >= 0 && narrow) a.axisLabel.alignMaxLabel = "right";
      if (narrow && a.type === "category" && y.indexOf(a) >= 0) {
        Object.assign(a.axisLabel, { width: 112, overflow: "break", fontSize: 11, lineHeight: 13 });
      }
    });
    list(o.title).forEach(function (h) {
      h.textStyle = { color: INK[t], fontSize: 13, fontWeight: "normal" };
      h.padding = 0;
    });

    var series = list(o.series);
    var longest = 0, sums = {};
    series.forEach(function (s) {
      list(s.data).forEach(function (d, i) {
        var k = s.stack + " " + i;
        if (s.stack && d && d.value > 0) longest = Math.max(longest, (sums[k] = (sums[k] || 0) + d.value));
      });
    });
    series.forEach(function (s) {
      if (s.type === "bar" || s.type === "heatmap") {
        s.itemStyle = Object.assign({ borderColor: bg, borderWidth: s.type === "heatmap" ? 1 : s.stack ? 0.6 : 0 }, s.itemStyle);
      }
      // A thin segment would drown in the line around it.
      if (s.stack) list(s.data).forEach(function (d) {
        if (d && d.value < longest / 50) d.itemStyle = { borderWidth: 0 };
      });
      s.label = Object.assign({ color: INK[t], fontSize: 12 }, s.label);
      if (s.label.position === "top") Object.assign(s.label, { textBorderColor: bg, textBorderWidth: 3 });
      s.emphasis = Object.assign({ focus: s.type === "sankey" ? "adjacency" : "none" }, s.emphasis);
      if (s.type === "bar" || s.type === "line") {
        s.labelLayout = { hideOverlap: true };
        s.label.formatter = s.label.formatter || function (p) {
          return p.value === "-" || p.value == null || p.value === 0 ? "" : group(p.value);
        };
        list(s.data).forEach(function (d) {
          if (d && d.label) d.label.formatter = s.label.formatter;
        });
      }
      if (s.type === "sankey") {
        sankey(s, narrow);
      }
    });

    o.tooltip = Object.assign({}, o.tooltip, {
      renderMode: "richText", confine: true, formatter: tooltip(o, u, { x: (x[0] || {}).data, y: (y[0] || {}).data }),
      backgroundColor: dark ? "#2b3138" : "#ffffff", borderColor: RULE[t], textStyle: { color: INK[t], fontSize: 13 },
      axisPointer: { type: "shadow", shadowStyle: { color: dark ? "rgba(255,255,255,.06)" : "rgba(0,0,0,.05)" } },
    });

    if (o.legend && o.legend.show) {
      var names = (o.legend.data || []).slice();
      if (!names.length) series.forEach(function (s) { if (s.name && names.indexOf(s.name) < 0) names.push(s.name); });
      o.legend.textStyle = { color: INK[t], fontSize: 12 };
      o.legend.itemWidth = o.legend.itemHeight = 12;
      o.legend.padding = 0;
      o.legend.selectedMode = false;
      // Words turn out wider than they are reckoned; the line breaks before.
      o.legend.width = width - 28;
      var more = (legendRows(names, width - 28) - 1) * 22;
      down(o, more);
      height += more;
    }
    list(o.visualMap).forEach(function (v) {
      v.textStyle = { color: INK[t], fontSize: 12 };
      v.itemSymbol = "rect";
      v.padding = 0;
      v.outOfRange = { color: "transparent" };
      var w = 0;
      v.pieces.forEach(function (p) { w += textWidth(p.label) + 40; });
      if (w > width) {
        v.orient = "vertical";
        v.align = "left";
        v.inverse = true;
        v.itemGap = 6;
        down(o, 20 * (v.pieces.length - 1));
        height += 20 * (v.pieces.length - 1);
      }
    });
    return { options: o, height: height };
  }

  // figure is the number in a cell of the statutory tables: of one that is blank, or
  // that the report's form does not have, zero. A chart of which a number is not
  // known is not on the page.
  function figure(n) {
    var td = document.getElementById("c" + n), s = "";
    if (!td) return 0;
    (td.querySelector("a:not(.mark)") || td).childNodes.forEach(function (x) {
      if (x.nodeType === 3 || x.className === "g") s += x.textContent;
    });
    return Number(s) || 0;
  }

  function sum(ns) { return ns.reduce(function (a, b) { return a + b; }, 0); }

  // said are the words of an element in one language.
  function said(el, en) {
    if (el.nodeType === 3) return el.textContent;
    if (el.tagName === "I" && (el.lang === "en") !== en) return "";
    return Array.prototype.map.call(el.childNodes, function (x) { return said(x, en); }).join("");
  }

  // FILL puts the numbers, by series and place, into the options of a kind.
  var FILL = {
    // From applicants, listed first, to outcomes; those without a case are left out.
    flow: function (o, v) {
      var s = o.series[0], n = v[0].length;
      var from = v[0].map(function (_, i) { return sum(v.map(function (r) { return r[i]; })); }), to = v.map(sum);
      s.links = [];
      for (var i = 0; i < n; i++) {
        for (var j = 0; j < v.length; j++) {
          if (v[j][i] > 0) s.links.push({ source: s.data[i].name, target: s.data[n + j].name, value: v[j][i] });
        }
      }
      s.data = s.data.filter(function (_, i) { return (i < n ? from[i] : to[i - n]) > 0; });
      var left = s.data.filter(function (d) { return d.depth === 0; }).length;
      o.ogi.height = 120 + 52 * Math.max(left, s.data.length - left);
    },
    // A bar for each ground that was used.
    grounds: function (o, v) {
      var axis = o.yAxis[0], used = axis.data.map(function (_, i) { return sum(v.map(function (r) { return r[i]; })) > 0; });
      function keep(_, i) { return used[i]; }
      o.series.forEach(function (s, k) {
        s.data = v[k].map(function (n) { return { value: n || "-" }; }).filter(keep);
      });
      axis.data = axis.data.filter(keep);
      o.ogi.height = 60 + 34 * axis.data.length;
    },
    // A number stands in its segment where that is at least a tenth of the longest bar.
    disputes: function (o, v) {
      var longest = Math.max.apply(null, v[0].map(function (_, i) { return sum(v.map(function (r) { return r[i]; })); }));
      o.series.forEach(function (s, k) {
        s.data = v[k].map(function (n) {
          return n > 0 && n >= longest / 10 ? { value: n, label: { show: true, position: "inside", color: "#ffffff" } } : { value: n };
        });
      });
    },
  };

  // filled are the options of a kind with the numbers of this page.
  function filled(el) {
    var kind = ogiKinds[el.dataset.kind], o = JSON.parse(JSON.stringify(kind.options));
    var v = kind.cells.map(function (r) {
      return r.map(function (cells) { return sum(cells.map(figure)); });
    });
    FILL[el.dataset.kind](o, v);
    var box = el.closest("figure");
    if (box) {
      var title = box.querySelector("figcaption"), words = box.querySelector(".said");
      o.aria.label.description = said(title, false) + "。" + said(words, false);
      o.ogi.aria = said(title, true) + ". " + said(words, true);
    }
    if (el.dataset.kind === "flow") tabulate(el, kind.options, v);
    return o;
  }

  // tabulate sets the numbers of a flow below it: they are sums of rows of the
  // statutory table, which has them one by one.
  function tabulate(el, o, v) {
    var data = o.series[0].data, n = v[0].length;
    function put(parent, tag, zh, en) {
      var x = parent.appendChild(document.createElement(tag));
      if (en) {
        x.appendChild(document.createElement("i")).textContent = zh;
        var i = x.appendChild(document.createElement("i"));
        i.lang = "en";
        i.textContent = en;
      } else if (zh != null) x.textContent = zh;
      return x;
    }
    function name(tr, i, scope) { put(tr, "th", data[i].name, o.ogi.en[data[i].name]).scope = scope; }
    var fold = document.createElement("details");
    put(fold, "summary", "同一组数字的表", "The same numbers as a table");
    var box = put(fold, "div");
    box.className = "scroll";
    box.tabIndex = 0;
    var table = put(box, "table");
    table.className = "list numbers wide";
    var tr = put(put(table, "thead"), "tr");
    put(tr, "th", "申请人", "Applicant").scope = "col";
    v.forEach(function (_, j) { name(tr, n + j, "col"); });
    put(tr, "th", "合计", "Sum").scope = "col";
    var body = put(table, "tbody");
    for (var i = 0; i < n; i++) {
      tr = put(body, "tr");
      name(tr, i, "row");
      var row = v.map(function (r) { return r[i]; });
      row.concat(sum(row)).forEach(function (x) { put(tr, "td", group(x)).className = "n"; });
    }
    el.after(fold);
  }

  function draw(c) {
    var width = c.el.clientWidth;
    if (!width) return; // inside a closed <details>: drawn when it opens
    var b = build(c, width);
    c.width = width;
    c.plot.style.height = b.height + "px";
    if (!c.chart) c.chart = ogiEcharts.init(c.plot, null, { renderer: "svg", locale: "ZH" });
    c.chart.resize({ animation: { duration: 0 } });
    c.chart.setOption(b.options, true);
  }

  function drawAll() { charts.forEach(draw); }

  function start() {
    // In the next frame: drawing changes the height of what is observed.
    var resized = window.ResizeObserver && new ResizeObserver(function () {
      requestAnimationFrame(function () {
        charts.forEach(function (c) { if (c.el.clientWidth !== c.width) draw(c); });
      });
    });
    document.querySelectorAll(".chart").forEach(function (el) {
      var json = el.querySelector("script[type='application/json']"), plot = document.createElement("div");
      plot.className = "plot";
      var options = json ? JSON.parse(json.textContent) : filled(el);
      el.appendChild(plot);
      var c = { el: el, plot: plot, options: options, width: 0 };
      charts.push(c);
      draw(c);
      if (resized) resized.observe(el);
    });
    if (!charts.length) return;
    system.addEventListener("change", drawAll);
    document.addEventListener("change", function (e) {
      if (e.target && e.target.name === "lang") drawAll();
    });
    new MutationObserver(drawAll).observe(root, { attributes: true, attributeFilter: ["data-lang", "data-theme", "lang"] });
    window.addEventListener("beforeprint", function () { printing = true; drawAll(); });
    window.addEventListener("afterprint", function () { printing = false; drawAll(); });
    if (!resized) window.addEventListener("resize", drawAll);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
