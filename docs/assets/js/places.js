// The choice of a state, and of its cities and counties. `placeChoice` returns a function that tells what is chosen:
// `state` (its code), `names` (of the state and the cities), `has`, whether a part of the page that names a place
// (data-state, data-city) is of it on the day whose rules count (`on`), `of`, the same on any day, and `binds`, whether what names a number (data-least) is for the number given.
window.placeChoice = function (guard) {
  "use strict";
  var select = document.getElementById("state"), cities = document.getElementById("cities");
  var boxes = cities.querySelector("[data-boxes]"), pattern = document.getElementById("city-box").content;
  var rules = document.getElementById("place-rules"), link = document.createElement("a"), made = {}, shown = "";
  var number = document.getElementById("number"); // not where no law names one

  // The boxes of a state's cities, made once: what was ticked is still ticked when the state is chosen again.
  function boxesOf(option) {
    var names = option.dataset.cities ? option.dataset.cities.split("|") : [];
    return names.map(function (name, index) {
      var part = pattern.cloneNode(true), box = part.querySelector("input"), label = part.querySelector("label");
      box.id = label.htmlFor = "city-" + option.value.toLowerCase() + "-" + index;
      box.value = name;
      label.textContent = name;
      return part.firstElementChild;
    });
  }

  rules.append(link);
  // Enter in a field sends nothing.
  select.form.addEventListener("submit", guard(function (event) { event.preventDefault(); }));
  // Clearing the form, and leaving by Exit, also forgets what was ticked for a state that is no longer chosen.
  select.form.addEventListener("reset", guard(function () {
    Object.keys(made).forEach(function (code) { if (code !== shown) delete made[code]; });
  }));

  // "Which rules bind me?" opens this page and tells what was chosen there, from page to page: no address carries it.
  // Nobody else is listened to, and only once.
  function take(event) {
    if (event.source !== window.opener || event.origin !== document.location.origin) return;
    window.removeEventListener("message", take);
    window.opener = null;
    select.value = event.data.state;
    if (number) number.value = event.data.number;
    choice();
    boxes.querySelectorAll("input").forEach(function (box) {
      box.checked = event.data.cities.indexOf(box.value) >= 0;
    });
    select.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (window.opener && window.opener.postMessage && document.location.protocol !== "file:") {
    window.addEventListener("message", guard(take));
    window.opener.postMessage("which place?", document.location.origin);
  }

  function choice(on) {
    var option = select.selectedOptions[0];
    if (shown !== option.value) {
      shown = option.value;
      made[shown] = made[shown] || boxesOf(option);
      boxes.textContent = "";
      made[shown].forEach(function (box) { boxes.append(box); });
      cities.hidden = !made[shown].length;
      rules.hidden = !shown;
      link.href = option.dataset.rules || "";
      link.textContent = rules.dataset.says.replace("{state}", option.dataset.inside || option.text);
    }
    var known = Boolean(number && number.value && number.validity.valid);
    var ticked = Array.from(boxes.querySelectorAll("input:checked"), function (box) { return box.value; });
    function isOf(part) {
      var place = part.dataset;
      return place.state === option.value && (!place.city || ticked.indexOf(place.city) >= 0);
    }
    return {
      on: on,
      state: option.value,
      names: [option.text].concat(ticked),
      of: isOf,
      has: function (part) { return isOf(part) && holdsOn(part, on); },
      counted: known,
      binds: function (part) {
        var least = Number(part.dataset.least);
        return !known || !least || Number(number.value) >= least;
      }
    };
  }
  return choice;
};

// Puts what the law of the chosen state and its cities asks for into the form, law by law, from the list below it.
// What is not confirmed stands beside the form's part, and is printed only if somebody wants it. Not every form has such parts.
if (document.getElementById("added")) tool("places", function (guard) {
  "use strict";
  var form = document.querySelector("form.sheet"), added = document.getElementById("added");
  var laws = Array.from(document.querySelectorAll("#by-place [data-state]"));
  var told = document.getElementById("parts-told"), how = document.getElementById("added-how");
  var patterns = {};
  ["law", "part", "words", "fill", "cases", "case", "offers", "offer", "offer-fill"].forEach(function (name) {
    patterns[name] = document.getElementById("added-" + name).content.firstElementChild;
  });
  var changed = document.getElementById("added-changed"); // not where the paper is in the language of the page
  var notes = {};
  ["maybe", "narrow", "fewer", "below", "ahead"].forEach(function (name) {
    notes[name] = document.getElementById("added-" + name).content.firstElementChild;
  });
  var number = document.getElementById("number"), wrong = document.getElementById("number-error");
  var choice = placeChoice(guard), made = [], present = []; // of `made`, what is in the form now
  var left = []; // the dates that somebody has left, with what can't be read
  var waits = false, isPressed = false; // something is to be told of them; a press has not ended
  var isLetter = "leaves" in form.dataset; // what is kept may be ticked by hand

  function join(box, label, id) { box.id = label.htmlFor = id; }
  function isSaid(law) { return Boolean(law.querySelector("[data-said]")); }
  function isTime(law) { return Boolean(law.querySelector("[data-beside]:not([data-test]):not([data-never]):not([data-rule])")); }
  function isTest(law) { return Boolean(law.querySelector("[data-test]")); }
  function isNever(law) { return Boolean(law.querySelector("[data-never]")); }
  function isRule(law) { return Boolean(law.querySelector("[data-rule]")); }
  function isOpen(law) { return Boolean(law.querySelector("[data-open]")); }
  function title(law) { return law.dataset.title; }

  // What a part of the list says, without the paragraphs in it. Where the paper is in English and the page is not, `own` is
  // the element that says the same in the language of the page.
  function wordsOf(part) {
    var nodes = Array.from(part.childNodes).filter(function (node) { return node.nodeName !== "P"; });
    var own = nodes.find(function (node) { return node.className === "same"; });
    return {
      own: own,
      say: nodes.filter(function (node) { return node !== own; }).map(function (node) { return node.textContent; }).join("").trim()
    };
  }
  function readyOf(item, name) { return Array.from(item.querySelectorAll("[data-" + name + "]"), wordsOf); }
  function put(element, words) {
    var sent = document.createElement("span");
    if (!words.own) { element.textContent = words.say; return; }
    sent.lang = "en";
    sent.textContent = words.say;
    element.append(sent, " ", words.own.cloneNode(true));
  }
  function write(area, words) {
    area.defaultValue = area.parentNode.dataset.typed = words.say;
    if (words.own) area.parentNode.after(words.own.cloneNode(true), changed.content.cloneNode(true));
  }
  function lineOf(pattern, words, id) {
    var line = patterns[pattern].cloneNode(true), label = line.querySelector("label");
    put(label, words);
    join(line.querySelector("input, textarea"), label, id);
    return line;
  }

  // What is said to the person has ready words to keep or to change, or a heading with room below it; what is enclosed
  // has a box to tick. Where words differ from case to case, those of the case that is ticked are printed.
  function part(item, id) {
    var name = wordsOf(item), words = readyOf(item, "words"), line;
    if (words.length > 1) return cases(item, name, id);
    if (words.length) {
      line = lineOf("words", name, id);
      write(line.querySelector("textarea"), words[0]);
      return line;
    }
    if (readyOf(item, "heading").length) {
      line = lineOf("fill", readyOf(item, "heading")[0], id);
      line.querySelector("[data-law]").textContent = name.say;
      return line;
    }
    return lineOf("part", readyOf(item, "enclosed")[0] || name, id);
  }
  function cases(item, name, id) {
    var group = patterns.cases.cloneNode(true);
    group.firstElementChild.textContent = name.say;
    item.querySelectorAll("[data-words]").forEach(function (words, number) {
      var line = lineOf("case", { say: words.dataset.only }, id + "-" + number), area = line.querySelector("textarea");
      area.setAttribute("aria-label", words.dataset.only);
      write(area, wordsOf(words));
      group.append(line);
    });
    return group;
  }

  // What is not confirmed can be put in by whoever wants to be safe: in the letter's own words, which say nothing of the law.
  function offer(item, id) {
    var heading = readyOf(item, "heading")[0], words = readyOf(item, "words")[0] || readyOf(item, "enclosed")[0];
    return heading ? lineOf("offer-fill", heading, id) : words ? lineOf("offer", words, id) : null;
  }
  function offers(law, id) {
    var why = law.hasAttribute("data-doubtful") ? "doubtful" : "open";
    var lines = Array.from(law.querySelectorAll("[data-open] li"), function (item, number) {
      return offer(item, id + "-offer-" + number);
    }).filter(Boolean), group = patterns.offers.cloneNode(true);
    group.querySelectorAll("[data-unsure]:not([data-unsure=" + why + "])").forEach(function (note) { note.remove(); });
    lines.forEach(function (line) { group.append(line); });
    return lines.length ? group : null;
  }
  function sentence(item) {
    var line = document.createElement("p");
    put(line, wordsOf(item));
    return line;
  }

  // The part of the form for a law; only what is confirmed and binds, or is wanted all the same, is printed. It is made once: what was
  // written there is there again when the place is chosen again.
  function partOf(law, index) {
    var section = patterns.law.cloneNode(true), id = "added-" + index, offered = offers(law, id);
    var said = law.querySelector("[data-said]"), aside = section.querySelector("[data-aside]");
    var binds = section.querySelector("[data-binds]"), more = section.querySelector("[data-more]");
    var days = said && "days" in said.dataset, parts = section.querySelector("[data-parts]");
    section.querySelector("h3").textContent = law.dataset.sent || law.dataset.name;
    section.querySelector("h4").textContent = (law.querySelector("h5") || { textContent: "" }).textContent;
    join(binds, aside.querySelector("label"), id + "-binds");
    join(more, section.querySelector(".field label"), id + "-more");
    if (said) {
      Array.from(said.children).forEach(function (item, number) {
        parts.append(days ? sentence(item) : part(item, id + "-" + number));
      });
    }
    aside.append(law.querySelector("[data-about]").cloneNode(true));
    aside.querySelectorAll("[data-open] p, [data-by-hand]").forEach(function (words) { words.remove(); });
    aside.querySelectorAll("[data-own]").forEach(function (list) { list.hidden = true; }); // its boxes say the same
    // What is confirmed stands first, and what is not by itself below it.
    aside.querySelectorAll("[data-doubts]").forEach(function (doubts) { parts.after(doubts); });
    if (offered) section.append(offered);
    if (said && !("usual" in law.dataset)) aside.append(notes["maybe" in law.dataset ? "maybe" : "narrow"].cloneNode(true));
    if (law.dataset.from) aside.append(notes.ahead.cloneNode(true));
    if (law.dataset.least) aside.append(notes[said ? "fewer" : "below"].cloneNode(true));
    binds.addEventListener("input", guard(function () {
      section.dataset.chosen = "";
      if (binds.checked) rivalsOf(law).forEach(function (box) { box.checked = false; });
    }));
    if (!said) binds.parentNode.remove();
    if (!said || days) more.closest(".field").remove();
    return section;
  }

  // What is only reported, or begins after the day that counts, binds nobody yet.
  function isLater(law, here) { return "reported" in law.dataset || here.on < law.dataset.since; }
  function asksFor(law) {
    return title(law) + Array.from(law.querySelectorAll("ul"), function (list) { return list.textContent; }).join("");
  }
  function bindsNow(each, law, here) {
    return here.has(each) && !isLater(each, here) && title(each) === title(law) && here.binds(each);
  }
  // Whether it is new for the reader: not where the same binds already, whatever becomes of the number.
  function isNew(law, here) {
    return here.binds(law) && !laws.some(function (each) {
      return bindsNow(each, law, here) && asksFor(each) === asksFor(law) && (here.counted || !each.dataset.least) &&
        ("usual" in each.dataset || !("usual" in law.dataset));
    });
  }
  function isTold(law, here) {
    if (!here.of(law) || here.on >= law.dataset.until) return false;
    return !isLater(law, here) || isNew(law, here);
  }
  function tellAhead(law, section, here) {
    var note = section.querySelector("[data-ahead]"), words = note && note.firstElementChild, says;
    section.querySelectorAll("[data-began]").forEach(function (change) {
      var its = change.dataset;
      its.told = its.told || change.textContent;
      change.textContent = here.on < its.day ? its.told : its.began;
    });
    if (!note) return;
    note.hidden = !isLater(law, here);
    says = "reported" in law.dataset ? words.dataset.reported : words.dataset[laws.some(function (each) {
      return bindsNow(each, law, here);
    }) ? "other" : "too"] + (section.querySelector("[data-binds]") ? " " + words.dataset.tick : "");
    words.textContent = says.replace("{day}", law.dataset.from);
  }

  // What the rule before a day asks for and what the one after it does are never both in a form, which has one date:
  // the boxes of what holds on no same day.
  function rivalsOf(law) {
    return made.filter(function (section, index) {
      var other = laws[index].dataset;
      return present.indexOf(section) >= 0 && other.state === law.dataset.state &&
        (other.since >= law.dataset.until || other.until <= law.dataset.since);
    }).map(function (section) { return section.querySelector("[data-binds]"); }).filter(Boolean);
  }
  // By hand: the page itself ticks none of these.
  function isTicked(box) { return box.checked && box.closest(".added").dataset.told === "false"; }

  // Whether a law binds is told from the number, until the reader says otherwise for that number.
  function judge(law, section, here) {
    var binds = section.querySelector("[data-binds]"), note = section.querySelector("[data-fewer]");
    var usual = "usual" in law.dataset && here.binds(law) && !isLater(law, here) && !rivalsOf(law).some(isTicked), unbound;
    if (binds && section.dataset.told !== String(usual)) binds.checked = binds.defaultChecked = usual;
    section.dataset.told = usual;
    tellAhead(law, section, here);
    if (note) note.hidden = here.binds(law);
    note = section.querySelector("[data-narrow]");
    if (note) note.hidden = !here.binds(law);
    // What of it is not confirmed is no matter for whom it can't bind; where it may bind, it is,
    // until the reader says that it does not.
    unbound = binds ? !binds.checked : !("may" in law.dataset && here.binds(law)) || isLater(law, here);
    section.toggleAttribute("data-unbound", unbound && !("maybe" in law.dataset && !("chosen" in section.dataset)));
  }

  function given(section, boxes) {
    return Array.from(section.querySelectorAll(boxes)).some(function (box) {
      return box.type === "checkbox" ? box.checked : box.value.trim();
    });
  }
  // Whether a letter would name the law and say nothing of it: no box or case is ticked, and no room is left to write.
  function saysNothing(section) {
    return !section.querySelector("[data-parts] > p, [data-parts] > .field:not([data-optional])") &&
      !given(section, "[data-parts] input, [data-parts] > .field textarea, [data-more]");
  }

  // A section whose law does not bind, or of which nothing is confirmed or wanted, is not printed. Where something is
  // wanted that is not confirmed, the paper says that it is not.
  function mark(section) {
    var binds = section.querySelector("[data-binds]"), bound = binds && binds.checked;
    var wanted = given(section, "[data-offers] input, [data-offers] textarea");
    section.classList.toggle("around", binds ? !bound : !wanted);
    section.classList.toggle("unsaid", isLetter && !wanted && saysNothing(section));
    section.querySelectorAll("[data-unsure]").forEach(function (note) { note.classList.toggle("around", !wanted); });
    section.querySelectorAll("[data-case]").forEach(function (line) {
      line.classList.toggle("around", !line.querySelector("input").checked);
    });
  }

  // Several parts of one law stand below one heading, and parts with the same citation below that.
  function headOnce(sections, mark) {
    var before = ["", ""];
    sections.forEach(function (section) {
      var law = section.querySelector("h3"), part = section.querySelector("h4");
      var now = [law.textContent, part.textContent], same = now[0] === before[0];
      law.classList.toggle(mark, same);
      part.classList.toggle(mark, !now[1] || same && now[1] === before[1]);
      before = now;
    });
  }
  function isPrinted(section) { return !section.matches(".around, .unsaid"); }

  // Two laws of a place may say the same: the paper says it once, below the first.
  function sayOnce(sections) {
    var said = [];
    function once(part, words) {
      part.classList.toggle("unsaid", Boolean(words) && said.indexOf(words) >= 0);
    }
    sections.filter(isPrinted).forEach(function (section) {
      var left = false;
      section.querySelectorAll("[data-parts] > .check, [data-parts] > .field, [data-offers] > .check").forEach(function (line) {
        var box = line.querySelector("input, textarea"), label = line.querySelector("label");
        var sent = label.querySelector("[lang=en]") || label; // where the page is in another language
        var words = box.type === "checkbox" ? sent.textContent : box.defaultValue && box.value;
        once(line, words);
        if (words && (box.type !== "checkbox" || box.checked)) said.push(words);
      });
      left = section.querySelector("[data-parts] > :not(.unsaid)") ||
        given(section, "[data-more], [data-offers] > .field textarea, [data-offers] > .check:not(.unsaid) input");
      section.classList.toggle("unsaid", !left);
    });
  }
  // What a law of the place has filled in below a heading of its own is not asked for twice.
  function makeWay(sections) {
    var asked = sections.some(function (section) {
      return !section.classList.contains("around") && section.querySelector("[data-parts] [data-law]");
    });
    form.querySelectorAll("[data-yields]").forEach(function (field) {
      field.hidden = asked && !field.querySelector("textarea").value.trim();
    });
  }

  // A sentence with the names put in; nothing where there is no name.
  function tell(key, slot, names) { return names.length ? told.dataset[key].replace(slot, unique(names).join("; ")) : ""; }

  // The parts of a list that is hidden; none where the form has no such list.
  function partsOf(id) { return Array.from(document.querySelectorAll("#" + id + " > li")); }

  // A date with its month by name, in the language of the page or in English, in numbers, as every browser reads them.
  // What stands before it (a day of the week) or after its day ("5th") is left out.
  var lang = document.documentElement.lang, months = [lang, "en"].reduce(function (found, language) {
    var names = new Intl.DateTimeFormat(language, { month: "short" });
    return found.concat([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(function (month) {
      return names.format(new Date(2026, month, 15)).replace(/\W/g, ".");
    }));
  }, []);
  function withMonth(text) {
    return months.reduce(function (told, name, i) {
      var to = i % 12 + 1 + "/$1/$2", year = "(\\d{4}|\\d\\d)$";
      return told.replace(new RegExp("^\\D*(\\d{1,2})\\D*\\b" + name + "\\D+" + year, "i"), to)
        .replace(new RegExp("^\\D*\\b" + name + "[a-z.]*\\W*(\\d{1,2})\\w{0,2}\\W+" + year, "i"), to);
    }, text.trim());
  }
  // Numbers alone stand in the order of the paper's language.
  var numbers = new Intl.DateTimeFormat(lang);
  var isDayFirst = !changed && numbers.resolvedOptions().locale.indexOf("en") && /^25\D/.test(numbers.format(new Date(2026, 11, 25)));
  function inOrder(text) { return isDayFirst ? text.replace(/^\s*(\d{1,2})(\D)(\d{1,2})\b/, "$3$2$1") : text; }
  // A day by its numbers, the year also by its last two; null where no month has it.
  function dayOf(year, month, day) {
    var date = new Date(Number(year) + (year.length < 3 ? 2000 : 0), Number(month) - 1, Number(day));
    return date.getMonth() === Number(month) - 1 ? date : null;
  }
  // A whole date as it was written, or null: whoever writes it may choose how, but not a day that no planner takes.
  function dayIn(typed) {
    var date = dateIn(typed), on = date && dayWritten(date);
    return date && on >= form.dataset.first && on <= form.dataset.last ? date : null;
  }
  function dateIn(typed) {
    var text = withMonth(inOrder(typed)), date;
    var parts = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (parts) return dayOf(parts[1], parts[2], parts[3]);
    parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text);
    if (parts) return dayOf(parts[3], parts[1], parts[2]);
    date = new Date(text);
    return /\d{4}/.test(text) && /\w+\W+\w+\W+\w/.test(text) && !isNaN(date) ? date : null;
  }
  // The date of the form, as far as it was written: the rules of that day count, or else those of today.
  var dateField = form.querySelector(".field.date textarea");
  function dated() { return dateField && dayIn(dateField.value); }
  var whole = { day: "numeric", month: "long", year: "numeric" };
  var dayWords = new Intl.DateTimeFormat(lang, whole), example = new Intl.DateTimeFormat(changed ? "en" : lang, whole);
  // By which day the form goes, below its date; that a date can't be read only once somebody has left it.
  function isUnread(area) { return Boolean(area.value.trim()) && !dayIn(area.value); }
  function tellDay() {
    var note = dateField && document.getElementById(dateField.id + "-day"), date = dated(), now = "";
    if (!note) return;
    if (date) now = note.dataset.read.replace("{day}", dayWords.format(date));
    if (isUnread(dateField) && left.indexOf(dateField) >= 0) {
      now = note.dataset.unread.replace("{example}", example.format(new Date())).replace("{day}", dayWords.format(new Date()));
    }
    note.className = (date ? "hint" : "error") + " around";
    if (note.textContent !== now) note.textContent = now;
  }
  // The last of so many days. Holidays are left out of the count, so that no day is called too early that is not.
  function lastOf(from, row) {
    var date = new Date(from.getTime()), left = Number(row.dataset.days);
    while (left > 0) {
      date.setDate(date.getDate() + 1);
      if (row.dataset.unit !== "business" || date.getDay() % 6) left -= 1;
    }
    return date;
  }
  // Whether the last day to answer is past, or earlier than a law of the chosen place lets it be.
  function soon(area, here) {
    var by = dayIn(area.value), today = new Date(), sent, early;
    today.setHours(0, 0, 0, 0);
    if (!by) return [isUnread(area) && left.indexOf(area) >= 0 ? "unread" : "", []];
    if (by < today) return ["past", []];
    sent = dated() || today;
    if (by < sent) return ["before", []];
    early = partsOf("answer-times").filter(function (row) {
      return here.has(row) && here.binds(row) && by < lastOf(sent, row);
    });
    return [early.length ? "early" : "", early.map(function (row) { return row.textContent; })];
  }
  function tellSoon(here) {
    var area = form.querySelector("[data-answer-by]"), note, found, now;
    if (!area) return;
    note = document.getElementById(area.id + "-soon");
    found = soon(area, here);
    now = found[0] ? note.dataset[found[0]].replace("{laws}", found[1].join(" "))
      .replace("{example}", example.format(new Date())) : "";
    if (note.textContent !== now) note.textContent = now;
  }

  function unique(names) {
    return names.filter(function (name, index) { return names.indexOf(name) === index; });
  }

  // Puts these sections into the form, unless they stand there already: what has the focus keeps it.
  function arrange(sections) {
    var same = sections.length === added.children.length;
    if (same && sections.every(function (section, index) { return added.children[index] === section; })) return;
    added.textContent = "";
    sections.forEach(function (section) { added.append(section); });
  }

  // What was written for the rule before a day stands in the one after it, too, where that asks for the same.
  function labelOf(field) { return field.labels.length ? field.labels[0].textContent : ""; }
  function isAsItWas(field) { return field.value === field.defaultValue && field.checked === field.defaultChecked; }
  function carry(from, to) {
    var written = Array.from(from.querySelectorAll("[data-parts] :enabled, [data-more]"));
    to.querySelectorAll("[data-parts] :enabled, [data-more]").forEach(function (field) {
      var same = written.find(function (each) { return labelOf(each) === labelOf(field); });
      if (!same || isAsItWas(same) || !isAsItWas(field)) return;
      field.value = same.value;
      field.checked = same.checked;
    });
  }

  function show() {
    var before = present, here = choice(dayWritten(dated() || new Date())), now = "";
    var found = laws.filter(function (law) { return isTold(law, here); });
    var sections = present = found.map(function (law) {
      var index = laws.indexOf(law);
      made[index] = made[index] || partOf(law, index);
      return made[index];
    });
    found.forEach(function (law, number) {
      judge(law, sections[number], here);
      before.forEach(function (section) {
        if (sections.indexOf(section) < 0 && title(laws[made.indexOf(section)]) === title(law)) carry(section, sections[number]);
      });
    });
    arrange(sections);
    sections.forEach(mark);
    if (isLetter) sayOnce(sections);
    headOnce(sections, "again");
    headOnce(sections.filter(isPrinted), "unsaid");
    makeWay(sections);
    var barred = found.filter(function (law) { return "bars" in law.dataset && here.binds(law) && !isLater(law, here); });
    document.querySelectorAll("[data-records]").forEach(function (part) { part.hidden = barred.length > 0; });
    document.querySelectorAll("[data-barred]").forEach(function (part) { part.hidden = !barred.length; });
    how.hidden = !added.querySelector(".added:not(.around) [data-parts] input");
    if (here.state) {
      now = [
        tell("found", "{laws}", found.filter(isSaid).map(title)),
        tell("bans", "{laws}", barred.map(function (law) { return law.dataset.name + (law.dataset.bars && " " + law.dataset.bars); })),
        tell("test", "{laws}", found.filter(isTest).map(title)),
        tell("never", "{laws}", found.filter(isNever).map(title)),
        tell("rule", "{laws}", found.filter(isRule).map(title)),
        tell("times", "{laws}", found.filter(isTime).map(title)),
        tell("open", "{laws}", found.filter(isOpen).map(title)),
        tell("unread", "{laws}", partsOf("unread").filter(here.has).map(function (law) { return law.textContent; })),
        tell("none", "{places}", here.names.filter(function (name) {
          return !found.some(function (law) { return law.dataset.name === name; });
        }))
      ].join(" ").trim();
    }
    if (told.textContent !== now) told.textContent = now;
    tellDay();
    tellSoon(here);
    if (number) wrong.textContent = number.validity.valid ? "" : wrong.dataset.range;
  }

  laws.forEach(partOf); // whether it can be done at all
  if (typeof form.textContent !== "string") throw new Error("This browser can't put words into the page.");
  form.addEventListener("input", guard(function () {
    left = left.filter(isUnread);
    show();
  }));
  form.addEventListener("focusout", guard(function (event) {
    if (!event.target.matches(".field.date textarea")) return;
    left.push(event.target);
    waits = true;
    if (!isPressed) showWaiting();
  }));
  // What is said below a date moves what is below it: not while somebody is pressing that.
  addEventListener("pointerdown", function () { isPressed = true; }, true);
  ["click", "keyup", "pointercancel"].forEach(function (name) {
    addEventListener(name, guard(function () {
      isPressed = false;
      showWaiting();
    }));
  });
  function showWaiting() {
    if (waits) show();
    waits = false;
  }
  // What was written for another place is not in the form, and would outlive its being cleared.
  form.addEventListener("reset", guard(function () {
    made = made.map(function (section) { return added.contains(section) ? section : null; });
    Array.from(added.children).forEach(function (section) { delete section.dataset.chosen; });
    left = [];
    setTimeout(guard(show), 0);
  }));
  show();
}, function () {
  "use strict";
  document.getElementById("added").textContent = "";
});
