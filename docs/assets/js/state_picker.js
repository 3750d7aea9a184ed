// Show the select and go to the chosen guide.
(function () {
  "use strict";
  var form = document.getElementById("picker");
  if (!form) return;
  form.hidden = false;
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var select = form.querySelector("select");
    if (select.value) window.location.assign(select.value);
    else select.focus();
  });
})();
