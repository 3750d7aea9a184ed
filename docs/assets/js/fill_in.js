// An answer grows with its text. A copy of it stands behind the field, and is what is printed: unlike the field, it
// goes on over the end of a page. Nothing is kept: the text stands on the page only.
(function () {
  "use strict";
  function grow(area) { area.parentNode.dataset.typed = area.value; }
  function growAll() { document.querySelectorAll(".grow > textarea").forEach(grow); }
  document.addEventListener("input", function (event) {
    if (event.target.matches(".grow > textarea")) grow(event.target);
  });
  document.addEventListener("reset", function () { setTimeout(growAll, 0); });
  addEventListener("beforeprint", growAll); // for what was filled in without typing
  growAll();
})();
