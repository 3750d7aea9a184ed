// "Which rules bind me?": compare the reader's number with the one that each law of the table names. Which laws bind
// then, and in which order, stands in each row (record_relief/derive/binding.py). Nothing is sent, kept or put in
// the address.
tool("rules", function (guard) {
  "use strict";
  if (!document.getElementById("which")) return; // not on every page of the kind
  var form = document.getElementById("which"), answer = document.getElementById("which-answer");
  var state = document.getElementById("which-state"), city = document.getElementById("which-city");
  var number = document.getElementById("which-number"), error = document.getElementById("which-error");
  var title = document.getElementById("which-title"), chosenList = document.createElement("dl");
  var none = city.options[0].cloneNode(true);
  // Pages from a folder may not speak to each other.
  var tabs = Boolean(window.open && window.postMessage) && document.location.protocol !== "file:";
  var groups = {}, lawWords = {}, begun = false, today = dayWritten(new Date());
  var list = Array.from(answer.children).find(function (part) { return part.tagName === "OL"; }); // of the steps
  var ahead = document.createElement("div"), kept;
  answer.querySelectorAll("[data-group]").forEach(function (group) { groups[group.dataset.group] = group; });
  var laws = Array.from(document.getElementById("each-rule").tBodies[0].rows).map(function (row) {
    return {
      row: row, id: row.id.split("_")[0], place: row.id.split("-")[0].split("_")[0].toUpperCase(), least: Number(row.dataset.least),
      city: "city" in row.dataset ? row.cells[0].firstElementChild.textContent : ""
    };
  });

  function element(tag, children) {
    var made = document.createElement(tag);
    children.forEach(function (child) { made.append(child); });
    return made;
  }

  // What stands in a row of the table for a number: its group, its place in the order, and what of it binds.
  function found(law, count) {
    var under = count && law.least && count < law.least;
    var said = law.row.dataset[under ? "low" : "high"].split(" ");
    return {
      row: law.row, id: law.id, under: under, group: said[0], rank: Number(said[1]),
      asks: said.indexOf("asks") > 0, weighs: said.indexOf("weighs") > 0, tests: said.indexOf("tests") > 0,
      wouldAsk: law.row.dataset.high.split(" ").indexOf("asks") > 0
    };
  }

  // The laws for what is in the form, as they hold on a day; `instead` holds in place of some of them.
  function chosen(day, instead) {
    var count = Number(number.value), other = (instead || []).map(function (law) { return law.id; });
    return laws.filter(isChosen).filter(function (law) {
      if (other.indexOf(law.id) >= 0) return instead.indexOf(law) >= 0;
      return !says(law.row, "reported") && holdsOn(law.row, day);
    }).map(function (law) { return found(law, count); }).sort(function (a, b) {
      return (a.rank || laws.length) - (b.rank || laws.length); // what stands in no order comes last
    });
  }
  function isChosen(law) { return law.place === state.value && (!law.city || law.city === city.value); }

  function says(cell, mark) { return cell.hasAttribute("data-" + mark); }
  // Also what may bind: the steps tell the safe course.
  function binds(each) { return ["ranked", "unranked", "unsure"].indexOf(each.group) >= 0; }

  // What is here of the words of a law.
  function wordsFor(each) { return lawWords[each.id] || {}; }

  // Whether the words of a city's law tell of its office, or that none was found, as far as they are here.
  function tellsOffice(each) { return says(each.row, "city") && Boolean(wordsFor(each).complain); }

  // Whether the card of a state's law has its words on records that no one may ask about or use; else the steps do. It has
  // them, too, where no other rule was found.
  function tellsBarred(each) {
    return (binds(each) || each.group === "nothing" || each.group === "duties") && Boolean(wordsFor(each).cleared);
  }

  function titleOf(each) {
    var words = document.createElement("span");
    words.insertAdjacentHTML("beforeend", wordsFor(each).title || "");
    return words.textContent && ", " + words.textContent;
  }

  function line(title, parts) {
    return element("div", [element("dt", [title]), element("dd", parts)]);
  }

  // The same with words of a law, as they stand on the page of the place.
  function worded(title, html) {
    var made = line(title, []);
    made.lastElementChild.insertAdjacentHTML("beforeend", html);
    return made;
  }

  // What is folded in a cell of the table is a line of its own here, and so is all that the law says, once its words are
  // here: what is coded does not tell all of it. What depends on where the reader lives comes first.
  function card(each) {
    function put(part, made) { list[says(part, "lives") ? "prepend" : "append"](made); }
    var link = each.row.cells[0].cloneNode(true), list = document.createElement("dl"), made;
    var own = wordsFor(each);
    Array.from(each.row.cells).slice(1).forEach(function (cell, i) {
      var copy = cell.cloneNode(true), folded = Array.from(copy.querySelectorAll("details"));
      folded.forEach(function (part) { part.remove(); });
      copy.querySelectorAll(".low").forEach(function (note) {
        if (each.under) note.hidden = false; else note.remove();
      });
      if (says(cell, "none") || says(cell, "statewide") && !tellsBarred(each) || says(cell, "days") && each.under && !each.weighs) return;
      if (copy.textContent.trim()) put(cell, line(cell.dataset.label, Array.from(copy.childNodes)));
      if (i === 0 && own.text) list.append(worded(answer.dataset.says, own.text));
      if (says(cell, "statewide")) list.lastElementChild.lastElementChild.insertAdjacentHTML("beforeend", own.cleared);
      folded.forEach(function (part) {
        put(part, line(part.firstElementChild.textContent, Array.from(part.lastElementChild.childNodes)));
      });
    });
    if (tellsOffice(each)) list.append(worded(answer.dataset.office, own.complain));
    made = element("li", [element("h5", Array.from(link.childNodes)), list]);
    if (own.title) made.firstElementChild.insertAdjacentHTML("beforeend", ", " + own.title);
    made.insertAdjacentHTML("beforeend", own.unread || "");
    return made;
  }

  function turn(name, shown) {
    answer.querySelectorAll("[data-if=" + name + "]").forEach(function (part) { part.hidden = !shown; });
  }
  // Whether a part ends a sentence, also where a mark that it is not confirmed follows.
  function isSentence(part) {
    var copy = document.createElement("div");
    copy.append(typeof part === "string" ? part : part.cloneNode(true));
    copy.querySelectorAll(".nc").forEach(function (mark) { mark.remove(); });
    return /[.?!]\)?\s*$/.test(copy.textContent);
  }
  // Names stand in one list; what is a sentence ends before the next one begins.
  function fill(name, parts, between) {
    answer.querySelectorAll("[data-take=" + name + "]").forEach(function (place) {
      place.textContent = "";
      parts.forEach(function (part, i) {
        var joint = i && isSentence(parts[i - 1]) ? " " : between || "; ";
        place.append(i ? joint : "", typeof part === "string" ? part : part.cloneNode(true));
      });
      if (parts.length && !/[.?!]\s*$/.test(place.textContent) && !place.querySelector(".nc:last-child")) place.append(".");
    });
  }

  // The city or place, and which law of it where it has two, once the words are here.
  function nameOf(each) {
    return each.row.cells[0].querySelector("a").textContent + titleOf(each);
  }
  // That what is coded in a cell is not confirmed, or an empty text.
  function markOf(cell) {
    var mark = cell.firstElementChild;
    return mark && mark.className === "nc" ? " " + mark.textContent : "";
  }
  function askOf(each) { return each.row.cells[2].firstChild.textContent.trim() + markOf(each.row.cells[2]); }
  function daysOf(each) {
    var cell = each.row.cells[4].cloneNode(true);
    cell.querySelectorAll("details").forEach(function (part) { part.remove(); });
    return nameOf(each) + ": " + cell.textContent.trim();
  }
  function wordsOf(name, key) { return answer.querySelector("[data-take=" + name + "]").dataset[key]; }
  function has(row, name, stage) { return (row.dataset[name] || "").split(" ").indexOf(stage) >= 0; }

  // A law's words for a part of the answer: our own, as they stand on the page of the place.
  function quote(each, name, heading) {
    var words = element("div", heading ? [element("strong", heading)] : []);
    words.className = "law-words";
    words.insertAdjacentHTML("beforeend", wordsFor(each)[name]);
    return words;
  }

  // What the laws that bind say of weighing, or of a notice, on their own pages; and, once they are here, its words: those
  // of several laws each below its link.
  function links(name, anchor, those) {
    function link(each) {
      var made = element("a", [wordsOf(name, "words").replace("{place}", nameOf(each))]);
      made.href = each.row.cells[0].querySelector("a").getAttribute("href").split("#")[0] + anchor;
      return made;
    }
    function hasWords(each) { return wordsFor(each)[name] && !(name === "cleared" && tellsBarred(each)); }
    var several = those.length > 1;
    fill(name, those.filter(function (each) { return !several || !hasWords(each); }).map(link), ". ");
    answer.querySelectorAll("[data-take=" + name + "]").forEach(function (place) {
      those.filter(hasWords).forEach(function (each) { place.append(quote(each, name, several && [link(each)])); });
    });
  }

  // When the laws let a record be the reason for a no. Of a law that says it in the words of its rule alone, these, once they
  // are here; without them, where they stand.
  function tellTests(tests) {
    function own(each) { return each.row.querySelector("[data-refusals]"); }
    function doubt(each) { return each.group === "doubtful" ? groups.doubtful.querySelector("h4").textContent + ". " : ""; }
    function hasWords(each) { return !own(each) && wordsFor(each).text; }
    fill("test", tests.filter(function (each) { return !hasWords(each); }).map(function (each) {
      return element("span", own(each) ? [nameOf(each) + ": " + doubt(each)].concat(
        Array.from(own(each).cloneNode(true).childNodes)) : [each.row.cells[0].querySelector("a").cloneNode(true), ": " + doubt(each)]);
    }));
    answer.querySelectorAll("[data-take=test]").forEach(function (place) {
      tests.filter(hasWords).forEach(function (each) { place.append(quote(each, "text", [
        nameOf(each) + markOf(each.row.cells[1]) + ": " + doubt(each)
      ])); });
    });
  }

  // The words of all laws come in one file, the same whatever was chosen, once somebody asks. Without it the links lead to them.
  function loadWords() {
    var script = document.createElement("script");
    if (begun) return;
    begun = true;
    script.setAttribute("src", answer.dataset.lawWords);
    script.addEventListener("load", guard(function () {
      lawWords = window.lawWords || {};
      if (!answer.hidden) draw(chosen(today));
    }));
    document.head.append(script);
  }

  // Of the laws that bind, those that make one wait longest to ask.
  function latest(those) {
    var sure = those.filter(function (each) { return each.asks && each.row.dataset.stage; });
    var stage = Math.min.apply(null, sure.map(function (each) { return Number(each.row.dataset.stage); }));
    return sure.filter(function (each) { return Number(each.row.dataset.stage) === stage; });
  }

  // The safe course where it is not sure that a law binds.
  function safe(each) {
    return wordsOf("doubtful", each.asks ? "words" : "plain").replace("{place}", nameOf(each))
      .replace("{why}", each.row.querySelector("[data-doubt]").textContent).replace("{ask}", askOf(each));
  }

  function steps(all) {
    var those = all.filter(binds), wait = latest(those);
    var unranked = those.some(function (each) { return each.group !== "ranked"; });
    var own = all.filter(function (each) { return each.row.querySelector("[data-statewide]"); });
    var other = those.filter(function (each) {
      if (each.asks) return !each.row.dataset.stage;
      return each.group !== "ranked" && each.under && each.wouldAsk && each.row.querySelector(".below");
    });
    var doubtful = all.filter(function (each) {
      return each.row.querySelector("[data-doubt]") && each.group === "doubtful" && (each.asks || each.weighs);
    });
    var followed = those.concat(doubtful); // the safe course
    var barred = those.filter(function (each) { return says(each.row, "bars"); });
    var days = those.filter(function (each) { return each.weighs && says(each.row, "waits"); });
    var tests = all.filter(function (each) { return each.tests; });
    var factors = followed.filter(function (each) { return each.weighs && says(each.row, "factors"); });
    // What their notices must say is not known from their own words.
    var unread = followed.filter(function (each) { return each.weighs && wordsFor(each).unread; });
    // A state's law may ask for a notice though it has no rule on records.
    var bare = own.filter(function (each) { return each.group === "duties"; });
    var lives = followed.concat(bare).filter(function (each) { return each.row.querySelector("[data-lives]"); });
    turn("lives", lives.length > 0);
    fill("lives", lives.map(nameOf));
    turn("test", tests.length > 0);
    tellTests(tests);
    turn("wait", wait.length > 0);
    turn("free", !wait.length && !other.length && !unranked);
    turn("loose", !wait.length && !other.length && unranked); // nothing beside it says that a rule has a wait
    turn("other", other.length > 0);
    turn("doubtful", doubtful.length > 0);
    turn("barred", barred.length > 0);
    turn("weigh", !barred.length);
    turn("days", days.length > 0);
    turn("no-days", !days.length);
    fill("ask", wait.map(function (each) {
      return wordsOf("ask", "words").replace("{ask}", askOf(each)).replace("{place}", nameOf(each));
    }));
    fill("other", other.map(nameOf));
    fill("below", other.filter(function (each) { return each.under && !each.asks; }).map(function (each) {
      return nameOf(each) + ": " + each.row.querySelector(".below").textContent;
    }), " ");
    fill("barred", barred.map(function (each) { return nameOf(each) + (each.row.dataset.bars && " " + each.row.dataset.bars); }));
    fill("doubtful", doubtful.map(safe));
    fill("days", days.map(daysOf));
    links("cleared", "#cleared-records-rule", own);
    links("complain", "#complain", own.concat(all.filter(tellsOffice)));
    // What a state says of cleared records, then what each of its cities never lets anyone use.
    var never = own.map(function (each) { return each.row.querySelector("[data-statewide]"); }).concat(
      followed.filter(function (each) { return says(each.row, "city"); }).map(function (each) {
        return each.row.lastElementChild;
      })
    ).filter(function (cell) { return !says(cell, "none"); });
    fill("statewide", never.map(function (cell) {
      var city = says(cell.parentNode, "city") ? [cell.parentNode.cells[0].querySelector("a").textContent + ": "] : [];
      var copy = cell.cloneNode(true);
      copy.querySelectorAll("[data-cleared], [data-cleared] + br").forEach(function (way) { way.remove(); }); // a link of its own follows
      return element("span", city.concat(Array.from(copy.childNodes)));
    }).filter(function (said) { return said.textContent; }));
    links("factors", "#factors", factors);
    turn("no-factors", !factors.length);
    ["application", "facts", "first", "final"].forEach(function (stage) {
      var asked = followed.concat(bare).filter(function (each) {
        return has(each.row, each.weighs || bare.indexOf(each) >= 0 ? "notices" : "always", stage);
      });
      links(stage, "#notice-" + stage, asked);
      turn(stage, asked.length > 0 && !barred.length);
      turn("no-" + stage, !asked.length && !unread.length);
      answer.querySelectorAll("[data-take=unread-" + stage + "]").forEach(function (place) {
        place.textContent = "";
        (asked.length ? [] : unread).forEach(function (each) { place.append(quote(each, "unread", [nameOf(each) + ":"])); });
      });
    });
  }

  // What a day brings to the reader: the laws that begin to bind, or ask for something else, and the steps that differ.
  function visible(part) {
    var copy = part.cloneNode(true);
    copy.querySelectorAll("[hidden]").forEach(function (hidden) { hidden.remove(); });
    copy.querySelectorAll("[data-take], [data-if]").forEach(function (place) {
      place.removeAttribute("data-take");
      place.removeAttribute("data-if");
    });
    copy.removeAttribute("data-if");
    return copy;
  }
  // Each step as it stands for these laws, in its place; null where there is none.
  function stepsOf(all) {
    steps(all);
    return Array.from(list.children).map(function (step) { return step.hidden ? null : visible(step); });
  }
  function toldOf(each) {
    return JSON.stringify([each.group, each.rank, each.asks, each.weighs].concat(
      [1, 2, 4, 5].map(function (cell) {
        var copy = each.row.cells[cell].cloneNode(true);
        copy.querySelectorAll(".change, .low").forEach(function (note) { note.remove(); });
        return copy.textContent.replace(/\s+/g, " ").trim();
      })));
  }
  // The steps that differ; all of them where one falls away, since the others then do not simply stay.
  function tellSteps(before, after) {
    var isLess = before.some(function (step, i) { return step && !after[i]; });
    var other = after.filter(function (step, i) {
      return step && (isLess || !before[i] || before[i].textContent !== step.textContent);
    });
    ahead.append(element("ul", other));
    if (!isLess) ahead.append(element("p", [answer.dataset.stay]));
  }
  function tellAhead(now) {
    var coming = {}, told = now.map(function (each) { return each.id + toldOf(each); }), before = stepsOf(now);
    ahead.textContent = "";
    laws.filter(isChosen).forEach(function (law) {
      var when = law.row.querySelector("[data-when]");
      if (today >= law.row.dataset.until || !says(law.row, "reported") && !(today < law.row.dataset.since)) return;
      when = when.textContent.replace(/^\(|\)$/g, "");
      (coming[when] = coming[when] || []).push(law);
    });
    Object.keys(coming).forEach(function (when) {
      var rows = coming[when], since = rows[0].row.dataset.since, isReported = says(rows[0].row, "reported");
      var all = chosen(since < today ? today : since, rows), mine = rows.map(function (law) { return law.row; });
      var changed = all.filter(function (each) {
        return mine.indexOf(each.row) >= 0 && told.indexOf(each.id + toldOf(each)) < 0;
      });
      if (!changed.length) return;
      ahead.append(element("h3", [when.charAt(0).toUpperCase() + when.slice(1)]));
      if (isReported) ahead.append(element("p", [answer.dataset.reported]));
      changed.forEach(function (each) {
        var laws = element("ul", [card(each)]);
        laws.className = "bound";
        ahead.append(groups[each.group].querySelector("h4").cloneNode(true), laws);
      });
      tellSteps(before, stepsOf(all));
    });
    steps(now);
  }

  // What was chosen, for paper, where the form is left out.
  function tellChosen() {
    chosenList.textContent = "";
    [state, city, number].forEach(function (field) {
      var value = field.options ? field.options[field.selectedIndex].text : field.value;
      if (!value || field.parentNode.hidden) return;
      chosenList.append(element("div", [
        element("dt", [field.previousElementSibling.textContent]), element("dd", [value])
      ]));
    });
  }

  function draw(all) {
    tellChosen();
    Object.keys(groups).forEach(function (name) {
      var list = document.createElement(name === "ranked" ? "ol" : "ul"), last = groups[name].lastElementChild, before;
      list.className = "bound";
      if (last.className === "bound") last.remove();
      groups[name].append(list);
      all.forEach(function (each) {
        var made;
        if (each.group !== name) return;
        made = card(each);
        if (before && before.rank && before.rank === each.rank) made.append(element("p", [answer.dataset.tie]));
        list.append(made);
        before = each;
      });
      groups[name].hidden = !before;
    });
    tellAhead(all);
    answer.querySelectorAll("a").forEach(function (link) {
      link.dataset.address = link.href; // for paper, which has no links
      if (!link.target) link.target = "_blank"; // the answer is there when its reader comes back
      link.rel = "noopener";
    });
  }

  function cities() {
    var names = [];
    laws.forEach(function (law) {
      if (law.city && law.place === state.value && names.indexOf(law.city) < 0) names.push(law.city);
    });
    city.textContent = "";
    city.append(none.cloneNode(true));
    names.sort().forEach(function (name) { city.append(element("option", [name])); });
    city.parentNode.hidden = !names.length;
  }

  // A form or planner opens in a tab of its own, asks this page for the place (places.js), and is told it once.
  function tells(other) {
    function tell(event) {
      if (event.source !== other || event.origin !== document.location.origin) return;
      window.removeEventListener("message", tell);
      other.postMessage({
        state: state.value, cities: city.value ? [city.value] : [], number: number.value
      }, event.origin);
    }
    window.addEventListener("message", tell);
  }
  // What stands elsewhere on this page opens in a tab of its own, too: a jump would leave no entry for Back.
  function openBeside(event) {
    if (event.target.closest("a[href^='#']")) event.stopPropagation(); // to what jumps (exit_button.js)
  }
  function openForPlace(event) {
    var link = event.target.closest("a[data-for-place]"), other;
    // The middle button and the keys for a new tab, too: a page that opens by itself knows no place.
    if (!link || !tabs || event.button > 1) return;
    other = window.open(link.href);
    if (!other) return; // then the link leads there, as always
    event.preventDefault();
    tells(other);
  }

  function fault() {
    if (!state.value) return [state, "state"];
    return number.validity.valid ? null : [number, "number"];
  }

  function say(wrong) {
    error.textContent = wrong ? error.dataset[wrong[1]] : "";
    [state, number].forEach(function (field) {
      field.setAttribute("aria-invalid", String(Boolean(wrong) && wrong[0] === field));
    });
  }

  chosenList.id = "which-chosen";
  title.after(chosenList);
  ahead.id = "which-ahead";
  list.after(ahead);
  laws.forEach(function (law) { law.row.hidden = today >= law.row.dataset.until; }); // that rule is past
  kept = state.value;
  state.value = laws[0].place;
  draw(chosen(today)); // whether it can be done at all
  state.value = kept;
  cities();
  if (typeof number.validity.valid !== "boolean") throw new Error("This browser can't tell what is in a field.");
  state.addEventListener("change", guard(cities));
  form.addEventListener("input", guard(function () { answer.hidden = true; }));
  // The exit control empties the form, and so the answer; Back finds both as they were.
  form.addEventListener("reset", guard(function () {
    answer.hidden = true;
    setTimeout(guard(cities), 0);
  }));
  answer.addEventListener("click", guard(openBeside));
  answer.addEventListener("click", guard(openForPlace));
  answer.addEventListener("auxclick", guard(openForPlace));
  turn("tabs", tabs);
  form.addEventListener("submit", guard(function (event) {
    var wrong = fault();
    event.preventDefault();
    say(wrong);
    answer.hidden = Boolean(wrong);
    if (wrong) { wrong[0].focus(); return; }
    today = dayWritten(new Date());
    draw(chosen(today));
    loadWords();
    title.focus();
  }));
}, function () {
  "use strict";
  document.getElementById("which-answer").hidden = true;
});
