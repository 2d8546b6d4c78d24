// Follows the links of the page into cells and lines, and names those whose end
// is hidden, behind what sticks or out of sight, or is not set apart.
(async function () {
  var frame = function () { return new Promise(requestAnimationFrame); };
  var links = new Set(Array.from(document.querySelectorAll("#findings a[href^='#']")).map(function (a) { return a.getAttribute("href"); }));
  var wrong = [];
  for (var href of Array.from(links).slice(0, 60)) {
    var at = document.getElementById(decodeURIComponent(href.slice(1)));
    if (!at) { wrong.push(href + " leads nowhere"); continue; }
    var before = getComputedStyle(at).backgroundColor;
    location.hash = href;
    await frame(); await frame();
    var box = at.getClientRects()[0];
    if (!box) { wrong.push(href + " is folded away"); continue; }
    var top = document.elementFromPoint(Math.min(box.left + box.width / 2, innerWidth - 4), box.top + Math.min(box.height / 2, 12));
    if (!top || !(at.contains(top) || top.contains(at))) wrong.push(href + " is hidden");
    if (getComputedStyle(at).backgroundColor === before) wrong.push(href + " is not set apart");
  }
  return wrong.concat(links.size ? [] : ["no links"]);
})()
