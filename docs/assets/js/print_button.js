// Show the buttons that print: without JavaScript the browser's own menu does it.
(function () {
  "use strict";
  document.querySelectorAll("[data-print]").forEach(function (button) {
    if (!window.print) return;
    button.addEventListener("click", function () { window.print(); });
    button.hidden = false;
  });
})();
