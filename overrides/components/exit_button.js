// Leaves this page at once. It stands in the page itself, right behind the control and before all else: no other
// script, late, broken or busy, comes before it. Each step stands alone, and a step that fails stops none after it.
(function () {
  "use strict";
  var WAIT = 5000, presses = 0, alone = false, gone = false, timer, channel, cover; // WAIT: milliseconds

  function attempt(step) { try { return step(); } catch (error) { /* the next step follows */ } }
  function control() { return document.getElementById("exit"); }
  function status() { return document.getElementById("exit-status"); }

  // All that is left: a word, and the way out as a plain link with nothing of this page's look.
  function blank() {
    var link = control().cloneNode(false), body = document.createElement("body");
    document.title = link.dataset.loading;
    document.querySelectorAll("link[rel=icon]").forEach(function (icon) { icon.href = "data:,"; });
    body.className = "left";
    body.innerHTML = "<p role=alert></p>";
    link.className = "";
    link.href = link.dataset.to;
    link.textContent = link.host;
    body.appendChild(link);
    document.documentElement.replaceChild(body, document.body);
    body.firstChild.textContent = document.title; // after it is on the page: so screen readers say it
  }

  // Returns whether the browser is on its way; while the other site is slow, whoever presses again starts anew.
  // `told`: by another tab, so that tab is leaving, too.
  function leave(told) {
    var link = control(), to = link && link.dataset.to;
    if (!to || told && gone) return gone;
    clearTimeout(timer);
    presses = 0;
    cover = cover || link.href; // loading.html, asked for before the address changes
    attempt(function () { emptyAnswers(); }); // exit_answers.js, where there is anything to answer
    attempt(blank);
    attempt(function () { stop(); });
    // The bar, Reload and a list of closed tabs get that page in place of this one. (A page that was opened
    // as a file may not change its address: it goes there.)
    if (!attempt(function () { history.replaceState(null, "", cover); return true; })) to = cover;
    if (!told) attempt(function () { channel.postMessage("leave"); });
    gone = attempt(function () { location.replace(to); return true; });
    return gone;
  }

  // Says how many presses are left, to the ear and by the dots on the control.
  function tell(text) {
    clearTimeout(timer);
    attempt(function () { // not there once the page is blank
      control().dataset.presses = presses;
      status().textContent = status().dataset[text] || "";
    });
    if (text) timer = setTimeout(text === "expired" ? tell : expire, WAIT);
  }
  function expire() { presses = 0; tell("expired"); }
  function interrupt() { alone = false; if (presses) expire(); }

  addEventListener("click", function (event) {
    var link = attempt(function () { return event.target.closest("[data-exit]"); });
    if (link && leave()) event.preventDefault();
  }, true);

  // Shift counts when it is let go and nothing else was pressed with it: capitals are not the way out.
  addEventListener("keydown", function (event) {
    if (event.key !== "Shift") interrupt();
    else if (!event.repeat) alone = true;
  }, true);
  addEventListener("keyup", function (event) {
    if (event.key !== "Shift" || !alone) return;
    presses += 1;
    if (presses === 3) leave();
    else tell(presses === 1 ? "two" : "one");
  }, true);
  addEventListener("pointerdown", interrupt, true);

  // Other tabs of this site leave with this one.
  attempt(function () {
    channel = new BroadcastChannel("leave");
    channel.onmessage = function () { leave(true); };
  });

  // A jump within the page makes no entry of its own, which Back would find after leaving.
  document.addEventListener("click", function (event) {
    var link = attempt(function () { return event.target.closest("a[href]"); });
    var here = location.href.split("#")[0];
    if (!link || !link.hash || link.href.split("#")[0] !== here || event.defaultPrevented) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    location.replace(link.href);
  });
})();
