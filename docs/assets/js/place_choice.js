// The choice of a state, and of its cities and counties. `placeChoice` returns a function that tells what is chosen:
// `state` (its code), `name`, and `has`, whether a part of the page that names a place (data-state, data-city) is of it.
window.placeChoice = function () {
  "use strict";
  var select = document.getElementById("state"), cities = document.getElementById("cities");
  var boxes = cities.querySelector("[data-boxes]"), pattern = document.getElementById("city-box").content;
  var made = {}, shown = "";

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

  return function () {
    var option = select.selectedOptions[0];
    if (shown !== option.value) {
      shown = option.value;
      made[shown] = made[shown] || boxesOf(option);
      boxes.textContent = "";
      made[shown].forEach(function (box) { boxes.append(box); });
      cities.hidden = !made[shown].length;
    }
    var ticked = Array.from(boxes.querySelectorAll("input:checked"), function (box) { return box.value; });
    return {
      state: option.value,
      name: option.text,
      has: function (part) {
        var place = part.dataset;
        return place.state === option.value && (!place.city || ticked.indexOf(place.city) >= 0);
      }
    };
  };
};
