// Leaves this page at once. It stands first in the page and in the page itself: no other script, late,
// broken or busy, comes before it. Each step stands alone, and a step that fails stops none after it.
(function () {
  "use strict";
  var WAIT = 5000; // between two presses of Shift, in milliseconds
  var presses = 0, alone = false, gone = false, timer, channel;

  function attempt(step) { try { return step(); } catch (error) { return undefined; } }
  function each(list, step) { Array.prototype.forEach.call(list, step); }
  function control() { return document.getElementById("exit"); }
  function status() { return document.getElementById("exit-status"); }

  // What was typed, chosen or answered on the page, in a form or outside of one.
  function empty() {
    each(document.forms, function (form) { form.reset(); });
    each(document.querySelectorAll("input, textarea, select"), function (field) {
      if (field.form) return;
      if (field.options) field.selectedIndex = 0;
      else if (field.type === "checkbox" || field.type === "radio") field.checked = field.defaultChecked;
      else field.value = field.defaultValue;
    });
    each(document.querySelectorAll("[data-answer]"), function (answer) { answer.textContent = ""; });
  }

  function blank() {
    var loading = status().getAttribute("data-loading");
    var body = document.createElement("body"), note = document.createElement("p");
    document.title = loading;
    each(document.querySelectorAll("link[rel=icon]"), function (icon) { icon.href = "data:,"; });
    body.className = "left";
    note.setAttribute("role", "alert");
    body.appendChild(note);
    document.documentElement.replaceChild(body, document.body);
    note.textContent = loading; // after it is on the page: so screen readers say it
  }

  // Returns whether the browser is on its way. `told`: by another tab, so that tab is leaving, too.
  function leave(told) {
    var to = control() && control().href;
    if (gone || !to) return gone;
    clearTimeout(timer);
    attempt(empty);
    attempt(blank);
    attempt(function () { window.stop(); });
    if (!told) attempt(function () { channel.postMessage("leave"); });
    gone = attempt(function () { window.location.replace(to); return true; }) === true;
    return gone;
  }

  // Says how many presses are left, to the ear and by the dots on the control.
  function tell(text) {
    clearTimeout(timer);
    if (gone) return;
    control().setAttribute("data-presses", presses);
    status().textContent = text ? status().getAttribute("data-" + text) : "";
    if (text) timer = setTimeout(text === "expired" ? quiet : expire, WAIT);
  }
  function quiet() { tell(""); }
  function expire() { presses = 0; tell("expired"); }
  function interrupt() { alone = false; if (presses) expire(); }

  window.addEventListener("click", function (event) {
    var link = attempt(function () { return event.target.closest("[data-exit]"); });
    if (link && leave()) event.preventDefault();
  }, true);

  // Shift counts when it is let go and nothing else was pressed with it: capitals are not the way out.
  window.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") interrupt();
    else if (!event.repeat) alone = true;
  }, true);
  window.addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone || gone) return;
    presses += 1;
    if (presses === 3) leave();
    else tell(presses === 1 ? "two" : "one");
  }, true);
  window.addEventListener("pointerdown", interrupt, true);

  // Other tabs of this site leave with this one.
  attempt(function () {
    channel = new BroadcastChannel("leave");
    channel.onmessage = function () { leave(true); };
  });

  // A jump within the page makes no entry of its own, which Back would find after leaving.
  document.addEventListener("click", function (event) {
    var link = attempt(function () { return event.target.closest("a[href]"); });
    var here = window.location.href.split("#")[0];
    if (!link || !link.hash || link.href.split("#")[0] !== here || event.defaultPrevented) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    window.location.replace(link.href);
  });

  // A page that a browser keeps whole for Back is kept without what was answered on it.
  window.addEventListener("pagehide", function () { attempt(empty); });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && document.querySelector("[data-answer]")) window.location.reload();
  });
})();
