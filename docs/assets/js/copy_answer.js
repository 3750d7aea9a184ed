// Copy an answer with the law's words, where they stand, and how to cite this page. Without a
// clipboard no button is shown: the text can be selected as it is.
(function () {
  "use strict";
  if (!navigator.clipboard) return;
  var body = document.querySelector("[data-cite]"), told = document.getElementById("answer-copied");
  function text(node) {
    return node.textContent.replace(/\s+/g, " ").trim();
  }
  function line(node) {
    return node.tagName === "BLOCKQUOTE" ? "“" + text(node) + "”" : text(node);
  }
  function copied(row) {
    var law = row.closest(".law"), parts = row.querySelectorAll(".part > p, .part > blockquote, .part li");
    return [text(law.querySelector("h2")), text(row.querySelector("h3"))]
      .concat(Array.prototype.map.call(parts, line))
      .concat(text(law.querySelector(".citation > span")), body.dataset.cite + "#" + row.id)
      .join("\n");
  }
  document.querySelectorAll("[data-copy-answer]").forEach(function (button) {
    var row = button.closest(".row");
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(copied(row)).then(function () {
        button.after(told);
        told.textContent = body.dataset.copied;
      }, function () { button.hidden = true; });
    });
    button.hidden = false;
  });
})();
