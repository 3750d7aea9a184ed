// Work out the dates of the steps in the table: from the first notice, the dispute and the final notice.
// Business days are Monday to Friday; the holidays that the reader names are added. The first day is not counted.
(function () {
  "use strict";
  var form = document.querySelector("form.planner");
  var rows = Array.prototype.slice.call(form.querySelectorAll("[data-step]"));
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

  function holidays() {
    var count = Math.floor(Number(field("holidays").value));
    return count > 0 ? Math.min(count, 9) : 0;
  }

  function show() {
    var place = field("where").selectedOptions[0].dataset;
    var start = day("start");
    var known = { start: start, disputed: day("disputed") || start, notified: day("notified") };
    rows.forEach(function (row) {
      var step = row.dataset;
      var from = known[step.after];
      var count = Number(step.days);
      if ("waits" in step) {
        count = Math.max(count, Number(place.days)) + (day("disputed") ? Number(place.more) : 0) + holidays();
      }
      var date = from ? later(from, count, step.unit) : null;
      known[step.step] = date;
      if ("waits" in step && !known.notified) { known.notified = date; }
      row.querySelector("output").textContent = date ? words.format(date) : "";
    });
  }

  field("plan").hidden = false;
  field("by-hand").hidden = true;
  form.querySelectorAll("[data-dates]").forEach(function (cell) { cell.hidden = false; });
  form.addEventListener("input", show);
  form.addEventListener("reset", function () { setTimeout(show, 0); });
  show();
})();
