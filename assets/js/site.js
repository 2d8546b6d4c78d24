// Remembers the reader's language and opens what a link points into. The site
// reads without it: the language is then chosen by the radio buttons alone.
(function () {
  "use strict";
  var root = document.documentElement;

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

  // A link may lead into a folded part.
  function reveal() {
    var id = location.hash.slice(1), at;
    try { at = id && document.getElementById(decodeURIComponent(id)); } catch (e) { at = null; }
    if (!at) return;
    for (var p = at.parentElement, opened = false; p; p = p.parentElement) {
      if (p.tagName === "DETAILS" && !p.open) { p.open = true; opened = true; }
    }
    if (opened) at.scrollIntoView();
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
    reveal();
  });
  window.addEventListener("hashchange", reveal);
})();
