// Search. Nothing is fetched before the first letter; nothing is put in the address.
// First the directory of pages and their everyday names (directory.py), which is small and forgives
// spelling; then, if asked or if that has nothing, the text of every page (Pagefind).
tool("search", function (guard) {
  "use strict";
  var form = document.querySelector("form.search");
  var input = document.getElementById("q"), list = document.getElementById("results");
  var status = document.getElementById("search-status"), more = document.getElementById("search-text");
  var further = document.getElementById("search-further");
  var root = form.dataset.root, entries, directory, engine, latest = 0, timer;
  // How many are shown at once, and now; and what shows as many as that.
  var STEP = 8, shown = STEP, again;
  // A page may not fetch the texts from a file, and a copy on a stick has none.
  var hasTexts = document.location.protocol !== "file:";
  var say = form.dataset;

  // "N.Y." and "n y" become "ny"; accents and apostrophes go.
  function plain(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’]/g, "")
      .replace(/\b([a-z])[.\s]\s?(?=[a-z]\b)/g, "$1").replace(/[^a-z0-9]+/g, " ").trim();
  }
  function split(text) { return text ? text.split(" ") : []; }
  function isStop(word) { return (" " + say.stop + " ").indexOf(" " + word + " ") >= 0; }
  // The words that say something; all of them, where there are small ones only.
  function telling(text) {
    var all = split(text), words = all.filter(function (word) { return !isStop(word); });
    return words.length ? words : all;
  }

  // How many letters must be changed, added, left out or swapped with the next; more than `limit` is Infinity.
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return Infinity;
    var before, last = [], row = [], i, j;
    for (j = 0; j <= b.length; j += 1) row[j] = j;
    for (i = 1; i <= a.length; i += 1) {
      before = last; last = row; row = [i];
      for (j = 1; j <= b.length; j += 1) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
    }
    return row[b.length] > limit ? Infinity : row[b.length];
  }

  function prepare(row) {
    var names = [row[0]].concat(row[3] ? row[3].split("|") : []).map(plain);
    return {
      title: row[0], url: row[1], text: row[2], rank: row[4],
      names: names.map(function (name) { return telling(name).join(" "); }),
      strong: split(names.join(" ")).concat(names.map(function (name) { return name.replace(/ /g, ""); })),
      weak: split(plain(row[2]))
    };
  }

  function loadDirectory() {
    if (!directory) {
      directory = new Promise(function (done, failed) {
        var script = document.createElement("script");
        script.setAttribute("src", form.dataset.directory);
        script.addEventListener("load", done);
        script.addEventListener("error", failed);
        document.head.append(script);
      }).then(function () { entries = window.siteDirectory.map(prepare); });
    }
    return directory;
  }

  // 1 for the word itself, less for its beginning, its stem and a near spelling, 0 for none of these.
  function likeness(word, other) {
    if (word === other) return 1;
    if (word.length > 1 && other.startsWith(word)) return word.length > 3 ? 0.8 : 0.4;
    if (other.length > 3 && word.startsWith(other) && word.length - other.length < 4) return 0.7;
    return 0;
  }
  function nearness(word, other) {
    var limit = word.length > 7 ? 2 : 1;
    if (word.length < 4 || word[0] !== other[0] && word.length < 6) return 0;
    if (distance(word, other, limit) <= limit) return 0.6;
    return word.length > 4 && distance(word, other.slice(0, word.length), 1) <= 1 ? 0.4 : 0;
  }
  function best(word, words, alike) {
    return words.reduce(function (most, other) { return Math.max(most, alike(word, other)); }, 0);
  }

  function lookUp(query) {
    var words = telling(query), asked = words.join(" ");
    var scores = entries.map(function () { return { sum: 0, met: 0 }; });
    words.forEach(function (word) {
      function strengths(alike) {
        return entries.map(function (entry) {
          return Math.max(best(word, entry.strong, alike), best(word, entry.weak, alike) * (entry.rank ? 0.3 : 0.2));
        });
      }
      function some(found) { return found.filter(Boolean).length; }
      var found = strengths(likeness), count = some(found);
      if (!count) { found = strengths(nearness); count = some(found); }
      found.forEach(function (strength, at) {
        if (!strength) return;
        scores[at].sum += strength * Math.log(1 + entries.length / count);
        scores[at].met += 1;
      });
    });
    return entries.map(function (entry, at) {
      var score = scores[at].sum * Math.pow(scores[at].met / words.length, 2), isNamed = false;
      if (score) {
        entry.names.forEach(function (name) {
          if (name === asked) score += 100;
          else if (name.length > 3 && (" " + asked + " ").indexOf(" " + name + " ") >= 0) {
            isNamed = true;
            score += 4 + split(name).length + (entry.rank ? 0 : 8);
          }
        });
        score *= 1 - entry.rank * 0.05;
      }
      return { entry: entry, score: score, isLike: isNamed || scores[at].met * 2 >= words.length };
    }).filter(function (found) {
      return found.score > 0 && (found.isLike || found.score > 8);
    }).sort(function (a, b) { return b.score - a.score; }).map(function (found) { return found.entry; });
  }

  function item(url, title, fill) {
    var line = document.createElement("li"), link = document.createElement("a");
    var text = document.createElement("p");
    link.href = url;
    link.textContent = title;
    fill(text);
    line.append(link, text);
    return line;
  }
  // Nothing is found, or nothing yet.
  function clear(words) {
    list.textContent = "";
    more.hidden = further.hidden = true;
    status.textContent = words;
  }
  // `isAll`: whether no more is found than this.
  function show(items, isAll) {
    var words = !isAll ? say.first : items.length === 1 ? say.one : say.many;
    list.textContent = "";
    items.forEach(function (line) { list.append(line); });
    further.hidden = isAll;
    status.textContent = items.length ? words.replace("{count}", items.length) : say.nothing;
  }

  function loadEngine() {
    if (!engine) {
      engine = import(new URL(say.engine, document.location.href).href)
        .then(function (pagefind) { return pagefind.init().then(function () { return pagefind; }); });
    }
    return engine;
  }
  // Pagefind answers an unknown word by its first letters; such an answer is none.
  function answers(found, words) {
    var marks = new DOMParser().parseFromString(found.excerpt, "text/html").querySelectorAll("mark");
    return Array.prototype.some.call(marks, function (mark) {
      return split(plain(mark.textContent)).some(function (marked) {
        return words.some(function (word) {
          return marked.startsWith(word) ||
            marked.length > 3 && word.startsWith(marked.slice(0, -1)) && word.length - marked.length < 4;
        });
      });
    });
  }
  function searchText(run) {
    var typed = input.value.trim(), words = split(plain(typed));
    var isAll;
    more.hidden = further.hidden = true;
    status.textContent = say.searching;
    again = searchText;
    return loadEngine().then(function (pagefind) { return pagefind.search(typed); }).then(function (answer) {
      isAll = answer.results.length <= shown;
      return Promise.all(answer.results.slice(0, shown).map(function (result) { return result.data(); }));
    }).then(function (found) {
      if (run !== latest) return;
      found = found.filter(function (page) { return answers(page, words); });
      show(found.map(function (page) {
        return item(page.url, page.meta.title, function (text) {
          text.innerHTML = page.excerpt; // Pagefind's own: text with <mark> around the words found
        });
      }), isAll || found.length < shown); // what only begins like the words comes last
    });
  }
  function failed(run) {
    return function () {
      if (run === latest) clear(say.failed);
    };
  }

  function searchDirectory(run) {
    var query = plain(input.value);
    again = searchDirectory;
    return loadDirectory().then(function () {
      if (run !== latest) return;
      var found = lookUp(query);
      if (found.length || !hasTexts) {
        more.hidden = !hasTexts;
        show(found.slice(0, shown).map(function (entry) {
          return item(root + entry.url, entry.title, function (text) { text.textContent = entry.text; });
        }), found.length <= shown);
        return;
      }
      clear(say.searching);
      timer = setTimeout(function () { searchText(run).catch(failed(run)); }, 300);
    });
  }
  function search() {
    var run = ++latest;
    clearTimeout(timer);
    shown = STEP;
    more.hidden = true;
    if (plain(input.value)) searchDirectory(run).catch(failed(run)); else clear("");
  }

  // Whether it can be done at all: what is only missed later would leave a search that says nothing.
  plain("a B.");
  "".startsWith("");
  status.textContent.trim();
  Promise.resolve().catch(function () {});
  form.addEventListener("submit", guard(function (event) { event.preventDefault(); search(); }));
  input.addEventListener("input", guard(search));
  more.addEventListener("click", guard(function () {
    var run = ++latest;
    shown = STEP;
    searchText(run).then(function () { input.focus(); }).catch(failed(run));
  }));
  further.addEventListener("click", guard(function () {
    var run = ++latest, before = list.children.length;
    shown += STEP;
    again(run).then(function () {
      var next = list.children[before];
      if (run === latest && next) next.querySelector("a").focus();
    }).catch(failed(run));
  }));
}, function () {
  "use strict";
  document.getElementById("results").textContent = "";
  document.getElementById("search-status").textContent = "";
  document.getElementById("search-text").hidden = document.getElementById("search-further").hidden = true;
});
