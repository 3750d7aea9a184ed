// Write the code for the map or card that is chosen, and show it.
(function () {
  "use strict";
  var form = document.getElementById("embed-tool");
  var what = document.getElementById("embed-what"), look = document.getElementById("embed-look");

  function show() {
    var kind = what.value.split("/")[0], file = what.value + look.value + ".html";
    var code = document.getElementById("code-" + kind), frame = document.getElementById("frame-" + kind);
    code.value = "<iframe src=\"" + form.dataset.base + "embed/" + file + "\" title=\"Record Relief: " +
      what.selectedOptions[0].text.replace(/[&"]/g, "") + "\" width=\"700\" height=\"" + form.dataset[kind + "Height"] +
      "\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>";
    frame.contentWindow.location.replace(new URL(file, document.baseURI).href);
  }

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
})();
