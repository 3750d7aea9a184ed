// Copy or share a page's address with what the browser itself has; without it nothing is shown.
(function () {
  "use strict";
  var told = document.getElementById("copied");
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) return;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        told.textContent = told.dataset.done;
      }, function () { button.hidden = true; });
    });
    button.hidden = false;
  });
  document.querySelectorAll("[data-share]").forEach(function (button) {
    if (!navigator.share) return;
    button.addEventListener("click", function () {
      navigator.share({ text: button.dataset.words, url: button.dataset.share }).catch(function () {
        // Whoever changes their mind has nothing to be told.
      });
    });
    button.hidden = false;
  });
})();
