// What was typed, chosen or answered on a page, in a form or outside of one, goes with the page. It stands right
// before the script of the exit control, in each page that has anything to answer.
// `except` names forms that say nothing of a person: Back may find them as they were, the exit control leaves none.
function emptyAnswers(except) {
  "use strict";
  document.querySelectorAll("form").forEach(function (form) { if (!except || !form.matches(except)) form.reset(); });
  document.querySelectorAll("input, textarea, select").forEach(function (field) {
    if (field.form) return;
    if (field.options) field.selectedIndex = 0;
    else {
      field.checked = field.defaultChecked;
      field.value = field.defaultValue;
    }
  });
  document.querySelectorAll("[data-answer]").forEach(function (answer) { answer.textContent = ""; });
}

// A page that a browser keeps whole for Back is kept without them.
addEventListener("pagehide", function () { emptyAnswers("[data-keeps]"); });
addEventListener("pageshow", function (event) {
  if (event.persisted && document.querySelector("[data-answer]")) location.reload();
});
