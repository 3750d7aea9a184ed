(function () {
  "use strict";
  var link = document.getElementById("exit"), status = document.getElementById("exit-status");
  var presses = 0, timer;
  function say(text) { status.textContent = text; }
  function leave(event) {
    if (event) event.preventDefault();
    document.title = "\u200b";
    document.querySelectorAll("link[rel=icon]").forEach(function (icon) { icon.href = "data:,"; });
    document.querySelectorAll("input, textarea, select").forEach(function (field) {
      if (field.type === "radio" || field.type === "checkbox") field.checked = false;
      else field.value = "";
    });
    document.body.hidden = true;
    document.documentElement.style.background = "#fff";
    window.location.replace(link.href);
  }
  link.addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") { presses = 0; return; }
    if (event.repeat) return;
    presses += 1;
    clearTimeout(timer);
    if (presses === 3) { say("Leaving this page."); leave(); return; }
    say(presses === 1 ? "Shift, press two more times to leave." : "Shift, press one more time to leave.");
    timer = setTimeout(function () { presses = 0; say(""); }, 5000);
  });
  // A page kept by the Back button would come back blank.
  window.addEventListener("pageshow", function (event) { if (event.persisted) window.location.reload(); });
})();
