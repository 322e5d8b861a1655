// The box to paste into works without this file; it keeps the text until the server has it, and takes dropped files.
// The screen after it needs a part of this too.
"use strict";

// Files dropped anywhere on the page are handed to `take`.
function takeDrops(take) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length) {
      event.preventDefault();
      take([...event.dataTransfer.files]);
    }
  });
}

function newName() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The box to paste into: a log-in that has expired would swallow the text on its way, so this browser keeps it
// until the server has it. The mark beside it names the sending that took this very text along: whoever types
// anything else, in whichever tab, takes the mark away.
const PASTED = "#tempel";
const MARK = ":terkirim";
const ARRIVED = "baru";
const keyOf = (part) => `${STORE}${part.dataset.account}:${PASTED}`;

function markTab(key, mark) {
  try {
    sessionStorage.setItem(key + MARK, mark);
  } catch {
    // Then the text is offered once more, though it has arrived.
  }
}

function storePasted(key, text, mark = "") {
  markTab(key, mark);
  try {
    localStorage.setItem(key, text);
    localStorage.setItem(key + MARK, mark);
  } catch {
    // A browser that keeps nothing offers nothing again.
  }
}

function forgetPasted(key) {
  localStorage.removeItem(key);
  localStorage.removeItem(key + MARK);
}

// The server says that it has what this tab has sent it.
function dropArrived(screen) {
  const address = new URL(window.location.href);
  const key = keyOf(screen);
  if (!address.searchParams.has(ARRIVED) || !keptKeys().includes(key)) {
    return;
  }
  const mark = sessionStorage.getItem(key + MARK);
  if (mark && localStorage.getItem(key + MARK) === mark) {
    forgetPasted(key);
  }
}

function keepPasted(box) {
  const area = box.elements.source_text;
  const key = keyOf(box);
  const kept = keptKeys().includes(key) ? localStorage.getItem(key) : "";
  // What the server has sent back, with an error, is there already.
  if (kept && !area.defaultValue) {
    area.value = kept;
    document.getElementById("again").hidden = false;
  } else if (area.value) {
    // Pasted before this script was there.
    storePasted(key, area.value);
  }
  area.addEventListener("input", () => storePasted(key, area.value));
  box.addEventListener("submit", () => storePasted(key, area.value, newName()));
  document.getElementById("forget").addEventListener("click", () => {
    forgetPasted(key);
    area.value = "";
    document.getElementById("again").hidden = true;
    area.focus();
  });
}

// Dropped files join those that were chosen before; the same one again is the one that is there.
function addFiles(input, dropped) {
  const all = new DataTransfer();
  const nameOf = (file) => [file.name, file.size, file.lastModified].join("/");
  const byName = new Map([...input.files, ...dropped].map((file) => [nameOf(file), file]));
  byName.forEach((file) => all.items.add(file));
  input.files = all.files;
  input.dispatchEvent(new Event("input"));
}

const pasteBox = document.getElementById("paste-box");
if (pasteBox) {
  const input = document.getElementById("id_files");
  // Whatever this tab has sent before did not lead on.
  markTab(keyOf(pasteBox), "");
  if (document.getElementById("again")) {
    keepPasted(pasteBox);
  }
  takeDrops((dropped) => addFiles(input, dropped));
}
