// What every public page does with a script: suggestions under a search box, photos large, words to take along.
// One file, so that a page waits for one. Without it the box is a form, photos open by their links, the text edition
// holds the words, and what needs a script stays hidden.
"use strict";

// Suggestions, after the combobox pattern of WAI-ARIA.
const WAIT_MS = 150;

function attach(input) {
  const form = input.form;
  const list = document.createElement("ul");
  const status = document.createElement("p");
  let waiting, asked, chosen = -1;

  list.id = `${input.id}-saran`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Saran pencarian");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  form.append(list, status);
  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  Object.keys(roles).forEach((name) => input.setAttribute(name, roles[name]));

  function choose(place) {
    chosen = place;
    Array.from(list.children).forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === place));
    });
    if (place < 0) {
      input.removeAttribute("aria-activedescendant");
    } else {
      input.setAttribute("aria-activedescendant", list.children[place].id);
      list.children[place].scrollIntoView({ block: "nearest" });
    }
  }

  function show(found) {
    list.textContent = "";
    found.forEach((one, number) => {
      const option = document.createElement("li");
      const kind = document.createElement("span");
      option.id = `${list.id}-${number}`;
      option.dataset.address = one.alamat;
      option.setAttribute("role", "option");
      option.append(`${one.teks} `);
      kind.className = "suggestions__kind";
      kind.textContent = one.jenis;
      option.append(kind);
      list.append(option);
    });
    choose(-1);
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!!found.length));
    status.textContent = found.length ? `${found.length} saran. Pilih dengan panah atas dan bawah.` : "";
  }

  function close() {
    clearTimeout(waiting);
    if (asked) { asked.abort(); }
    show([]);
  }

  async function ask() {
    const words = input.value.trim();
    if (asked) { asked.abort(); }
    if (words.length < 2) { return show([]); }
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(words)}`, { signal: asked.signal });
      const found = answer.ok ? (await answer.json()).saran : [];
      if (words === input.value.trim() && document.activeElement === input) { show(found); }
    } catch {
      // Overtaken by the next letter, or offline: the form goes on working.
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!count) { return; }
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place more than there are options: the box itself.
      choose((chosen + 1 + step + count + 1) % (count + 1) - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.href = list.children[chosen].dataset.address;
    } else if (event.key === "Escape" && count) {
      event.preventDefault();
      close();
    }
  });
  // The box keeps the focus while an option is pressed.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) { location.href = option.dataset.address; }
  });
  input.addEventListener("blur", close);
}

for (const form of document.querySelectorAll("form[data-suggest]")) {
  const input = form.elements.q;
  input.addEventListener("focus", () => attach(input), { once: true });
  if (document.activeElement === input) { input.dispatchEvent(new Event("focus")); }
}

// Photos, one after another.
const photos = [...document.querySelectorAll("a[data-photo]")];

function make(name, className, words) {
  const element = document.createElement(name);
  element.className = className;
  if (words) {
    element.textContent = words;
  }
  return element;
}

function button(className, words, press) {
  const made = make("button", className, words);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}

function gallery() {
  const dialog = make("dialog", "viewer");
  const image = make("img", "viewer__image");
  const caption = make("p", "viewer__caption");
  const count = make("p", "viewer__count");
  let shown = 0;

  function show(number) {
    shown = (number + photos.length) % photos.length;
    const link = photos[shown];
    const figure = link.closest("figure");
    image.src = link.href;
    image.alt = link.querySelector("img").alt;
    caption.textContent = figure.querySelector("figcaption")?.innerText || "";
    count.textContent = photos.length > 1 ? `Foto ${shown + 1} dari ${photos.length}` : "";
  }

  const bar = make("div", "viewer__bar");
  bar.append(count, button("button button--quiet", "Tutup", () => dialog.close()));
  const words = make("div", "viewer__words");
  words.setAttribute("aria-live", "polite");
  words.append(caption);
  dialog.append(bar, image, words);
  if (photos.length > 1) {
    const steps = make("div", "viewer__steps");
    steps.append(
      button("button button--quiet", "Sebelumnya", () => show(shown - 1)),
      button("button button--quiet", "Berikutnya", () => show(shown + 1)),
    );
    dialog.append(steps);
    dialog.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (step) {
        event.preventDefault();
        show(shown + step);
      }
    });
  }
  dialog.setAttribute("aria-label", "Foto berita");
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => {
    image.removeAttribute("src");
    photos[shown].focus();
  });
  document.body.append(dialog);
  photos.forEach((link, number) => {
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      show(number);
      dialog.showModal();
    });
  });
}

if (photos.length && "HTMLDialogElement" in window) {
  gallery();
}

function textToCopy(copier) {
  if (copier.dataset.copyText) {
    return copier.dataset.copyText;
  }
  const title = document.querySelector("h1").innerText;
  const text = document.getElementById(copier.dataset.copy).innerText;
  return `${title}\n\n${text}\n\nSumber: ${document.querySelector("link[rel=canonical]").href}\n`;
}

for (const copier of document.querySelectorAll("[data-copy], [data-copy-text]")) {
  const words = copier.textContent;
  copier.hidden = !navigator.clipboard;
  copier.setAttribute("aria-live", "polite");
  copier.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(textToCopy(copier));
      copier.textContent = "Tersalin";
    } catch {
      copier.textContent = "Tidak dapat menyalin";
    }
    setTimeout(() => { copier.textContent = words; }, 3000);
  });
}

for (const printer of document.querySelectorAll("[data-print]")) {
  printer.hidden = false;
  printer.addEventListener("click", () => window.print());
}

// Paper unfolds nothing, so the long lists go onto it whole.
window.addEventListener("beforeprint", () => {
  document.querySelectorAll("details.more:not(.origin)").forEach((one) => { one.open = true; });
});

// The sentence that is selected when the link is pressed goes along to the form.
for (const link of document.querySelectorAll("[data-report]")) {
  const address = link.href;
  let selected = "";
  document.addEventListener("selectionchange", () => {
    const words = String(document.getSelection()).trim();
    // The press itself ends the selection.
    selected = words || (document.activeElement === link ? selected : "");
    link.href = selected ? `${address}?kutipan=${encodeURIComponent(selected.slice(0, 500))}` : address;
  });
}
