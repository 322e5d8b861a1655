// The newsroom works without this file; it adds words for the text editor, labels for narrow screens,
// and a warning before typed text is left behind.
"use strict";

const EDITOR_WORDS = {
  "Browse...": "Cari…",
  "Bullets": "Butir",
  "Cancel": "Batal",
  "Columns": "Kolom",
  "Decimal numbers": "Angka",
  "Edit HTML": "Sunting HTML",
  "Edit Link": "Sunting tautan",
  "Include header row": "Dengan baris judul",
  "Insert": "Sisipkan",
  "Insert Table": "Sisipkan tabel",
  "List properties": "Sifat daftar",
  "List type": "Jenis daftar",
  "Open in new window": "Buka di jendela baru",
  "Rows": "Baris",
  "Start at": "Mulai dari",
  "Table Properties": "Sifat tabel",
  "Title": "Judul",
  "Toggle fullscreen": "Layar penuh",
  "URL": "Alamat",
  "Update": "Simpan",
};

// The editor asks for its words by gettext, and adds a style element of its own unless it finds one marked.
// Those rules stand in admin.css, since the page's policy allows no inline style; the mark is an element of
// that name in no known namespace, which the policy does not mind.
function prepareEditor() {
  const known = window.gettext || ((text) => text);
  window.gettext = (text) => EDITOR_WORDS[text] || known(text);
  const mark = document.createElementNS("urn:mark", "style");
  mark.setAttribute("data-tiptap-style", "");
  document.head.append(mark);
}

// Buttons, the menu of headings and the choices in a dialog carry names of their own, outside gettext.
const EDITOR_PARTS = {
  "paragraph": "Paragraf",
  "heading 2": "Subjudul",
  "heading 3": "Subjudul kecil",
  "unordered list": "Daftar butir",
  "ordered list": "Daftar angka",
  "blockquote": "Kutipan",
  "bold": "Tebal",
  "italic": "Miring",
  "insert link": "Tautan",
  "remove link": "Hapus tautan",
  "Insert table": "Sisipkan tabel",
  "Add column": "Tambah kolom",
  "Delete column": "Hapus kolom",
  "Add row": "Tambah baris",
  "Delete row": "Hapus baris",
  "Merge cells": "Gabungkan sel",
  "Split cell": "Pisahkan sel",
  "Toggle header cell": "Sel judul",
  "Delete table": "Hapus tabel",
  "undo": "Batalkan",
  "redo": "Ulangi",
  "Heading 2": "Subjudul",
  "Heading 3": "Subjudul kecil",
  "Paragraph": "Paragraf",
  "Yes": "Ya",
  "No": "Tidak",
};

function nameParts() {
  for (const button of document.querySelectorAll(".prose-menubar__button[title]")) {
    const word = EDITOR_PARTS[button.title];
    if (word) {
      button.title = word;
      button.setAttribute("aria-label", word);
    }
  }
  for (const part of document.querySelectorAll(".prose-menubar__picker :is(h2, h3, p), .prose-editor-dialog option")) {
    const word = EDITOR_PARTS[part.textContent.trim()];
    if (word) {
      if (part.tagName === "OPTION") {
        part.value = part.value;
      }
      part.textContent = word;
    }
  }
}

// The stand-ins of scripts for a text area or a select bear the name of the field they stand for.
function nameOf(field) {
  const label = field.labels && field.labels[0];
  return field.getAttribute("aria-label") || (label ? label.textContent.trim().replace(/:$/, "") : "");
}

function nameEditors() {
  for (const area of document.querySelectorAll(".prose-editor textarea")) {
    area.closest(".prose-editor").querySelector(".ProseMirror")?.setAttribute("aria-label", nameOf(area));
  }
}

function namePickers() {
  for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
    const box = select.nextElementSibling?.querySelector(".select2-selection");
    const value = box?.querySelector(".select2-selection__rendered");
    if (!value || box.id) {
      continue;
    }
    box.querySelector(".select2-search__field")?.setAttribute("aria-label", nameOf(select));
    if (box.matches(".select2-selection--single")) {
      value.removeAttribute("role");
      value.removeAttribute("aria-readonly");
      box.id = `${select.id}-box`;
      box.setAttribute("aria-label", nameOf(select));
      box.setAttribute("aria-labelledby", `${box.id} ${value.id}`);
    }
  }
}

function nameSearches() {
  document.querySelector(".select2-container--open .select2-dropdown .select2-search__field")?.setAttribute("aria-label", "Cari");
}

// On a phone a row of a table stands as a block, and each cell needs its heading.
function labelCells() {
  for (const table of document.querySelectorAll("#result_list, .tabular.inline-related table")) {
    const headings = [...table.querySelectorAll("thead th")].map((heading) => (heading.querySelector(".text") || heading).innerText.trim());
    for (const row of table.tBodies[0].rows) {
      [...row.cells].forEach((cell, index) => { cell.dataset.label = headings[index] || ""; });
    }
  }
}

function warnOfUnsavedText() {
  const form = document.querySelector("body.change-form #content-main > form");
  if (!form) {
    return;
  }
  let isTouched = false;
  form.addEventListener("input", () => { isTouched = true; });
  form.addEventListener("submit", () => { isTouched = false; });
  window.addEventListener("beforeunload", (event) => {
    if (isTouched) {
      event.preventDefault();
    }
  });
}

// A finding leads to its field: a folded part opens, and a field that a script has hidden is shown by its row.
function leadToFields() {
  function lead() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    for (let part = target.closest("details"); part; part = part.parentElement.closest("details")) {
      part.open = true;
    }
    const row = target.closest(".form-row") || target;
    const standIns = ["[contenteditable=true]", ".select2-selection", "input:not([type=hidden])", ".add-row a"];
    const isShown = target.matches("input, select, textarea") && target.checkVisibility() && !target.classList.contains("select2-hidden-accessible");
    const focusable = isShown ? target : standIns.map((one) => row.querySelector(one)).find(Boolean) || target;
    row.scrollIntoView({ block: row.offsetHeight > innerHeight ? "start" : "center" });
    focusable.focus({ preventScroll: true });
  }
  window.addEventListener("hashchange", lead);
  // The same link pressed twice changes no hash.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.('.findings a[href^="#"]') && event.target.closest("a").hash === location.hash) {
      lead();
    }
  });
  window.addEventListener("load", lead);
}

// The button of the confirmation says the moment that is chosen.
function nameMoment() {
  const field = document.querySelector("[data-moment-zone]");
  const button = field?.form.querySelector("button[type=submit]");
  if (!button) {
    return;
  }
  const day = new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  field.addEventListener("input", () => {
    const at = new Date(field.value);
    const isMoment = !Number.isNaN(at.getTime());
    const clock = field.value.slice(11, 16).replace(":", ".");
    button.textContent = isMoment ? `Jadwalkan ${day.format(at)}, ${clock} ${field.dataset.momentZone}` : "Jadwalkan";
  });
}

// The browser's own button speaks the browser's language, so the input has one of ours in front of it.
function nameFileInputs() {
  for (const input of document.querySelectorAll("input[type=file]")) {
    const button = document.createElement("label");
    const chosen = document.createElement("span");
    button.className = "button file-button";
    button.htmlFor = input.id;
    button.textContent = input.multiple ? "Pilih berkas (boleh beberapa)…" : "Pilih berkas…";
    chosen.className = "file-chosen";
    chosen.setAttribute("role", "status");
    input.classList.add("file-own");
    input.after(button, chosen);
    const tell = () => {
      const names = [...input.files].map((file) => file.name);
      chosen.textContent = names.length > 3 ? `${names.length} berkas dipilih` : names.join(", ");
    };
    // What is sent at once is taken out of its input by then.
    input.addEventListener("change", () => setTimeout(tell));
    input.addEventListener("input", tell);
  }
}

prepareEditor();
document.addEventListener("prose-editor:ready", () => {
  nameEditors();
  new MutationObserver(nameParts).observe(document.body, { childList: true, subtree: true });
});
// Django starts its pickers in a callback of the same kind, which was registered before.
window.django?.jQuery?.(() => {
  namePickers();
  window.django.jQuery(document).on("select2:open", nameSearches);
});
document.addEventListener("formset:added", namePickers);
labelCells();
nameFileInputs();
warnOfUnsavedText();
leadToFields();
nameMoment();
