// Work out the dates of the steps in the table: from the first notice, the dispute and the final notice. What the person
// got later is counted from then, whatever the law counts from: they can only answer what they have.
// Business days are Monday to Friday without the federal holidays; the other holidays that the reader names are added.
// The first day is not counted.
tool("planner", function (guard) {
  "use strict";
  var form = document.querySelector("form.planner");
  var rows = Array.from(form.querySelectorAll("[data-step]"));
  var times = Array.from(document.querySelectorAll("#times [data-state]"));
  var federal = Array.from(document.querySelectorAll("#federal li"), function (item) {
    var rule = item.dataset;
    return {
      name: rule.name, month: Number(rule.month), day: Number(rule.day), weekday: Number(rule.weekday), nth: Number(rule.nth)
    };
  });
  var choice = placeChoice(guard);
  var field = function (id) { return document.getElementById(id); };
  var changes = field("changes"); // not where no rule changes
  var asked = ["start", "received", "holidays", "disputed", "notified", "number"].map(field).filter(Boolean);
  function dates(language, parts) {
    return new Intl.DateTimeFormat(language, Object.assign({ timeZone: "UTC" }, parts));
  }
  var lang = document.documentElement.lang, whole = { year: "numeric", month: "long", day: "numeric" };
  var words = dates(lang, Object.assign({ weekday: "long" }, whole));
  var english = dates("en", Object.assign({ weekday: "long" }, whole)); // for a letter, which is printed in English
  var weekdays = dates(lang, { weekday: "long" }), datesAlone = dates(lang, whole);

  // A day as midnight in UTC, so that no clock change moves it; null when no whole date is there.
  function day(id) {
    var value = field(id).valueAsNumber;
    return isNaN(value) ? null : new Date(value);
  }
  function written(date) { return date.toISOString().slice(0, 10); }
  function shifted(date, days) {
    var other = new Date(date.getTime());
    other.setUTCDate(other.getUTCDate() + days);
    return other;
  }

  // Whether a day is this federal holiday: on a day of the month, or on the nth weekday or the last.
  function isOn(date, holiday) {
    var number = date.getUTCDate();
    if (date.getUTCMonth() + 1 !== holiday.month) return false;
    if (holiday.day) return number === holiday.day;
    if (date.getUTCDay() !== holiday.weekday) return false;
    return holiday.nth < 0 ? shifted(date, 7).getUTCMonth() !== date.getUTCMonth() : Math.ceil(number / 7) === holiday.nth;
  }
  // The federal holiday that is kept on a weekday; on Friday also Saturday's, on Monday also Sunday's.
  function kept(date) {
    var days = [date];
    if (date.getUTCDay() === 5) days.push(shifted(date, 1));
    if (date.getUTCDay() === 1) days.push(shifted(date, -1));
    return federal.find(function (holiday) {
      return days.some(function (each) { return isOn(each, holiday); });
    });
  }

  // So many days later. The federal holidays that were left out on the way go into `skipped`.
  function later(from, count, unit, skipped) {
    var date = from, holiday;
    while (count > 0) {
      date = shifted(date, 1);
      if (unit === "calendar") { count -= 1; continue; }
      if (date.getUTCDay() % 6 === 0) continue;
      holiday = unit === "business" && kept(date);
      if (!holiday) count -= 1;
      else if (skipped) skipped.push({ day: date, name: holiday.name });
    }
    return date;
  }

  // The last of so many full days, and the first day after them; holidays count only among business days.
  function ends(wait) {
    var holidays = field("holidays");
    var others = wait.unit === "business" && !fault(holidays) ? Number(holidays.value) : 0; // too many would never end
    wait.skipped = [];
    wait.last = later(wait.from, wait.days + others, wait.unit);
    wait.date = later(wait.from, wait.days + others + 1, wait.unit, wait.skipped);
  }

  // The chosen place, with the day whose rules count: that of the first notice, or else today.
  function chosen(start) { return choice(start ? written(start) : dayWritten(new Date())); }

  // Whether a place's time is that of the chosen ones, and binds by the number.
  function counts(here) { return function (row) { return here.has(row) && here.binds(row); }; }

  // The wait that ends last, of the common one and those of the chosen places: each is counted on its own. Those of the
  // places that end before it are its `shorter`.
  function longest(from, step, here) {
    var waits = [{ from: day("received") || from, days: Number(step.days), unit: step.unit, said: step.said }];
    times.filter(counts(here)).forEach(function (row) {
      var rule = row.dataset, more = day("disputed") ? Number(rule.more) : 0;
      waits.push({
        from: waits[0].from, days: Number(rule.days) + more, unit: rule.unit, said: more ? rule.longer : rule.said
      });
    });
    waits.forEach(ends);
    var last = waits.reduce(function (last, wait) { return wait.date >= last.date ? wait : last; });
    last.shorter = waits.slice(1).filter(function (wait) { return wait.date < last.date; });
    return last;
  }

  // How the day is counted, in the words of the rule that gives it, or would on a day like others; and that a place asks for
  // less: its own number would stand nowhere else in the table.
  function tellCount(row, wait) {
    var note = row.querySelector("[data-shorter]");
    row.querySelector("[data-count]").textContent = wait.said;
    note.textContent = note.dataset.shorter.replace("{counts}", wait.shorter.map(function (each) { return each.said; }).join("; "));
    note.hidden = !wait.shorter.length;
  }

  // What can't be in a field, by the name of what is said of it; nothing where all is well.
  function fault(input) {
    var start = day("start"), other = input.id === "notified" || input.id === "received" ? day(input.id) : null;
    if (!input.validity.valid) { return "range"; }
    return start && other && other < start ? "order" : "";
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

  function tellHolidays(row, wait) {
    var left = row.querySelector("[data-skipped]"), none = row.querySelector("[data-no-holidays]");
    left.textContent = !wait ? "" : wait.skipped.map(function (each) {
      return left.dataset.skipped.replace("{day}", words.format(each.day)).replace("{name}", each.name);
    }).join(" ");
    left.hidden = !left.textContent;
    // Another holiday left out makes the date too early, and nothing else on the page would show it.
    none.hidden = !wait || wait.unit !== "business" || Number(field("holidays").value) > 0;
  }

  // The safe day for whoever answers: the shortest time, from the earlier day, with no holiday left out. Where a place has a
  // longer one that is not confirmed, it is told why the day is not the later one.
  function lastDay(start, rule) { return later(start, Number(rule.days), rule.unit === "business" ? "weekday" : rule.unit); }
  function tellYours(row, start, here) {
    var note = row.querySelector("[data-yours]"), unsure = row.querySelector("[data-unsure]"), longer = [], by;
    var counted = times.filter(counts(here));
    if (start) {
      by = lastDay(start, row.dataset);
      counted.map(function (time) { return lastDay(start, time.dataset); }).forEach(function (last) {
        if (last < by) by = last;
      });
      longer = counted.filter(function (time) {
        return "open" in time.dataset && lastDay(start, time.dataset) > by;
      }).map(function (time) { return time.dataset.name; });
    }
    note.textContent = start ? note.dataset.yours.replace("{day}", words.format(by)) : "";
    unsure.textContent = unsure.dataset.unsure.replace("{laws}", longer.join("; "));
    unsure.hidden = !longer.length;
  }

  // From which later day it was counted, and until when the person may answer.
  function tellAnswer(row, wait, start) {
    var note = row.querySelector("[data-until]"), moved = row.querySelector("[data-later]");
    note.textContent = wait ? note.dataset.until.replace("{day}", words.format(wait.last))
      .replace("{english}", english.format(wait.last)) : "";
    moved.hidden = !wait || wait.from <= start;
  }

  // The laws whose time runs from a day that is not entered.
  function tellReceipt(row, here, counted) {
    var note = row.querySelector("[data-receipt]"), names = times.filter(counts(here)).filter(function (time) {
      return "receipt" in time.dataset;
    }).map(function (time) { return time.dataset.name; });
    note.textContent = note.dataset.receipt.replace("{laws}", names.join("; "));
    note.hidden = !counted || !names.length || Boolean(day("received"));
  }
  // What else holds in the chosen place, on any day from the first to the last: when a record may be the reason for a no,
  // or never, and other times.
  function tellList(name, here, last) {
    var list = field(name), shown = false;
    if (!list) return;
    list.querySelectorAll("[data-state]").forEach(function (item) {
      var begins = item.dataset.since > here.on && item.dataset.since <= last;
      item.hidden = !((begins ? here.of(item) : here.has(item)) && here.binds(item));
      shown = shown || !item.hidden;
    });
    list.hidden = !shown;
  }

  // What a rule becomes on a day: still to come, between the first day and the last, or here on the first day.
  function tellChanges(here, last) {
    if (!changes) return;
    changes.querySelectorAll("[data-day]").forEach(function (item) {
      var its = item.dataset.day, state = its <= here.on ? "after" : its <= last ? "across" : "before";
      item.querySelectorAll("[data-when]").forEach(function (part) { part.hidden = part.dataset.when !== state; });
    });
    tellList("changes", here, last);
  }

  // Whether a dispute may still be open on the day of the final notice, or of the first decision: the decision waits.
  function isOpen(until, day, known) {
    var last = until[until.length - 1];
    return Boolean(last && day) && day <= last && !(known.named && day < known.disputed);
  }
  function tellDispute(until, day, known) {
    var note = field("dispute-open"), last = until[until.length - 1], got = known.disputed;
    note.hidden = !isOpen(until, day, known);
    note.textContent = note.hidden ? "" : note.dataset.says
      .replace("{weekday}", weekdays.format(until[0])).replace("{day}", datesAlone.format(until[0]))
      .replace("{last_weekday}", weekdays.format(last)).replace("{last}", datesAlone.format(last));
    field("held").hidden = note.hidden;
    field("dispute-early").hidden = !got || got >= known.start;
  }
  // Why no date stands in the table, in the words of the fields; or that a day to count from is missing.
  function tellBlank(wrong) {
    var note = field("no-dates"), missing = !wrong && !day("start") && Boolean(day("received") || day("disputed"));
    if (missing) {
      note.hidden = false;
      note.textContent = note.dataset.start;
      return;
    }
    note.hidden = !wrong || !asked.some(function (input) { return input.type === "date" && input.value; });
    note.textContent = note.hidden ? "" : [note.dataset.says].concat(asked.filter(fault).map(function (input) {
      return field(input.id + "-error").dataset[fault(input)];
    })).join(" ");
  }

  // Why no time of the chosen place is counted: none was found, or it is for a larger number.
  function tellUnknown(note, here) {
    var fewer = times.filter(function (row) { return here.has(row) && !here.binds(row); }).map(function (row) {
      return row.dataset.who ? row.dataset.name + " (" + row.dataset.who + ")" : row.dataset.name;
    });
    note.textContent = fewer.length ? note.dataset.fewer.replace("{laws}", fewer.join("; "))
      : note.dataset.says.replace("{state}", here.names.join("; "));
    note.hidden = !here.state || !fewer.length && times.some(counts(here));
  }

  function show() {
    tellAll(true);
    var wrong = asked.some(fault);
    var start = wrong ? null : day("start"), here = chosen(start);
    tellUnknown(field("no-time"), here);
    var known = { start: start, disputed: start && day("disputed"), notified: wrong ? null : day("notified") };
    var named = known.notified, early = false, decided = named, until = [], last;
    known.named = named;
    rows.forEach(function (row) {
      var step = row.dataset, from = known[step.after], date = null;
      if (!("waits" in step)) {
        // With a dispute open nobody knows the day of a final notice that is not entered.
        var held = step.after === "notified" && !named && isOpen(until, decided, known);
        date = from && !held ? later(from, Number(step.days), step.unit) : null;
        if (row.querySelector("[data-depends]")) row.querySelector("[data-depends]").hidden = !held;
      } else {
        var wait = from && longest(from, step, here);
        date = wait && wait.date;
        tellCount(row, wait || longest(new Date(0), step, here));
        tellHolidays(row, wait);
        tellAnswer(row, wait, start);
        tellYours(row, wait && start, here);
        tellReceipt(row, here, Boolean(wait));
        early = Boolean(named && date && named < date);
        if (!known.notified) { known.notified = decided = date; }
      }
      known[step.step] = date;
      if (row.querySelector("[data-no-dispute]")) {
        if (date) { until.push(date); }
        row.querySelector("[data-no-dispute]").hidden = !start || Boolean(date);
      }
      if (row.querySelector("[data-assumed]")) row.querySelector("[data-assumed]").hidden = !date || Boolean(named);
      row.querySelector("output").value = date ? words.format(date) : ""; // as a value, it goes with a reset
    });
    field("too-early").hidden = !early;
    last = written(new Date(Math.max.apply(null, [decided].concat(until))));
    tellChanges(here, last);
    ["tests", "bars", "other-times"].forEach(function (name) { tellList(name, here, last); });
    tellDispute(until, decided, known);
    tellBlank(wrong);
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
