// Show the select and go to the chosen guide.
(function () {
  "use strict";
  var form = document.getElementById("picker");
  if (!form) return;
  var select = form.querySelector("select");
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (select.value) window.location.assign(select.value);
    else select.focus();
  });
  form.hidden = false;
})();
