// What a person wrote or chose in a form: one step back after it was cleared, and a word before a link leads away.
// Nothing of it is kept but in the page's own memory, for a minute. There is no question when the tab is closed or
// Back is pressed: a browser could only ask with a window of its own, which would stand in the way of leaving fast.
tool("answers", function (guard) {
  "use strict";
  var MINUTE = 60000;
  var forms = Array.from(document.querySelectorAll("form[data-private]"));
  var leaving = document.getElementById("leaving"), stay = leaving.querySelector("[data-stay]");
  var last;

  function isWritten(field) {
    if (field.options) {
      return Array.from(field.options).some(function (option, index) {
        return option.selected && !option.defaultSelected && index > 0;
      });
    }
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    return "defaultValue" in field && field.type !== "reset" && field.value !== field.defaultValue;
  }
  function written(form) {
    return Array.from(form.elements).filter(isWritten);
  }

  forms.forEach(function (form) {
    var box = form.querySelector("[data-clear]"), opener = box.querySelector("summary");
    var told = form.querySelector("[data-cleared]"), again = form.querySelector("[data-again]");
    var buttons = again.querySelectorAll("button");
    var kept = [], cleared = false, timer;

    function forget() {
      clearTimeout(timer);
      kept = [];
      told.textContent = "";
      again.hidden = true;
    }

    box.querySelector("[type=reset]").addEventListener("click", guard(function () {
      forget();
      kept = written(form).map(function (field) {
        return { field: field, value: field.value, checked: field.checked };
      });
      cleared = true;
    }));
    // Exit and leaving the page empty the form, too: then there is no way back.
    form.addEventListener("reset", guard(function () {
      if (!cleared) { forget(); return; }
      cleared = false;
      box.open = false;
      opener.focus();
      if (!kept.length) return;
      told.textContent = told.dataset.cleared;
      again.hidden = false;
      buttons[0].focus();
      timer = setTimeout(guard(forget), MINUTE);
    }));
    buttons[0].addEventListener("click", guard(function () {
      var back = kept;
      forget();
      back.forEach(function (was) {
        was.field.value = was.value;
        was.field.checked = was.checked;
        was.field.dispatchEvent(new Event("input", { bubbles: true }));
      });
      form.dispatchEvent(new Event("putback"));
      told.textContent = told.dataset.back;
      opener.focus();
    }));
    buttons[1].addEventListener("click", guard(function () { forget(); opener.focus(); }));
    form.addEventListener("input", guard(function (event) { if (event.isTrusted) forget(); }));
    document.addEventListener("visibilitychange", guard(function () { if (document.hidden) forget(); }));
  });

  function close() {
    leaving.hidden = true;
    if (last) last.focus();
  }
  function leadsAway(link) {
    var here = location.href.split("#")[0];
    return /^(https?|file):$/.test(link.protocol) && (!link.target || link.target === "_self") &&
      !link.hasAttribute("download") && !link.hasAttribute("data-exit") && !leaving.contains(link) &&
      !(link.hash && link.href.split("#")[0] === here);
  }

  document.addEventListener("click", guard(function (event) {
    var link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || !leadsAway(link)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!forms.some(function (form) { return written(form).length; })) return;
    leaving.querySelectorAll("a").forEach(function (way) { way.href = link.href; });
    // Without it Exit could not close the tab that stays behind.
    leaving.querySelectorAll("[data-tab]").forEach(function (part) { part.hidden = !window.BroadcastChannel; });
    last = link;
    leaving.hidden = false;
    leaving.focus();
    event.preventDefault();
  }));
  stay.addEventListener("click", guard(close));
  leaving.querySelector("a[data-tab]").addEventListener("click", guard(function () { setTimeout(close, 0); }));
  leaving.addEventListener("keydown", guard(function (event) { if (event.key === "Escape") close(); }));
}, function () {
  "use strict";
  document.getElementById("leaving").hidden = true;
});
