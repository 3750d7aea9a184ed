// A long answer grows with its text, on the screen and on paper. Nothing is kept: the text stands on the page only.
(function () {
  "use strict";
  function grow(area) { area.parentNode.dataset.typed = area.value; }
  document.querySelectorAll(".grow > textarea").forEach(function (area) {
    area.addEventListener("input", function () { grow(area); });
    area.form.addEventListener("reset", function () { setTimeout(grow, 0, area); });
    grow(area);
  });
})();
