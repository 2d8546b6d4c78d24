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
    if (!at) return old(id);
    for (var p = at.parentElement, opened = false; p; p = p.parentElement) {
      if (p.tagName === "DETAILS" && !p.open) { p.open = true; opened = true; }
    }
    if (opened) at.scrollIntoView();
  }

  // Cells were named by key, and are by number now; lines that are blank have no
  // place of their own any more, and lead to the one before.
  function old(id) {
    var line = /^L(\d+)$/.exec(id);
    if (/^c-/.test(id)) withCells(function () { go("c" + cell(id.slice(2))); });
    for (var n = line ? line[1] - 1 : 0; n > 0; n--) {
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

  // A number of a table leads to its line in the source: there it is the one marked.
  function point(e) {
    var a = e.target.closest && e.target.closest(".form td > a[href^='#L']");
    if (!a) return;
    document.querySelectorAll(".source .here").forEach(function (x) { x.classList.remove("here"); });
    var to = document.querySelector(".source a[href='#" + a.parentElement.id + "']");
    if (to) to.classList.add("here");
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
    // Tables behind charts stand open without this script.
    document.querySelectorAll("details.fold").forEach(function (d) { d.open = false; });
    document.addEventListener("click", point);
    reveal();
  });
  window.addEventListener("hashchange", reveal);
})();
