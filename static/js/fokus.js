// The focal point is set on the photo itself and seen in each shape at once. Without this file two number
// fields stay.
"use strict";

const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const LARGE_STEP = 10;
const place = document.getElementById("focus");
const across = document.getElementById("id_focal_x");
const down = document.getElementById("id_focal_y");

const within = (value) => Math.min(100, Math.max(0, Math.round(Number(value) || 0)));

function show() {
  const x = within(across.value);
  const y = within(down.value);
  const mark = place.querySelector(".focus-mark");
  mark.style.left = `${x}%`;
  mark.style.top = `${y}%`;
  mark.setAttribute("aria-label", `Titik fokus: ${x}% dari kiri, ${y}% dari atas`);
  for (const shape of place.querySelectorAll(".shape")) {
    // Pages place their pictures in steps, as they hold no style of their own.
    const [shownX, shownY] = [x, y].map((value) => Math.round(value / shape.dataset.step) * shape.dataset.step);
    shape.style.objectPosition = `${shownX}% ${shownY}%`;
  }
}

function set(x, y) {
  across.value = within(x);
  down.value = within(y);
  // The page's other scripts learn that the form was changed.
  down.dispatchEvent(new Event("input", { bubbles: true }));
  show();
}

function whenPointed(event) {
  const box = place.querySelector(".focus-stage img").getBoundingClientRect();
  // A key that presses the mark points nowhere.
  if (event.detail) {
    set(((event.clientX - box.left) / box.width) * 100, ((event.clientY - box.top) / box.height) * 100);
  }
}

function whenPressed(event) {
  const step = KEYS[event.key];
  if (step) {
    event.preventDefault();
    const size = event.shiftKey ? LARGE_STEP : 1;
    set(within(across.value) + step[0] * size, within(down.value) + step[1] * size);
    document.getElementById("focus-told").textContent = event.target.getAttribute("aria-label");
  }
}

if (place && across && down) {
  place.hidden = false;
  place.querySelector(".focus-stage").addEventListener("click", whenPointed);
  place.querySelector(".focus-mark").addEventListener("keydown", whenPressed);
  across.addEventListener("input", show);
  down.addEventListener("input", show);
  show();
}
