// Remembers the reader's language, opens what a link points into, and finds what
// addresses of old name. The site reads without it: the language is then chosen by
// the radio buttons alone.
(function () {
  "use strict";
  var root = document.documentElement;
  var here = document.currentScript ? document.currentScript.src.replace(/[^\/]*$/, "") : "";

  function remembered() {
    try { return localStorage.getItem("ogi-lang"); } catch (e) { return null; }
  }
  function remember(lang) {
    try { localStorage.setItem("ogi-lang", lang); } catch (e) { /* no storage: for this page only */ }
  }
  function show(lang) {
    root.dataset.lang = lang;
    root.dispatchEvent(new CustomEvent("ogi:lang", { detail: lang }));
  }

  // Before anything is drawn, so that the page does not change under the reader.
  var chosen = root.hasAttribute("data-switch") ? remembered() : null;
  if (chosen === "en" || chosen === "zh") root.dataset.lang = chosen;

  // A link may lead into a folded part, or be of old.
  function reveal() {
    var id = location.hash.slice(1), at;
    try { id = decodeURIComponent(id); } catch (e) { return; }
    at = id && document.getElementById(id);
    if (!at) return loaded(function () { old(id); });
    for (var p = at.parentElement, opened = false; p; p = p.parentElement) {
      if (p.tagName === "DETAILS" && !p.open) { p.open = true; opened = true; }
    }
    if (opened) at.scrollIntoView();
  }

  // Until a page is there, Firefox does not take another place for its target.
  function loaded(then) {
    if (document.readyState === "complete") return then();
    window.addEventListener("load", function () { setTimeout(then, 0); });
  }

  // Cells were named by key, and are by number now; lines that are blank have no
  // place of their own any more, and lead to the one before, else to the first.
  function old(id) {
    var line = /^L(\d+)$/.exec(id);
    if (/^c-/.test(id)) withCells(function () { go("c" + cell(id.slice(2))); });
    for (var n = line ? line[1] - 1 : 0; n > 0; n--) {
      if (go("L" + n)) return;
    }
    for (n = 2; line && n < 100; n++) {
      if (go("L" + n)) return;
    }
  }
  function go(id) {
    if (!document.getElementById(id)) return false;
    location.replace("#" + id);
    return true;
  }
  function cell(key) {
    var dot = key.lastIndexOf("."), row = key.slice(0, dot);
    if (!Object.prototype.hasOwnProperty.call(ogiCells, row)) return 0;
    var n = 0, found = 0;
    ogiCells[row].split(" ").forEach(function (word) {
      if (Number(word)) n = Number(word) - 1;
      else if (++n && word === key.slice(dot + 1)) found = n;
    });
    return found;
  }
  function withCells(then) {
    if (typeof ogiCells !== "undefined") return then();
    var s = document.createElement("script");
    s.src = here + "cells.js";
    s.onload = then;
    document.head.appendChild(s);
  }

  // A number of a table leads to its line in the source: there it is the one marked. Of
  // the numbers of a line the first has a link, and each <b> is the cell after the one
  // before it.
  function read(li, each) {
    var n = 0;
    Array.prototype.forEach.call(li.children, function (x) {
      var at = x.tagName === "A" && /^#c(\d+)$/.exec(x.getAttribute("href"));
      n = at ? Number(at[1]) : x.tagName === "B" ? n + 1 : n;
      if (at || x.tagName === "B") each(x, "c" + n);
    });
  }
  function point(e) {
    if (!e.target.closest) return;
    var a = e.target.closest(".form td > a[href^='#L']"), b = e.target.closest(".source li > b");
    if (b) read(b.parentElement, function (x, id) { if (x === b) location.hash = "#" + id; });
    if (!a) return;
    document.querySelectorAll(".source .here").forEach(function (x) { x.classList.remove("here"); });
    var line = document.getElementById(decodeURIComponent(a.hash.slice(1)));
    if (line) read(line, function (x, id) { x.classList.toggle("here", id === a.parentElement.id); });
  }

  // What a cell is that is no plain number is said below its table, and what it says
  // of itself is read out; here it stands beside the pointer too.
  var CELLS = {
    blank: ["空白：原文此格未填，空白不等于零", "Left blank, which is not zero"],
    missing: ["未读到：公布的表中没有这一格", "Not read: the table as published has no such cell"],
    dash: ["原文以符号填写", "A sign, as printed"],
    garbled: ["读不成数，照录原文", "No number; as printed"],
    r: ["推定值，非在原位读出", "Inferred, not read in its place"],
  };
  function say(e) {
    var td = e.target.closest && e.target.closest("td");
    if (!td || td.title && !td.dataset.said) return;
    var en = root.dataset.lang === "en" ? 1 : 0;
    var told = td.querySelector("b, .sr"), words = told ? told.textContent.replace(/^（|）$/g, "") : "";
    for (var c in CELLS) {
      if (td.classList.contains(c) && td.closest(".form")) {
        var why = /〔\d+〕/.exec(words), own = words.split("；").slice(1);
        words = [CELLS[c][en]].concat(own, why ? [(en ? "see below the table: " : "理由见表下") + why[0]] : []).join(en ? "; " : "；");
      }
    }
    if (!words) return;
    td.dataset.said = "1";
    td.title = words;
  }

  document.addEventListener("DOMContentLoaded", function () {
    document.querySelectorAll("input[name=lang]").forEach(function (input) {
      if (chosen) input.checked = input.value === chosen;
      input.addEventListener("change", function () { remember(input.value); show(input.value); });
    });
    document.querySelectorAll("[data-print]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
    document.querySelectorAll("[data-copy]").forEach(function (button) {
      var field = document.getElementById(button.dataset.copy);
      if (!field) return;
      button.hidden = false;
      button.addEventListener("click", function () {
        field.select();
        if (navigator.clipboard) navigator.clipboard.writeText(field.value).catch(function () {});
        else document.execCommand("copy");
      });
    });
    // A badge as HTML, of what stands beside the button: picture and address.
    document.querySelectorAll("[data-badge]").forEach(function (button) {
      if (!navigator.clipboard) return;
      button.hidden = false;
      button.addEventListener("click", function () {
        var a = document.createElement("a"), img = document.createElement("img");
        a.setAttribute("href", button.dataset.badge);
        img.setAttribute("src", button.previousSibling.textContent.trim());
        img.setAttribute("alt", button.closest("details").querySelector("img").alt);
        img.setAttribute("height", "20");
        a.appendChild(img);
        navigator.clipboard.writeText(a.outerHTML).catch(function () {});
      });
    });
    // Tables behind charts stand open without this script.
    document.querySelectorAll("details.fold").forEach(function (d) { d.open = false; });
    document.addEventListener("click", point);
    document.addEventListener("pointerover", say);
    reveal();
  });
  window.addEventListener("hashchange", reveal);
})();
