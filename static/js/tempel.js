// "Tempel rilis" works without this file; it keeps the state of the screen, answers many offers at once,
// shows source and form as tabs on a phone, takes dropped files and looks up names.
"use strict";

const KEEP_MS = 4000;
const WAIT_MS = 250;
const form = document.getElementById("reading");

// Files dropped on the page go into the nearest file input.
function takeDrops(input, taken) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length) {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      taken();
    }
  });
}

const offers = () => [...form.querySelectorAll(".offer")];
// An offer's own radio buttons; those of a new person's post inside it bear another name.
const radios = (offer) => [...offer.querySelectorAll('input[type="radio"]')]
  .filter((radio) => `usul-${radio.name}` === offer.id);
const chosen = (offer) => radios(offer).find((radio) => radio.checked);

// Shows on the offer itself what was chosen.
function tell(offer) {
  const radio = chosen(offer);
  offer.classList.toggle("is-open", !radio);
  offer.classList.toggle("is-rejected", radio?.value === "none");
  const picked = offer.querySelector(".picked");
  if (picked && radio) {
    picked.textContent = radio.nextElementSibling.firstChild.textContent.trim();
  }
  showFix(offer, radio);
}

// The word that a misspelt one becomes stands beside it in the source, which itself stays as it arrived.
function showFix(offer, radio) {
  if (offer.dataset.kind !== "spelling") {
    return;
  }
  for (const mark of document.querySelectorAll(`.source-text a[href="#${offer.id}"]`)) {
    if (radio && !["none", "other"].includes(radio.value)) {
      mark.dataset.fix = radio.value;
    } else {
      delete mark.dataset.fix;
    }
  }
}

function choose(offer, value) {
  const radio = radios(offer).find((one) => one.value === value);
  if (radio) {
    radio.checked = true;
    tell(offer);
  }
}

function count() {
  const shown = document.getElementById("open-count");
  if (shown) {
    const heading = shown.closest("section");
    shown.textContent = [...heading.querySelectorAll(".offer")].filter((offer) => !chosen(offer)).length;
  }
  countUnknown();
}

// The button keeps its place, and with it the focus, when nothing is left to make.
function countUnknown() {
  const button = form.querySelector('[data-press="new"]');
  if (button) {
    const left = offers().filter((offer) => PRESS.new(offer) && radios(offer).some((radio) => radio.value === "new"));
    button.textContent = left.length ? `Buat baru ${left.length} yang belum dikenal` : "Semua yang belum dikenal sudah diputuskan";
    button.setAttribute("aria-disabled", String(!left.length));
  }
}

// What each button for many offers chooses: the value, or null for an offer that is none of its own.
const PRESS = {
  sure: (offer) => (chosen(offer) ? null : offer.dataset.preset || null),
  new: (offer) => ("unknown" in offer.dataset && !chosen(offer) ? "new" : null),
  spelling: (offer) => (chosen(offer) ? null : offer.dataset.clear || null),
};

function press(name) {
  for (const offer of offers()) {
    const value = PRESS[name](offer);
    if (value !== null) {
      choose(offer, value);
    }
  }
  count();
}

// What was typed since the last answer of the server: it lives in this page alone.
let isTouched = false;
let isSending = false;
let isKept = false;

function fields() {
  const data = new FormData(form);
  data.delete("photos");
  return data;
}

// Logging in again in another tab voids this page's token; a fresh copy of the page has one that holds.
async function renewToken() {
  const response = await fetch(window.location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  const token = fresh.querySelector("#reading [name=csrfmiddlewaretoken]");
  if (!token) {
    throw new Error("not logged in");
  }
  form.elements.csrfmiddlewaretoken.value = token.value;
}

const REFUSED = "refused";

async function send(url, data, options = {}) {
  let response = await fetch(url, { method: "POST", body: data, ...options });
  if (response.status === 403) {
    await renewToken();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    response = await fetch(url, { method: "POST", body: data });
  }
  if (!response.ok) {
    throw new Error(REFUSED);
  }
  if (response.redirected) {
    throw new Error("not logged in");
  }
  return response;
}

function tellKept({ changes }) {
  document.getElementById("kept-at").textContent = `Tersimpan pukul ${new Date().toTimeString().slice(0, 5).replace(":", ".")}`;
  document.getElementById("lost").hidden = true;
  if (changes) {
    document.getElementById("changes").innerHTML = changes;
  }
}

function tellLost() {
  document.getElementById("kept-at").textContent = "Belum tersimpan";
  document.getElementById("lost").hidden = false;
}

async function keep(options) {
  if (!isTouched || isSending) {
    return;
  }
  isTouched = false;
  isSending = true;
  try {
    const response = await send(form.dataset.state, fields(), options);
    tellKept(await response.json());
    stagePhotos(document.getElementById("id_photos"));
  } catch {
    isTouched = true;
    tellLost();
  }
  isSending = false;
}

// A page that is left may send 64 KB more; letters may take three bytes each.
const MOST_WHEN_LEAVING = 20000;
const keepLeaving = () => keep({ keepalive: true });
const isTooLongToLeave = () => [...fields().values()].join("").length > MOST_WHEN_LEAVING;

// The form goes only when the server has every word: a log-in that has expired would swallow them.
async function whenSubmitted(event) {
  if (isKept || !(isTouched || isSending)) {
    return;
  }
  event.preventDefault();
  const { submitter } = event;
  while (isSending) {
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  await keep();
  if (isTouched) {
    document.getElementById("lost").focus();
  } else {
    isKept = true;
    form.requestSubmit(submitter);
  }
}

function whenLeaving(event) {
  if (isTouched && (!document.getElementById("lost").hidden || isTooLongToLeave())) {
    event.preventDefault();
  }
}

let isStaging = false;

// Photos that did not get through stay in their field, and go with what is kept next.
async function stagePhotos(input) {
  if (!input.files.length || isStaging) {
    return;
  }
  const data = fields();
  for (const file of input.files) {
    data.append("photos", file);
  }
  const help = input.closest(".drop").querySelector(".help");
  help.textContent = "Mengunggah…";
  isStaging = true;
  try {
    const kept = await send(form.dataset.state, fields());
    const response = await send(form.dataset.photos, data);
    tellKept(await kept.json());
    document.getElementById("photos").innerHTML = await response.text();
    input.value = "";
    input.dispatchEvent(new Event("input"));
    help.textContent = "Foto tersimpan.";
  } catch (error) {
    isTouched = isTouched || error.message !== REFUSED;
    if (isTouched) {
      tellLost();
    }
    help.textContent = isTouched ? "Foto dikirim lagi begitu bisa." : "Foto tidak dapat diterima. Pilih yang lain.";
  }
  isStaging = false;
}

function lookUp(input) {
  const list = document.createElement("datalist");
  list.id = `${input.id}-list`;
  input.setAttribute("list", list.id);
  input.after(list);
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const query = new URLSearchParams({ jenis: input.dataset.lookUp, q: input.value });
      if (input.value.length < 2 || input.value.includes("[")) {
        return;
      }
      const response = await fetch(`${form.dataset.lookUp}?${query}`);
      const { found } = await response.json();
      list.replaceChildren(...found.map(({ value, label }) => {
        const option = document.createElement("option");
        option.value = value;
        option.label = label;
        return option;
      }));
    }, WAIT_MS);
  });
}

function showTab(name) {
  form.dataset.tab = name;
  for (const tab of form.querySelectorAll("[data-tab]:is(button)")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
  }
}

// A mark in the source leads to its offer, on whichever tab that is. The address stays: a hash would be
// carried on to the page after saving.
function goTo(event) {
  const mark = event.target.closest("a.mark, .errornote a, .jump a");
  const target = mark && document.getElementById(mark.hash.slice(1));
  if (target) {
    event.preventDefault();
    showTab("form");
    target.scrollIntoView({ block: target.matches(".side") ? "start" : "center" });
    target.focus({ preventScroll: true });
  }
}

function whenAnswered(event) {
  isTouched = true;
  const offer = event.target.closest(".offer");
  if (!offer) {
    return;
  }
  if (event.target.closest(".other") && event.target.value) {
    choose(offer, "other");
  }
  tell(offer);
  count();
}

function whenPressed(event) {
  const button = event.target.closest("button");
  if (button?.dataset.press) {
    event.preventDefault();
    press(button.dataset.press);
    isTouched = true;
  } else if (button?.dataset.tab) {
    showTab(button.dataset.tab);
  } else if (button?.dataset.ask && !window.confirm(button.dataset.ask)) {
    event.preventDefault();
  }
  goTo(event);
}

function startScreen() {
  form.addEventListener("input", whenAnswered);
  form.addEventListener("click", whenPressed);
  form.addEventListener("submit", whenSubmitted);
  document.getElementById("tabs").hidden = false;
  form.classList.add("has-tabs");
  showTab("form");
  form.querySelectorAll("[data-look-up]:is(input)").forEach(lookUp);
  offers().forEach((offer) => showFix(offer, chosen(offer)));
  const input = document.getElementById("id_photos");
  input.addEventListener("change", () => stagePhotos(input));
  takeDrops(input, () => stagePhotos(input));
  setInterval(() => keep(), KEEP_MS);
  document.addEventListener("visibilitychange", () => keep());
  window.addEventListener("pagehide", keepLeaving);
  window.addEventListener("beforeunload", whenLeaving);
  window.addEventListener("pageshow", () => { isKept = false; });
}

// The box to paste into: a log-in that has expired would swallow the text on its way, so this browser keeps it
// until the server has it.
const PASTED = "#tempel";

function storePasted(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // A browser that keeps nothing offers nothing again.
  }
}

function keepPasted(box) {
  const area = box.elements.source_text;
  const key = `${STORE}${box.dataset.account}:${PASTED}`;
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
  box.addEventListener("submit", () => storePasted(key, area.value));
  document.getElementById("forget").addEventListener("click", () => {
    localStorage.removeItem(key);
    area.value = "";
    document.getElementById("again").hidden = true;
    area.focus();
  });
}

if (form) {
  keptKeys().filter((key) => key.endsWith(PASTED)).forEach((key) => localStorage.removeItem(key));
  startScreen();
} else if (document.getElementById("id_files")) {
  if (document.getElementById("again")) {
    keepPasted(document.getElementById("paste-box"));
  }
  const files = document.getElementById("id_files");
  takeDrops(files, () => files.dispatchEvent(new Event("input")));
}
