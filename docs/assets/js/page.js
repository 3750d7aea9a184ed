// What every page has with scripts: printing, sharing, and the way back from a jump within the page.
// Show the buttons that print: without JavaScript the browser's own menu does it.
(function () {
  "use strict";
  document.querySelectorAll("[data-print]").forEach(function (button) {
    if (!window.print) return;
    button.addEventListener("click", function () { window.print(); });
    button.hidden = false;
  });
})();
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
// What the page has for who is without scripts, or wants to look it up, is folded; its heading opens it.
document.querySelectorAll("[data-folds]").forEach(function (part) { "use strict"; part.open = false; });
// A jump within the page leaves no entry for Back (exit_button.js). So the place it leads to gets a
// link back to where the reader was; what is folded there is opened.
(function () {
  "use strict";
  var back = document.createElement("span"), link = document.createElement("a"), from;
  back.id = "way-back";
  back.className = "more";
  link.href = "#main";
  link.textContent = document.currentScript.dataset.back;
  back.append(link);

  function put(target) {
    var folded = target.closest("details"), head = (folded || target).querySelector("summary, h2, h3");
    if (folded) folded.open = true;
    if (target.localName === "li") target.append(" ", back);
    else (head || target).after(back);
  }

  // Whoever comes from another page to what is folded finds it open, and what they looked for in sight.
  var arrived = location.hash && document.getElementById(location.hash.slice(1));
  var around = arrived && arrived.closest("details");
  if (around && !around.open) {
    around.open = true;
    arrived.scrollIntoView();
  }

  // Before the jump itself, which waits for the event to come up to the document.
  document.addEventListener("click", function (event) {
    var pressed = event.target.closest("a[href^='#']");
    if (!pressed || pressed.target || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (pressed === link) {
      event.preventDefault();
      back.remove();
      from.scrollIntoView({ block: "center" });
      from.focus({ preventScroll: true });
      return;
    }
    var target = document.getElementById(pressed.hash.slice(1));
    if (!target || pressed.className === "skip") return;
    from = pressed;
    put(target);
  }, true);
})();
