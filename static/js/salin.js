// Buttons that copy a ready message. Without a script the message stands in its box, to be copied by hand.
"use strict";

async function copy(button) {
  const box = document.getElementById(button.dataset.copies);
  const words = button.textContent;
  try {
    await navigator.clipboard.writeText(box.value);
    button.textContent = "Tersalin";
  } catch {
    box.focus();
    box.select();
    button.textContent = "Terpilih, tekan Salin";
  }
  setTimeout(() => { button.textContent = words; }, 3000);
}

for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => copy(button));
}

// The address of the message opens the part that holds it.
function openTold() {
  const told = document.getElementById(location.hash.slice(1));
  if (told && told.tagName === "DETAILS") {
    told.open = true;
  }
}

openTold();
window.addEventListener("hashchange", openTold);
