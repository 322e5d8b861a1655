// Suggestions under every search box, after the combobox pattern of WAI-ARIA. Without a script the box is a form.
"use strict";

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
