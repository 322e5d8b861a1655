// "Tempel rilis" works without this file; it keeps the state of the screen, answers many offers at once,
// shows source and form as tabs on a phone, takes photos and looks up names. naskah.js comes before it.
"use strict";

const KEEP_MS = 4000;
const WAIT_MS = 250;
const form = document.getElementById("reading");

const offers = () => [...form.querySelectorAll(".offer")];
// An offer's own radio buttons; those of a new person's post inside it bear another name.
const radios = (offer) => [...offer.querySelectorAll('input[type="radio"]')]
  .filter((radio) => `usul-${radio.name}` === offer.id);
const chosen = (offer) => radios(offer).find((radio) => radio.checked);

// "Another one" says nothing before it names one: by the key in brackets, or by a name that only one on file bears.
function isDecided(offer) {
  const radio = chosen(offer);
  if (radio?.value !== "other") {
    return Boolean(radio);
  }
  const input = offer.querySelector(".other input");
  const words = input.value.trim();
  return Boolean(words) && (!input.dataset.lookUp || /\[[\w-]+\]$/.test(words) || words === input.dataset.found);
}

// What stands in the box for something else, where that is chosen.
function written(offer, radio) {
  const box = radio.value === "other" && offer.querySelector(".other input");
  return box?.type === "date" && box.value ? box.valueAsDate.toLocaleDateString("id-ID", { dateStyle: "long", timeZone: "UTC" }) : box?.value;
}

// Shows on the offer itself what was chosen.
function tell(offer) {
  const radio = chosen(offer);
  offer.classList.toggle("is-open", !isDecided(offer));
  offer.classList.toggle("is-rejected", radio?.value === "none");
  const picked = offer.querySelector(".picked");
  if (picked && radio) {
    picked.textContent = written(offer, radio) || radio.nextElementSibling.firstChild.textContent.trim();
    const by = offer.querySelector(".chosen-by");
    by.textContent = radio.value === offer.dataset.preset ? by.dataset.presetBy : by.dataset.otherBy;
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
  return Boolean(radio);
}

function count() {
  const shown = document.getElementById("open-count");
  if (shown) {
    const heading = shown.closest("section");
    shown.textContent = [...heading.querySelectorAll(".offer")].filter((offer) => !isDecided(offer)).length;
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

const TOLD = {
  sure: (number) => `${number} usulan yang pasti diterima.`,
  new: (number) => `${number} yang belum dikenal akan dibuat baru.`,
  spelling: (number) => `${number} ejaan yang jelas diperbaiki.`,
};

function press(name) {
  let number = 0;
  for (const offer of offers()) {
    const value = PRESS[name](offer);
    if (value !== null && choose(offer, value)) {
      number += 1;
    }
  }
  form.querySelector(`[data-told="${name}"]`).textContent = TOLD[name](number);
  count();
}

// What was typed, counted; how far of it was sent and has arrived. The rest lives in this page alone.
let typed = 0;
let sent = 0;
let arrived = 0;
let bytesUnderWay = 0;
let underWay = null;
let isKept = false;
const isTouched = () => typed > arrived;

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

// Answers that stay the same however often it is sent.
const FOR_GOOD = [400, 413, 415];
const REFUSED = "refused";
// Of a copy that was saved or thrown away in another tab; 404 where it has gone altogether.
const ENDED = [404, 410];
let isEnded = false;

async function send(url, data, options = {}) {
  let response = await fetch(url, { method: "POST", body: data, ...options });
  if (response.status === 403) {
    await renewToken();
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    response = await fetch(url, { method: "POST", body: data, ...options });
  }
  if (ENDED.includes(response.status)) {
    tellEnded(response.status === 410 ? await response.json() : null);
  }
  if (!response.ok) {
    throw new Error(FOR_GOOD.includes(response.status) ? REFUSED : "server");
  }
  if (response.redirected) {
    throw new Error("not logged in");
  }
  return response;
}

// Puts what another tab wrote into a field of this page.
function put(name, value) {
  for (const input of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
    if (input.type === "radio") {
      input.checked = input.value === value;
    } else if (input.type === "checkbox") {
      input.checked = Boolean(value);
    } else {
      input.value = value;
    }
    const offer = input.closest(".offer");
    if (offer) {
      tell(offer);
    }
  }
}

// The server told what it has now. What another tab changed comes into this page, unless somebody has been at that
// very field since: then this page goes on knowing what it showed before, and the server sees that both changed it.
function takeMerged({ known, elsewhere, told, overtaken }, data) {
  if (!known) {
    return;
  }
  const before = JSON.parse(form.elements.known.value);
  const now = fields();
  for (const [name, value] of Object.entries(elsewhere)) {
    if ((now.get(name) ?? "") === (data.get(name) ?? "")) {
      put(name, value);
    } else {
      known[name] = before[name];
    }
  }
  form.elements.known.value = JSON.stringify(known);
  document.getElementById("overtaken").innerHTML = overtaken;
  if (told) {
    document.getElementById("elsewhere").textContent = told;
    count();
  }
}

const waitsForChoice = () => document.getElementById("overtaken").childElementCount > 0;

function tellKept({ changes }) {
  document.getElementById("kept-at").textContent = `Tersimpan pukul ${new Date().toTimeString().slice(0, 5).replace(":", ".")}`;
  document.getElementById("lost").hidden = true;
  if (changes) {
    document.getElementById("changes").innerHTML = changes;
  }
}

// Nothing that is typed from now on has a place to go, so waiting helps nobody.
function tellEnded(way) {
  isEnded = true;
  if (way) {
    const link = document.getElementById("ended-link");
    document.getElementById("ended-told").textContent = way.told;
    link.textContent = way.label;
    link.href = way.url;
  }
  document.getElementById("kept-at").textContent = "Tidak tersimpan";
  document.getElementById("lost").hidden = true;
  document.getElementById("ended").hidden = false;
}

function tellLost() {
  if (isEnded) {
    return;
  }
  document.getElementById("kept-at").textContent = "Belum tersimpan";
  document.getElementById("lost").hidden = false;
}

// A page that is left may send 64 KB more, all its requests together.
const MOST_WHEN_LEAVING = 50000;
const BYTES_AROUND_A_FIELD = 160;
const SCREEN = newName();
let turn = 0;

function bytesOf(data) {
  const words = new TextEncoder();
  return [...data].reduce((sum, [name, value]) => sum + BYTES_AROUND_A_FIELD + words.encode(name + value).length, 0);
}

// Each state is numbered: the server keeps none that a newer one of this page has overtaken on the way.
async function sendState() {
  const data = fields();
  const upTo = typed;
  const bytes = bytesOf(data);
  data.set("screen", SCREEN);
  turn += 1;
  data.set("turn", turn);
  sent = upTo;
  bytesUnderWay += bytes;
  try {
    const response = await send(form.dataset.state, data, { keepalive: bytesUnderWay <= MOST_WHEN_LEAVING });
    const answer = await response.json();
    arrived = Math.max(arrived, upTo);
    takeMerged(answer, data);
    tellKept(answer);
    return true;
  } catch {
    sent = arrived;
    if (upTo > arrived) {
      tellLost();
    }
    return false;
  } finally {
    bytesUnderWay -= bytes;
  }
}

// One state is under way at a time; what is typed meanwhile goes with the next. Says whether it has arrived.
function keep() {
  if (isEnded) {
    return Promise.resolve(false);
  }
  underWay ??= (isTouched() ? sendState() : Promise.resolve(true)).finally(() => { underWay = null; });
  return underWay;
}

// Whoever leaves does not wait for the one that is under way.
function keepLeaving() {
  if (typed > sent && !isEnded) {
    sendState();
  }
}

const isUnsent = () => isTouched() || waiting.length > 0;

async function sendAll() {
  while (isUnsent()) {
    if (!(await stagePhotos()) || !(await keep())) {
      return false;
    }
  }
  return true;
}

// The form goes only when the server has every word: a log-in that has expired would swallow them.
async function whenSubmitted(event) {
  // Enter in a line: the state is kept, and the page, its place and the focus stay.
  if ("enter" in (event.submitter?.dataset ?? {})) {
    event.preventDefault();
    keep();
    return;
  }
  if (isKept || (!isUnsent() && !isEnded)) {
    return;
  }
  event.preventDefault();
  const { submitter } = event;
  const isThere = !isEnded && (await sendAll());
  if (isThere && submitter?.name === "_save" && waitsForChoice()) {
    document.getElementById("overtaken").focus();
  } else if (isThere) {
    isKept = true;
    form.requestSubmit(submitter);
  } else {
    document.getElementById(isEnded ? "ended" : "lost").focus();
  }
}

// Asks only where something would be lost: what did not get through, what is too long to be sent on the way out,
// and photos.
function whenLeaving(event) {
  const isStuck = isTouched() && (isEnded || !document.getElementById("lost").hidden);
  const bytes = bytesUnderWay + (typed > sent ? bytesOf(fields()) : 0);
  if (isStuck || (isTouched() && bytes > MOST_WHEN_LEAVING) || waiting.length) {
    event.preventDefault();
  }
}

// Photos that were chosen or dropped wait here until the server has them; each is sent by itself, so that one that
// is refused holds up no other.
const waiting = [];
let staging = null;

function takePhotos(files) {
  waiting.push(...files);
  stagePhotos();
}

// Says whether none waits any more.
function stagePhotos() {
  staging ??= (waiting.length ? stageWaiting() : Promise.resolve(true)).finally(() => { staging = null; });
  return staging;
}

async function stageWaiting() {
  const help = document.querySelector("#drop .help");
  document.querySelectorAll(".photo-problem").forEach((problem) => problem.remove());
  help.textContent = "Mengunggah…";
  let isGone = await keep();
  while (isGone && waiting.length) {
    isGone = await stageFirst();
  }
  if (!isGone) {
    tellLost();
    help.textContent = isEnded ? "Foto tidak dikirim." : "Foto dikirim lagi begitu bisa.";
  } else if (document.querySelector(".photo-problem")) {
    help.textContent = "Ada foto yang tidak dapat diterima; alasannya tertulis di atas. Yang lain tersimpan.";
  } else {
    help.textContent = "Foto tersimpan.";
  }
  return isGone;
}

// One that cannot be sent now stays first in the line.
async function stageFirst() {
  const [file] = waiting;
  const data = new FormData();
  data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    data.append("photos", new Blob([await file.arrayBuffer()], { type: file.type }), file.name);
  } catch {
    tellProblem(`${file.name}: tidak dapat dibaca dari komputer ini. Pilih lagi berkasnya.`);
    waiting.shift();
    return true;
  }
  try {
    const response = await send(form.dataset.photos, data);
    addPhotos(await response.text());
  } catch (error) {
    if (error.message !== REFUSED) {
      return false;
    }
    tellProblem(`${file.name}: tidak dapat diterima. Pilih yang lain.`);
  }
  waiting.shift();
  if (!isTouched()) {
    tellKept({});
  }
  return true;
}

// Photos that are on the page already stay as they are, with what was typed beside them.
function addPhotos(html) {
  const shown = document.getElementById("photos");
  const told = new DOMParser().parseFromString(html, "text/html");
  told.querySelectorAll(".photo-problem").forEach((problem) => tellProblem(problem.textContent));
  const added = [...told.querySelectorAll(".staged")].filter((photo) => !document.getElementById(photo.id));
  shown.append(...added);
}

function tellProblem(words) {
  const problem = document.createElement("p");
  problem.className = "error photo-problem";
  problem.setAttribute("role", "alert");
  problem.textContent = words;
  document.getElementById("photos").prepend(problem);
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
      const words = query.get("q").trim();
      const named = found.filter(({ name }) => name.toLowerCase() === words.toLowerCase());
      input.dataset.found = named.length === 1 ? words : "";
      tell(input.closest(".offer"));
      count();
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
  typed += 1;
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

function takeCredit(button) {
  const field = document.getElementById(`id_photo-${button.value}-credit`);
  field.value = button.dataset.credit;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function whenPressed(event) {
  const button = event.target.closest("button");
  if (button?.dataset.credit) {
    event.preventDefault();
    takeCredit(button);
  } else if (button?.dataset.press) {
    event.preventDefault();
    press(button.dataset.press);
    typed += 1;
  } else if (button?.dataset.tab) {
    showTab(button.dataset.tab);
  } else if (button?.dataset.ask && !window.confirm(button.dataset.ask)) {
    event.preventDefault();
  }
  goTo(event);
}

// Typed before this script came, or put back by the browser: not what the page was served with.
function isChanged(field) {
  if (field.type === "radio" || field.type === "checkbox") {
    return field.checked !== field.defaultChecked;
  }
  return !["file", "hidden"].includes(field.type) && "defaultValue" in field && field.value !== field.defaultValue;
}

function startScreen() {
  typed += [...form.elements].some(isChanged) ? 1 : 0;
  form.addEventListener("input", whenAnswered);
  form.addEventListener("click", whenPressed);
  form.addEventListener("submit", whenSubmitted);
  document.getElementById("tabs").hidden = false;
  form.classList.add("has-tabs");
  showTab("form");
  form.querySelectorAll("[data-look-up]:is(input)").forEach(lookUp);
  offers().forEach((offer) => showFix(offer, chosen(offer)));
  const input = document.getElementById("id_photos");
  input.addEventListener("change", () => {
    takePhotos([...input.files]);
    input.value = "";
  });
  takeDrops(takePhotos);
  setInterval(() => keep().then(stagePhotos), KEEP_MS);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? keepLeaving() : keep()));
  window.addEventListener("pagehide", keepLeaving);
  window.addEventListener("beforeunload", whenLeaving);
  window.addEventListener("pageshow", () => { isKept = false; });
}

dropArrived(form);
startScreen();
