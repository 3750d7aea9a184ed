// "What might help me?": hold the answers against the laws, which the page carries. Nothing is sent,
// kept or put in the address. The rules are those of record_relief/derive/fit.py, as data on each line.
(function () {
  "use strict";
  var form = document.getElementById("answers"), answer = document.getElementById("answer");
  var results = document.getElementById("answer-places"), title = document.getElementById("answer-title");
  var places = document.getElementById("places"), error = document.getElementById("place-error");
  var blank = places.cloneNode(true);

  function verdict(line, given) {
    var fits = line.dataset.fits.split(" "), excludes = line.dataset.excludes.split(" ");
    if (!given) {
      return fits.length === form.querySelectorAll("input[name=" + line.dataset.ask + "]").length - 1 ? "fits" : "ask";
    }
    if (excludes.indexOf(given) >= 0) return "excludes";
    return fits.indexOf(given) >= 0 ? "fits" : "ask";
  }

  // Say how each line of a law stands, and return whether none is excluded.
  function judge(law, given) {
    var may = true;
    law.querySelectorAll("[data-ask]").forEach(function (line) {
      var found = verdict(line, given.get(line.dataset.ask)), mark = line.querySelector(".verdict");
      if (found === "excludes") may = false;
      mark.classList.add(found);
      mark.textContent = found === "excludes" ? line.dataset.against : answer.dataset[found];
    });
    return may;
  }

  function result(code, given) {
    var part = document.getElementById("fit-" + code).content.cloneNode(true);
    var groups = part.querySelectorAll("[data-group]");
    part.querySelectorAll("[data-law]").forEach(function (law) {
      groups[judge(law, given) ? 0 : 1].append(law);
    });
    groups.forEach(function (group, other) {
      var empty = !group.querySelector("[data-law]");
      group.hidden = empty;
      if (!other) part.querySelector("[data-nothing]").hidden = !empty;
    });
    return part;
  }

  function clear() {
    results.textContent = "";
    answer.hidden = true;
    error.hidden = true;
    places.replaceChildren.apply(places, blank.cloneNode(true).childNodes);
  }

  document.getElementById("add-place").addEventListener("click", function () {
    var label = places.querySelector("label").cloneNode(true), select = places.querySelector("select").cloneNode(true);
    var number = places.querySelectorAll("select").length + 1;
    select.id = label.htmlFor = "place-" + number;
    label.textContent = label.textContent.replace(/\d+/, number);
    places.append(label, select);
    select.focus();
  });

  form.addEventListener("reset", clear);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var given = new FormData(form), chosen = [];
    places.querySelectorAll("select").forEach(function (select) {
      if (select.value && chosen.indexOf(select.value) < 0) chosen.push(select.value);
    });
    error.hidden = chosen.length > 0;
    if (!chosen.length) { places.querySelector("select").focus(); return; }
    results.replaceChildren.apply(results, chosen.map(function (code) { return result(code, given); }));
    answer.hidden = false;
    title.focus();
  });

  document.querySelector("[data-without-script]").hidden = true;
  document.getElementById("each-place").open = false;
  form.hidden = false;
})();
