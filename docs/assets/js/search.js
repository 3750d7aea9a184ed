// Search with Pagefind. Nothing is fetched before the first letter; nothing is put in the address.
(function () {
  "use strict";
  var form = document.querySelector("form.search");
  var input = document.getElementById("q"), list = document.getElementById("results");
  var status = document.getElementById("search-status");
  var base = new URL("../pagefind/pagefind.js", document.location.href).href;
  var engine, latest = 0;

  function load() {
    if (!engine) {
      engine = import(base).then(function (pagefind) {
        return pagefind.init().then(function () { return pagefind; });
      });
    }
    return engine;
  }

  function item(found) {
    var entry = document.createElement("li"), link = document.createElement("a");
    var text = document.createElement("p");
    link.href = found.url;
    link.textContent = found.meta.title;
    text.innerHTML = found.excerpt; // Pagefind's own: text with <mark> around the words found
    entry.append(link, text);
    return entry;
  }

  function search() {
    var words = input.value.trim(), run = ++latest;
    if (!words) { list.textContent = ""; status.textContent = ""; return; }
    status.textContent = "Searching…";
    load().then(function (pagefind) {
      return pagefind.debouncedSearch(words, {}, 150).then(function (answer) {
        if (!answer) return undefined; // more was typed
        return Promise.all(answer.results.slice(0, 8).map(function (r) { return r.data(); }))
          .then(function (found) {
            if (run !== latest) return;
            list.replaceChildren.apply(list, found.map(item));
            status.textContent = answer.results.length
              ? answer.results.length + (answer.results.length === 1 ? " page found." : " pages found.")
              : "Nothing found. Try fewer or other words, or choose your state.";
          });
      });
    }).catch(function () { status.textContent = "Search could not start. Use the lists below."; });
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  input.addEventListener("input", search);
})();
