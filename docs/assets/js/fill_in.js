// An answer grows with its text. A copy of it stands behind the field, and is what is printed: unlike the field, it
// goes on over the end of a page. Nothing is kept: the text stands on the page only.
(function () {
  "use strict";
  // What stands below says the same in another language, until the words are changed: then it is not printed with them.
  function grow(area) {
    var own = area.parentNode.nextElementSibling;
    area.parentNode.dataset.typed = area.value;
    if (own && own.classList.contains("same")) own.classList.toggle("around", area.value !== area.defaultValue);
  }
  function growAll() { document.querySelectorAll(".grow > textarea").forEach(grow); }
  document.addEventListener("input", function (event) {
    if (event.target.matches(".grow > textarea")) grow(event.target);
  });
  document.addEventListener("reset", function () { setTimeout(growAll, 0); });
  // What has nothing in it and need not have is left out of what is printed.
  function isFilled(box) { return box.type === "checkbox" || box.type === "radio" ? box.checked : box.value.trim(); }
  function markEmpty() {
    document.querySelectorAll("[data-optional]").forEach(function (part) {
      var boxes = Array.from(part.querySelectorAll("input, textarea"));
      part.classList.toggle("around", !boxes.some(function (box) {
        return isFilled(box) && !box.closest(".added.around, .added.unsaid"); // what of a law is not printed fills nothing
      }));
    });
  }
  document.addEventListener("input", markEmpty);
  document.addEventListener("reset", function () { setTimeout(markEmpty, 0); });
  addEventListener("beforeprint", growAll); // for what was filled in without typing
  addEventListener("beforeprint", markEmpty);
  growAll();
  markEmpty();
  // A file that is made of the paper, and the head of each sheet, has its title: in English where the paper is.
  var sent = document.querySelector(".on-paper [lang=en]"), title = document.title;
  if (!sent) return;
  addEventListener("beforeprint", function () { document.title = sent.textContent; });
  addEventListener("afterprint", function () { document.title = title; });
})();
// A letter that leaves, and an assessment, says before it is printed which parts the law asks for and nobody ticked; after
// these, what is not confirmed and nobody put in. A law that does not bind asks for nothing: its section is not printed.
(function () {
  "use strict";
  var told = document.getElementById("left-out"), form = document.querySelector("form.sheet"), shown = "";
  var place = document.getElementById("left-out-place"); // not where no law of a place adds anything
  if (!told) return; // not every form asks for something
  // Its name in the language of the page, where the paper is in English.
  function named(words) { return (words.querySelector(".same") || words).textContent; }
  function leftOut() {
    return Array.from(form.querySelectorAll("[data-asked]")).filter(function (box) {
      var choice = box.type === "fieldset", boxes = choice ? box : box.parentNode;
      if (box.closest(".around:not([data-optional]), .check.unsaid, [hidden]")) return false; // not printed, and not for being empty
      return choice || box.type === "checkbox" ? !boxes.querySelector("input:checked") : !box.value.trim();
    }).map(function (box) { return named(box.type === "fieldset" ? box.firstElementChild : box.labels[0]); });
  }
  // What can be put in though it is not confirmed, of laws that can bind whoever writes.
  function notPutIn() {
    return Array.from(form.querySelectorAll("[data-offers] input, [data-offers] textarea")).filter(function (box) {
      if (box.closest("[data-unbound], [hidden]")) return false;
      return box.type === "checkbox" ? !box.checked : !box.value.trim();
    }).map(function (box) { return named(box.labels[0]); });
  }
  function hasNoPlace() {
    var state = form.querySelector("#state");
    return Boolean(place && state && !state.value && !state.closest("[hidden]"));
  }
  // A list of names in a part of what is told; the part is hidden while there are none.
  function fill(id, names) {
    var part = document.getElementById(id), list = document.createElement("ul"), before = part.querySelector("ul");
    if (before) before.remove();
    part.firstElementChild.after(list);
    names.forEach(function (words) {
      var item = document.createElement("li");
      item.textContent = words;
      list.append(item);
    });
    part.hidden = !names.length;
  }
  function tell() {
    var found = leftOut(), open = notPutIn();
    fill("left-out-parts", found);
    fill("left-out-open", open);
    if (place) place.hidden = !hasNoPlace();
    told.hidden = !found.length && !open.length && !hasNoPlace();
    return found.concat(open, hasNoPlace() ? "no place" : []).join("\n");
  }
  // Before the button itself, which prints: the same parts are told once.
  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-print]") || !form.contains(event.target)) return;
    var now = tell(), known = now === shown;
    shown = now;
    if (!now || known) return;
    event.stopPropagation();
    told.focus();
  }, true);
  form.addEventListener("input", function () { if (!told.hidden) setTimeout(tell, 0); });
  form.addEventListener("reset", function () {
    shown = "";
    told.hidden = true;
  });
  addEventListener("beforeprint", tell); // for the browser's own menu: it stands there afterwards
})();
