// An answer grows with its text. A copy of it stands behind the field, and is what is printed: unlike the field, it
// goes on over the end of a page. Nothing is kept: the text stands on the page only.
(function () {
  "use strict";
  var areas = document.querySelectorAll(".grow > textarea");
  function grow(area) { area.parentNode.dataset.typed = area.value; }
  function growAll() { areas.forEach(grow); }
  areas.forEach(function (area) {
    area.addEventListener("input", function () { grow(area); });
    area.form.addEventListener("reset", function () { setTimeout(grow, 0, area); });
  });
  addEventListener("beforeprint", growAll); // for what was filled in without typing
  growAll();
})();
