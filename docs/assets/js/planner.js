// Work out the dates of the steps in the table: from the first notice, the dispute and the final notice.
// Business days are Monday to Friday; the holidays that the reader names are added. The first day is not counted.
tool("planner", function (guard) {
  "use strict";
  var form = document.querySelector("form.planner");
  var rows = Array.prototype.slice.call(form.querySelectorAll("[data-step]"));
  var asked = Array.prototype.slice.call(form.querySelectorAll("#plan input"));
  var field = function (id) { return document.getElementById(id); };
  var words = new Intl.DateTimeFormat("en-US", {
    weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC"
  });

  // A day as midnight in UTC, so that no clock change moves it; null when no whole date is there.
  function day(id) {
    var value = field(id).valueAsNumber;
    return isNaN(value) ? null : new Date(value);
  }

  function later(from, count, unit) {
    var date = new Date(from.getTime());
    while (count > 0) {
      date.setUTCDate(date.getUTCDate() + 1);
      if (unit !== "business" || date.getUTCDay() % 6 !== 0) { count -= 1; }
    }
    return date;
  }

  // The first day after a wait of so many full days; holidays count only among business days.
  function first(from, count, unit) {
    var holidays = unit === "business" ? Number(field("holidays").value) : 0;
    return later(from, count + holidays + 1, unit);
  }

  // What can't be in a field, by the name of what is said of it; nothing where all is well.
  function fault(input) {
    var start = day("start"), notified = day("notified");
    if (!input.validity.valid) { return "range"; }
    return input.id === "notified" && start && notified && notified < start ? "order" : "";
  }

  // Says so below the field; `soon` not yet, since a date is wrong until its last digit is typed.
  function tell(input, soon) {
    var name = fault(input);
    var note = field(input.id + "-error");
    if (name && soon && note.dataset.told !== name) { return; }
    note.dataset.told = name;
    note.textContent = name ? note.dataset[name] : "";
    input.setAttribute("aria-invalid", String(Boolean(name)));
  }
  function tellAll(soon) { asked.forEach(function (input) { tell(input, soon === true); }); }

  function show() {
    tellAll(true);
    if (asked.some(fault)) {
      rows.forEach(function (row) { row.querySelector("output").value = ""; });
      form.querySelector("[data-no-holidays]").hidden = true;
      return;
    }
    var place = field("where").selectedOptions[0].dataset;
    var start = day("start");
    var known = { start: start, disputed: day("disputed") || start, notified: day("notified") };
    rows.forEach(function (row) {
      var step = row.dataset;
      var from = known[step.after];
      var count = Number(step.days);
      var date = null;
      if (!("waits" in step)) {
        date = from ? later(from, count, step.unit) : null;
      } else {
        var more = day("disputed") ? Number(place.more) : 0;
        var common = from && first(from, count, step.unit);
        var own = from && Number(place.days) ? first(from, Number(place.days) + more, place.unit) : null;
        // The words of the count are those of the rule that gives the date.
        var rules = own && own >= common;
        date = rules ? own : common;
        var unit = rules ? place.unit : step.unit;
        // A holiday left out makes the date too early, and nothing else on the page would show it.
        row.querySelector("[data-no-holidays]").hidden =
          !date || unit !== "business" || Number(field("holidays").value) > 0;
        row.querySelector("[data-count]").textContent = rules ? (more ? place.longer : place.said) : step.said;
        if (!known.notified) { known.notified = date; }
      }
      known[step.step] = date;
      row.querySelector("output").value = date ? words.format(date) : ""; // as a value, it goes with a reset
    });
  }

  if (field("start").type !== "date" || typeof field("start").valueAsNumber !== "number") {
    throw new Error("This browser has no field for a date.");
  }
  if (asked.some(fault)) throw new Error("This browser can't tell what may be in a field.");
  words.format(later(new Date(0), 1, "business")); // whether it can be done at all
  form.addEventListener("input", guard(show));
  form.addEventListener("focusout", guard(tellAll));
  addEventListener("beforeprint", guard(tellAll));
  form.addEventListener("reset", guard(function () { setTimeout(guard(show), 0); }));
  show();
});
