// An article's page: photos large, one after another, and words to take along. Without a script the photos
// open by their links, and the text stands in the text edition.
"use strict";

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
