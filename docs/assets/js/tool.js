// Starts a tool of the page. Without scripts, and where a browser lacks a part, what has data-without is shown and
// what has data-with is hidden, as in the HTML. `tool` turns this round once the tool has started, and back when
// anything in it fails later: no control stands there that does nothing.
(function () {
  "use strict";
  function turn(mark, name, hidden) {
    Array.prototype.forEach.call(document.querySelectorAll("[data-" + mark + "=" + name + "]"), function (part) {
      part.hidden = hidden;
    });
  }

  // The rules of a day: a day as the page writes it (2027-01-08), and whether a part of the page holds then, as it
  // says: from one day on, or until another.
  window.dayWritten = function (date) {
    var month = date.getMonth() + 1, day = date.getDate();
    return date.getFullYear() + (month < 10 ? "-0" : "-") + month + (day < 10 ? "-0" : "-") + day;
  };
  window.holdsOn = function (part, day) {
    return !(day < part.dataset.since) && !(day >= part.dataset.until);
  };

  // `start` gets a function that must be put around each of its callbacks; `undo` takes back what it drew.
  window.tool = function (name, start, undo) {
    var failed = false;
    function giveUp() {
      failed = true;
      turn("with", name, true);
      turn("without", name, false);
      if (undo) undo();
    }
    function guard(action) {
      return function () {
        if (failed) return undefined;
        try {
          return action.apply(this, arguments);
        } catch (error) {
          giveUp();
          var instead = document.querySelector("[data-without=" + name + "]");
          if (instead) {
            instead.tabIndex = -1;
            instead.focus();
          }
          throw error;
        }
      };
    }
    try {
      start(guard);
      turn("with", name, false);
      turn("without", name, true);
    } catch (error) {
      giveUp();
      throw error;
    }
  };
})();
