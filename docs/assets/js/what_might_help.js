// "What might help me?": hold the answers against the laws and ways of all places, which one file carries
// (place_parts.js). Nothing is sent, kept or put in the address. The rules are those of
// record_relief/derive/fit.py and ways.py, as data on each law and way.

// How one line of a law stands to an answer; `all` marks a line that fits every answer.
function lineStands(line, given) {
  "use strict";
  if (!given) return line.all === undefined ? "ask" : "fits";
  if ((line.excludes || "").split(" ").indexOf(given) >= 0) return "excludes";
  return (line.fits || "").split(" ").indexOf(given) >= 0 ? "fits" : "ask";
}

// How a general way stands when the sentence or case ended in the year `ended` (null: not said), which is not ahead.
// `first` and `last` are the years to add (none: no year tells); `unfinished` is a sentence that still runs.
function wayStands(way, ended, unfinished, thisYear) {
  "use strict";
  if (way.first === undefined || ended === null || unfinished) return { verdict: way.otherwise };
  var first = ended + Number(way.first), last = ended + Number(way.last);
  // The day is not known: a wait is surely over only in the year after.
  var over = way.first === "0" ? first <= thisYear : first < thisYear;
  return { verdict: !over ? "from" : way.otherwise === "itself" ? "itself" : "now", first: first, last: last };
}

// The page of a place has its name in the heading, on paper too, and all of its law below the form: only while no other
// place is chosen. The title stays: nothing that is chosen may show where others look.
function headPage(isOwn) {
  "use strict";
  var texts = document.getElementById("answers").dataset, heading = document.querySelector("h1");
  var words = isOwn ? texts.own : texts.general;
  if (!texts.own || heading.textContent === words) return;
  heading.textContent = words;
  document.getElementById("each-place").hidden = !isOwn;
}

tool("questions", function (guard) {
  "use strict";
  var form = document.getElementById("answers"), answer = document.getElementById("answer");
  var results = document.getElementById("answer-places"), title = document.getElementById("answer-title");
  var places = document.getElementById("places"), error = document.getElementById("place-error");
  var ended = document.getElementById("ended"), notYear = document.getElementById("ended-error");
  var onPaper = document.getElementById("on-paper");
  var answers = answer.querySelector("[data-told]"), day = answer.querySelector("[data-day]");
  var changed = document.getElementById("answer-changed"), asked = false, before = false;

  // The kinds of record that are convictions.
  var convictions = form.querySelector("input[name=record][value=conviction]").dataset.kinds.split(" ");

  // Say how a line of a law or a way stands, before all that it says.
  function mark(item, verdict, words) {
    var made = document.createElement("span");
    made.className = "verdict " + verdict;
    made.textContent = words;
    item.prepend(made, " ");
  }

  // Say how each line of a law stands, and return whether none is excluded.
  function judge(law, given) {
    var may = true;
    law.querySelectorAll("[data-ask]").forEach(function (line) {
      var ask = line.dataset.ask, found = lineStands(line.dataset, given.get(ask));
      var one = form.querySelector("input[name=" + ask + "]"), chosen = form.querySelector("input[name=" + ask + "]:checked");
      var against = chosen && chosen.dataset.against || one.closest("fieldset").dataset.against;
      if (found === "excludes") may = false;
      mark(line, found, found === "excludes" ? against : answer.dataset[found]);
    });
    return may;
  }

  // Which kinds of record the answers leave.
  function isLeft(kind) {
    return ["record", "serious"].every(function (name) {
      var chosen = form.querySelector("input[name=" + name + "]:checked");
      return !chosen || !chosen.value || chosen.dataset.kinds.split(" ").indexOf(kind) >= 0;
    });
  }

  // Where to read on about a way: the file of all places leaves out these addresses, which begin like that of its name.
  function readOn(way) {
    var begin = way.querySelector(".begin"), name = way.querySelector("a");
    if (!begin) return;
    ["steps", "excluded"].forEach(function (part) {
      if (part === "excluded" && way.dataset.whole !== undefined) return;
      var link = document.createElement("a");
      link.setAttribute("href", name.getAttribute("href") + "-" + part);
      link.textContent = answer.dataset[part];
      begin.append(" ", link);
    });
  }

  function say(way, ended, unfinished) {
    var words = [], texts = answer.dataset, years = document.createElement("span");
    var found = wayStands(way.dataset, ended, unfinished, thisYear());
    mark(way, found.verdict, texts[found.verdict].replace("{year}", found.first));
    if (!found.first) return;
    if (found.last > found.first) {
      words.push(texts.range.replace("{first}", found.first).replace("{last}", found.last));
    }
    if (way.dataset.unsure !== undefined) words.push(texts.unsure);
    years.className = "years";
    years.textContent = words.join(" ");
    way.insertBefore(years, way.querySelector(".begin"));
    years.after(" ");
    way.dataset.counted = "";
  }

  function thisYear() { return new Date().getFullYear(); }

  // What is wrong with the year that stands there: "" for nothing. People write a month or a day beside it.
  function wrong() {
    var text = ended.value.trim(), numbers = text.match(/\d+/g) || [];
    var years = numbers.filter(function (number) { return number.length > 2; });
    if (!text) return "";
    if (years.length !== 1 || years[0].length !== 4) return "digits";
    if (Number(years[0]) < 1900) return "early";
    return Number(years[0]) > thisYear() ? "ahead" : "";
  }

  // The year that stands there, null for none; undefined where something is wrong with it.
  function year() {
    if (wrong()) return undefined;
    var found = ended.value.match(/\d{4}/);
    return found && Number(found[0]);
  }

  // Say what is wrong with the year; the beginning of one is no mistake yet. It stands above the field, where the
  // header may cover it.
  function tellYear(begun) {
    var what = wrong();
    notYear.textContent = what ? notYear.dataset[what] : "";
    notYear.hidden = !what || (begun && /^(.*\D)?(1|2|(19|20)\d?)?$/.test(ended.value.trim()));
    if (!notYear.hidden && document.activeElement === ended) notYear.scrollIntoView({ block: "nearest" });
  }

  // What was answered, for whoever wants it on paper, where the form is left out; and on which day, for everybody.
  function tellAnswers() {
    var told = selects().map(function (select) { return select.value ? select.options[select.selectedIndex].text : ""; });
    form.querySelectorAll("input:checked").forEach(function (field) {
      if (!field.value) return;
      told.push(field.closest("fieldset").querySelector("legend").textContent + " " + field.parentNode.textContent.trim());
    });
    if (year()) told.push(ended.closest("fieldset").querySelector("legend").textContent + " " + year());
    answers.textContent = answers.dataset.told.replace("{answers}", told.filter(Boolean).join("; "));
    day.textContent = day.dataset.day.replace("{day}",
      new Date().toLocaleDateString(document.documentElement.lang, { year: "numeric", month: "long", day: "numeric" }));
  }

  // Whether the answers are printed. They show on the page, too: nobody prints unseen what others may find.
  function putOnPaper(wanted) {
    onPaper.checked = wanted;
    answers.hidden = !wanted;
    answer.classList.toggle("on-paper", wanted);
  }

  function result(code, given, ended) {
    var made = document.createElement("div");
    made.insertAdjacentHTML("beforeend", placeParts[code]); // our own, as it stands in the page of the place
    var part = made.firstElementChild, groups = part.querySelectorAll("[data-group]");
    part.querySelectorAll("[data-law]").forEach(function (law) {
      groups[judge(law, given) ? 0 : 1].append(law);
    });
    groups.forEach(function (group, other) {
      var empty = !group.querySelector("[data-law]");
      group.hidden = empty;
      if (!other) part.querySelector("[data-nothing]").hidden = !empty;
    });
    part.querySelectorAll("[data-put-off]").forEach(function (note) {
      note.hidden = Boolean(given.get("record")) && given.get("record") !== "deferred";
    });
    part.querySelectorAll("[data-kind]").forEach(function (kind) { kind.hidden = !isLeft(kind.dataset.kind); });
    part.querySelectorAll("[data-otherwise]").forEach(function (way) {
      var kind = way.closest("[data-kind]").dataset.kind, sentence = given.get("sentence");
      readOn(way);
      // No year counts from a sentence that still runs, or that a conviction never had.
      say(way, ended, sentence === "unfinished" || (sentence === "none" && convictions.indexOf(kind) >= 0));
    });
    // Who had no link to trafficking reads first what asks for none.
    if (given.get("link") === "no") {
      part.querySelector("h3").after(part.querySelector("[data-ways]"));
      part.querySelectorAll("[data-papers]").forEach(function (paper) { paper.hidden = true; });
      part.querySelector(".call-list").insertBefore(legalAid(), part.querySelector("[data-national]"));
    }
    // Their addresses are those of the page of all places.
    part.querySelectorAll("a[href^='.']").forEach(function (link) {
      link.setAttribute("href", (form.dataset.up || "") + link.getAttribute("href"));
    });
    return part;
  }

  // Legal help for anyone, before the national groups, which are for survivors.
  function legalAid() {
    var item = document.getElementById("legal-aid").cloneNode(true);
    item.removeAttribute("id");
    return item;
  }

  function selects() { return Array.from(places.querySelectorAll("select")); }
  function chosen() {
    return selects().map(function (select) { return select.value; }).filter(function (code, index, all) {
      return code && all.indexOf(code) === index;
    });
  }
  function head() {
    headPage(chosen().join() === form.dataset.code);
  }
  function show(select, shown) { select.hidden = select.previousElementSibling.hidden = !shown; }

  function another(number) {
    var label = places.querySelector("label").cloneNode(true), select = places.querySelector("select").cloneNode(true);
    select.id = label.htmlFor = "place-" + number;
    Array.from(select.options).forEach(function (option) { option.defaultSelected = false; });
    label.textContent = label.textContent.replace(/\d+/, number);
    return [label, select];
  }

  function note(name, said) {
    answer.querySelectorAll("p[data-" + name + "]").forEach(function (told) { told.hidden = !said; });
  }

  // Write the answer to what the form says now; return whether it names a place, and a year or none.
  function draw() {
    var given = new FormData(form), codes = chosen();
    var from = year(), shown = codes.length > 0 && from !== undefined;
    results.textContent = "";
    if (shown) codes.forEach(function (code) { results.append(result(code, given, from)); });
    error.hidden = codes.length > 0;
    tellYear(true);
    tellAnswers();
    note("unlinked", given.get("link") === "no");
    note("counted", results.querySelector("[data-kind]:not([hidden]) [data-counted]"));
    note("young", given.get("age") === "minor" && given.get("record") && given.get("record") !== "juvenile");
    note("which-court", given.get("record") === "juvenile");
    note("both", from && given.get("sentence") === "unfinished");
    note("no-sentence", given.get("record") === "conviction" && given.get("sentence") === "none");
    answer.hidden = !shown;
    return shown;
  }

  // Whether it can be done at all.
  result(places.querySelector("select").options[1].value, new FormData(form), year() || 2000);
  another(2);
  onPaper.setAttribute("autocomplete", "off"); // no browser brings the tick back on its own
  putOnPaper(false);

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

  onPaper.addEventListener("change", guard(function () { putOnPaper(onPaper.checked); }));

  form.addEventListener("reset", guard(function () {
    before = asked;
    asked = false;
    results.textContent = answers.textContent = "";
    changed.textContent = "";
    headPage(true);
    putOnPaper(false);
    answer.hidden = error.hidden = notYear.hidden = true;
    selects().slice(1).forEach(function (select) { show(select, false); });
  }));
  // What is put back has its answer again.
  form.addEventListener("putback", guard(function () {
    asked = before;
    head();
    if (asked) draw();
  }));
  // No answer stands below a form that says something else.
  form.addEventListener("input", guard(function () {
    selects().forEach(function (select) { if (select.value) show(select, true); });
    head();
    if (asked) changed.textContent = draw() ? changed.dataset.changed : "";
  }));
  form.addEventListener("submit", guard(function (event) {
    event.preventDefault();
    asked = true;
    changed.textContent = "";
    if (draw()) {
      title.focus();
      return;
    }
    (error.hidden ? ended : selects()[0]).focus();
    tellYear(false);
    if (!error.hidden) error.scrollIntoView({ block: "nearest" });
  }));

  document.getElementById("each-place").open = false;
}, function () {
  "use strict";
  document.getElementById("answer").hidden = true;
  document.getElementById("each-place").open = true;
  headPage(true);
});
