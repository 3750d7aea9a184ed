// The map through the years: read from the table below it, shown when the range input moves.
tool("spread", function (guard) {
  "use strict";
  var input = document.getElementById("year");
  var svg = document.querySelector("svg.us-map");
  var shown = document.getElementById("year-shown"), told = document.getElementById("year-told");
  var play = document.getElementById("year-play"), stopWord = play.dataset.stop, playWord = play.textContent;
  var rows = Array.from(document.querySelectorAll("#spread tr[data-year]"));
  var unknown = Array.from(document.querySelectorAll("[data-unknown]:not(input)"), function (node) {
    return node.dataset.unknown;
  });
  var timer;

  // What the map shows today: by place, and by the coverage that a step leads to.
  var today = {}, looks = {};
  svg.querySelectorAll("a").forEach(function (link) {
    var path = svg.querySelector(link.querySelector("use").getAttribute("href"));
    var code = path.id.slice(-2), title = link.querySelector("title");
    var cut = title.textContent.indexOf(": ");
    var letter = link.querySelector("tspan");
    today[code] = {
      path: path, title: title, name: title.textContent.slice(0, cut), text: link.querySelector("text"), letter: letter,
      look: {
        mark: path.parentNode.getAttribute("class").slice(7), answer: title.textContent.slice(cut + 2),
        letter: letter ? letter.textContent : ""
      }
    };
  });
  document.querySelectorAll(".map-legend a").forEach(function (entry) {
    var mark = entry.querySelector(".map-mark");
    looks[entry.hash.slice(1).replace(/-/g, "_")] = {
      mark: mark.className.split("map-mark-")[1], letter: mark.textContent,
      answer: entry.querySelector(".map-legend-label").textContent
    };
  });
  looks.none = { mark: "outline", letter: "–", answer: input.dataset.none };

  function draw(place, look) {
    var callout = /before|after/.test(place.text.getAttribute("class") || "");
    svg.querySelector("g.us-map-" + look.mark).appendChild(place.path);
    place.title.textContent = place.name + ": " + look.answer;
    if (place.letter) place.letter.textContent = look.letter;
    place.text.classList.toggle("on-solid", look.mark === "solid" && !callout);
  }

  function show() {
    var year = Number(input.value), now = {}, last = year === Number(input.max), changed = "";
    rows.forEach(function (row) {
      if (Number(row.dataset.year) > year) return;
      row.querySelectorAll("[data-place]").forEach(function (step) {
        now[step.dataset.place] = looks[step.dataset.to];
      });
      if (Number(row.dataset.year) === year) {
        changed = row.cells[0].textContent + ": " + row.cells[1].textContent + ". " + row.cells[2].textContent;
      }
    });
    unknown.forEach(function (code) {
      now[code] = { mark: "lines", letter: "?", answer: input.dataset.unknown };
    });
    Object.keys(today).forEach(function (code) {
      draw(today[code], last ? today[code].look : now[code] || looks.none);
    });
    shown.textContent = last ? input.dataset.today : String(year);
    input.setAttribute("aria-valuetext", shown.textContent);
    told.textContent = changed;
  }

  function stop() {
    clearInterval(timer);
    timer = undefined;
    play.textContent = playWord;
  }

  input.addEventListener("input", guard(function () { stop(); show(); }));
  play.addEventListener("click", guard(function () {
    if (timer) { stop(); return; }
    input.value = input.min;
    show();
    play.textContent = stopWord;
    timer = setInterval(guard(function () {
      input.value = String(Number(input.value) + 1);
      show();
      if (input.value === input.max) stop();
    }), 900);
  }));
  // Nobody who asked for less movement is offered any; the range input is enough.
  play.hidden = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  input.value = input.max;
  show();
}, (function (map) {
  "use strict";
  var pristine = map.cloneNode(true);
  return function () { map.parentNode.replaceChild(pristine, map); };
})(document.querySelector("svg.us-map")));
