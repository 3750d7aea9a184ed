// Write the code for the map or card that is chosen, and show it.
tool("embed", function (guard) {
  "use strict";
  var form = document.getElementById("embed-tool");
  var what = document.getElementById("embed-what"), look = document.getElementById("embed-look");
  var chosen = {}; // the map and the card: how they look goes for both

  function write(kind) {
    var file = chosen[kind].value + look.value + ".html";
    var code = document.getElementById("code-" + kind), frame = document.getElementById("frame-" + kind);
    code.value = "<iframe src=\"" + form.dataset.base + file + "\" title=\"Record Relief: " +
      chosen[kind].text.replace(/[&"]/g, "") + "\" width=\"700\" height=\"" + form.dataset[kind + "Height"] +
      "\" loading=\"lazy\" style=\"border:0;max-width:100%\"></iframe>";
    frame.contentWindow.location.replace(new URL(form.dataset.root + file, document.baseURI).href);
  }
  // Other languages stand in folders of their own: "es/embed/map/coverage".
  function kindOf(option) { return option.value.split("/").slice(-2)[0]; }
  function choose() {
    var option = what.options[what.selectedIndex];
    chosen[kindOf(option)] = option;
  }
  function show() {
    choose();
    Object.keys(chosen).forEach(write);
  }

  Array.from(what.options).forEach(function (option) {
    var kind = kindOf(option), code = document.getElementById("code-" + kind);
    if (code.defaultValue.indexOf("\"" + form.dataset.base + option.value + ".html") >= 0) chosen[kind] = option;
  });
  form.addEventListener("change", guard(show));
  form.addEventListener("submit", guard(function (event) { event.preventDefault(); }));
}, function () {
  "use strict";
  ["map", "card"].forEach(function (kind) {
    var code = document.getElementById("code-" + kind);
    code.value = code.defaultValue;
  });
});
