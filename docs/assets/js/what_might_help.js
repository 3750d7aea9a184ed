// "What might help me?": hold the answers against the laws, which the page carries. Nothing is sent,
// kept or put in the address. The rules are those of record_relief/derive/fit.py, as data on each line.
tool("questions", function (guard) {
  "use strict";
  var form = document.getElementById("answers"), answer = document.getElementById("answer");
  var results = document.getElementById("answer-places"), title = document.getElementById("answer-title");
  var places = document.getElementById("places"), error = document.getElementById("place-error");
  var changed = document.getElementById("answer-changed"), asked = false;

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

  function selects() { return Array.from(places.querySelectorAll("select")); }
  function show(select, shown) { select.hidden = select.previousElementSibling.hidden = !shown; }

  function another(number) {
    var label = places.querySelector("label").cloneNode(true), select = places.querySelector("select").cloneNode(true);
    select.id = label.htmlFor = "place-" + number;
    label.textContent = label.textContent.replace(/\d+/, number);
    return [label, select];
  }

  // Write the answer to what the form says now, and return whether it names a place.
  function draw() {
    var given = new FormData(form), chosen = [];
    selects().forEach(function (select) {
      if (select.value && chosen.indexOf(select.value) < 0) chosen.push(select.value);
    });
    results.textContent = "";
    chosen.forEach(function (code) { results.append(result(code, given)); });
    error.hidden = chosen.length > 0;
    answer.hidden = !chosen.length;
    return chosen.length > 0;
  }

  result(places.querySelector("select").options[1].value, new FormData(form)); // whether it can be done at all
  another(2);

  document.getElementById("add-place").addEventListener("click", guard(function () {
    var all = selects(), free = all.find(function (select) { return select.hidden; }), made;
    if (!free) {
      made = another(all.length + 1);
      places.append(made[0], made[1]);
      free = made[1];
    }
    free.value = "";
    show(free, true);
    free.focus();
  }));

  form.addEventListener("reset", guard(function () {
    asked = false;
    results.textContent = "";
    changed.textContent = "";
    answer.hidden = error.hidden = true;
    selects().slice(1).forEach(function (select) { show(select, false); });
  }));
  // No answer stands below a form that says something else.
  form.addEventListener("input", guard(function () {
    selects().forEach(function (select) { if (select.value) show(select, true); });
    if (asked) changed.textContent = draw() ? changed.dataset.changed : "";
  }));
  form.addEventListener("submit", guard(function (event) {
    event.preventDefault();
    asked = true;
    changed.textContent = "";
    if (draw()) title.focus();
    else selects()[0].focus();
  }));

  document.getElementById("each-place").open = false;
}, function () {
  "use strict";
  document.getElementById("answer").hidden = true;
  document.getElementById("each-place").open = true;
});
