// The table of everything: filter, sort, choose columns, put places side by side, save as CSV.
// What is chosen stands in the fragment of the address, which is never sent.
tool("compare", function (guard) {
  "use strict";
  var form = document.getElementById("tools"), table = document.getElementById("everything");
  var body = table.tBodies[0], cards = document.querySelector(".cards");
  var heads = Array.from(table.tHead.rows[0].cells).slice(1);
  var ids = heads.map(function (head) { return head.dataset.id; });
  var names = heads.map(function (head) { return head.textContent; });
  var only = Array.from(form.querySelectorAll("[data-only]"));
  var checks = Array.from(form.querySelectorAll("[data-column]"));
  var sides = Array.from(form.querySelectorAll("[data-side]"));
  var sort = document.getElementById("sort"), backwards = document.getElementById("backwards");
  var differences = document.getElementById("differences"), shown = document.getElementById("shown");
  var side = document.getElementById("side"), sideTable = document.createElement("table");

  // The words of each answer, by column, in their order; in a cell a star follows where it is not confirmed, and then, in
  // an element, for whom alone it holds.
  var words = only.map(function (select) {
    return Array.from(select.options).slice(1).map(function (option) { return option.text; });
  });
  var places = Array.from(body.rows).map(function (row, index) {
    var cells = Array.from(row.cells).slice(1), texts = cells.map(function (cell) { return cell.textContent; });
    var card = cards.querySelector("[data-code=" + row.dataset.code + "]");
    return {
      index: index, code: row.dataset.code, name: row.cells[0].textContent, row: row, texts: texts,
      card: card, lines: Array.from(card.querySelector("dl").children),
      order: cells.map(function (cell, i) { return words[i].indexOf(cell.firstChild.textContent.replace(/\*$/, "")); })
    };
  });

  function element(tag, text, scope) {
    var made = document.createElement(tag);
    made.textContent = text;
    if (scope) made.scope = scope;
    return made;
  }

  function fill(parent, children) {
    parent.textContent = "";
    children.forEach(function (child) { parent.append(child); });
  }

  function columns() {
    return checks.map(function (check, i) { return check.checked ? i : -1; })
      .filter(function (i) { return i >= 0; });
  }

  function chosen() {
    var by = ids.indexOf(sort.value);
    var found = places.filter(function (place) {
      return only.every(function (select, i) {
        return !select.value || place.order[i] === select.selectedIndex - 1;
      });
    }).sort(function (a, b) {
      return (by < 0 ? 0 : a.order[by] - b.order[by]) || a.index - b.index;
    });
    return backwards.checked ? found.reverse() : found;
  }

  function beside() {
    var codes = sides.map(function (select) { return select.value; });
    return codes.filter(function (code, i) { return code && codes.indexOf(code) === i; })
      .map(function (code) { return places.find(function (place) { return place.code === code; }); });
  }

  function differs(found, i) {
    return found.some(function (place) { return place.order[i] !== found[0].order[i]; });
  }

  function sideRows(found) {
    return columns().filter(function (i) { return !differences.checked || differs(found, i); });
  }

  sideTable.append(document.createElement("thead"), document.createElement("tbody"));
  side.querySelector(".scroll").append(sideTable);

  function drawSide() {
    var found = beside(), head = document.createElement("tr"), rows;
    side.hidden = found.length < 2;
    if (side.hidden) return;
    head.append(element("td", ""));
    found.forEach(function (place) { head.append(element("th", place.name, "col")); });
    rows = sideRows(found).map(function (i) {
      var row = document.createElement("tr"), title = element("th", names[i], "row");
      if (differs(found, i)) {
        row.className = "differs";
        title.append(" ", Object.assign(element("span", side.dataset.differs), { className: "status" }));
      }
      row.append(title);
      found.forEach(function (place) { row.append(element("td", place.texts[i])); });
      return row;
    });
    if (!rows.length) {
      rows = [document.createElement("tr")];
      rows[0].append(Object.assign(element("td", side.dataset.same), { colSpan: found.length + 1 }));
    }
    fill(sideTable.tHead, [head]);
    fill(sideTable.tBodies[0], rows);
  }

  // All columns would make a card as long as a screen: then it has its own few lines.
  function drawCard(place, cols) {
    var list = place.card.querySelector("dl");
    fill(list, cols.length === ids.length ? place.lines : cols.map(function (i) {
      var line = document.createElement("div");
      line.append(element("dt", names[i]), element("dd", place.texts[i]));
      return line;
    }));
  }

  function draw() {
    var found = chosen(), cols = columns(), all = cols.length === ids.length;
    table.parentNode.classList.toggle("some", !all);
    heads.forEach(function (head, i) { head.hidden = !checks[i].checked; });
    places.forEach(function (place) {
      place.row.hidden = place.card.hidden = found.indexOf(place) < 0;
      Array.from(place.row.cells).slice(1).forEach(function (cell, i) { cell.hidden = !checks[i].checked; });
      drawCard(place, cols);
    });
    found.forEach(function (place) { body.append(place.row); cards.append(place.card); });
    shown.textContent = shown.dataset.shown.replace("{shown}", found.length).replace("{total}", places.length);
    drawSide();
  }

  // The fragment: proof=preponderance&columns=coverage,proof&sort=proof&side=NY,CA
  function write() {
    var state = new URLSearchParams(), cols = columns(), picked = beside();
    only.forEach(function (select) { if (select.value) state.set(select.dataset.only, select.value); });
    if (cols.length < ids.length) state.set("columns", cols.map(function (i) { return ids[i]; }).join(","));
    if (sort.value) state.set("sort", sort.value);
    if (backwards.checked) state.set("backwards", "1");
    if (picked.length) state.set("side", picked.map(function (place) { return place.code; }).join(","));
    if (differences.checked) state.set("differences", "1");
    history.replaceState(null, "", "#" + (state.toString() || "table").replace(/%2C/g, ","));
  }

  function read() {
    var state = new URLSearchParams(location.hash.indexOf("=") < 0 ? "" : location.hash.slice(1));
    var cols = state.has("columns") ? state.get("columns").split(",") : ids;
    var picked = (state.get("side") || "").split(",");
    only.forEach(function (select) {
      select.value = state.get(select.dataset.only) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    checks.forEach(function (check) { check.checked = cols.indexOf(check.dataset.column) >= 0; });
    sides.forEach(function (select, i) {
      select.value = picked[i] || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    sort.value = ids.indexOf(state.get("sort")) < 0 ? "" : state.get("sort");
    backwards.checked = state.has("backwards");
    differences.checked = state.has("differences");
  }

  // As in the data's own CSV: an apostrophe before what a spreadsheet could take for a formula.
  function csv(rows) {
    return rows.map(function (row) {
      return row.map(function (text) {
        return "\"" + (/^[=+\-@\t\r']/.test(text) ? "'" + text : text).replace(/"/g, "\"\"") + "\"";
      }).join(",");
    }).join("\r\n") + "\r\n";
  }

  function save(name, rows) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + csv(rows)], { type: "text/csv" }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  function changed() { draw(); write(); }

  form.addEventListener("change", guard(changed));
  form.addEventListener("submit", guard(function (event) { event.preventDefault(); }));
  differences.addEventListener("change", guard(changed));
  document.getElementById("no-columns").addEventListener("click", guard(function () {
    checks.forEach(function (check) { check.checked = false; });
    changed();
  }));
  document.getElementById("reset").addEventListener("click", guard(function () {
    history.replaceState(null, "", "#table");
    read();
    draw();
  }));
  document.getElementById("save").addEventListener("click", guard(function () {
    var cols = columns(), head = [table.tHead.rows[0].cells[0].textContent];
    save("comparison.csv", [head.concat(cols.map(function (i) { return names[i]; }))].concat(
      chosen().map(function (place) {
        return [place.name].concat(cols.map(function (i) { return place.texts[i]; }));
      })));
  }));
  document.getElementById("save-side").addEventListener("click", guard(function () {
    var found = beside();
    save("side-by-side.csv", [[""].concat(found.map(function (place) { return place.name; }))].concat(
      sideRows(found).map(function (i) {
        return [names[i]].concat(found.map(function (place) { return place.texts[i]; }));
      })));
  }));
  window.addEventListener("hashchange", guard(function () {
    if (location.hash.indexOf("=") >= 0) { read(); draw(); }
  }));
  read();
  draw();
}, (function () {
  "use strict";
  var parts = [document.getElementById("everything"), document.querySelector(".cards"), document.getElementById("side")];
  var pristine = parts.map(function (part) { return part.cloneNode(true); });
  return function () {
    parts.forEach(function (part, i) { part.parentNode.replaceChild(pristine[i], part); });
  };
})());
