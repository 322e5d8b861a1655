// Keeps what is typed in a form: in this browser within seconds, on the server every twenty, and says who else
// has the record open. Without this file the form works and only saving keeps anything. What is not needed any
// more is dropped by sisa.js.
"use strict";

const SERVER_MS = 20000;
const BROWSER_MS = 1500;
const STAYING_MS = 30000;

const panel = document.getElementById("kept");
const form = panel && panel.closest("form");

function newTab() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A form that was not saved comes back as the same tab: else it would meet itself, and offer what stands in it.
const tab = form ? panel.dataset.tab || newTab() : "";
// Each tab keeps its own, so that two of them on one page do not write over each other.
const storeStart = form ? `${STORE}${panel.dataset.account}:${location.pathname}#` : "";
const storeKey = storeStart + tab;
let isTyped = false;
let asOpened = "";
let isWaiting = false;
let isLeaving = false;
let browserTimer = 0;

function token() {
  return form.querySelector("[name=csrfmiddlewaretoken]");
}

function content() {
  const data = new FormData(form);
  for (const [name, value] of [...data.entries()]) {
    if (value instanceof File) {
      data.delete(name);
    }
  }
  data.set("_key", panel.dataset.key);
  data.set("_tab", tab);
  data.set("_opened", panel.dataset.opened);
  if (isTyped) {
    data.set("_typed", "1");
  }
  return data;
}

// The browser's own copy ---------------------------------------------------------------------------

// Whoever is asked whether to leave may stay: then keeping goes on.
function leave() {
  isLeaving = true;
  setTimeout(() => { isLeaving = false; }, STAYING_MS);
}

function keepInBrowser() {
  if (isLeaving) {
    return true;
  }
  const fields = [...content().entries()].filter(([name]) => !name.startsWith("_") && name !== "csrfmiddlewaretoken");
  try {
    localStorage.setItem(storeKey, JSON.stringify({ tab, at: Date.now(), opened: Number(panel.dataset.opened), fields }));
    return true;
  } catch {
    return false;
  }
}

function read(key) {
  try {
    return { key, ...JSON.parse(localStorage.getItem(key) || "null") };
  } catch {
    return { key };
  }
}

// What tabs left behind that are open no more; each holds a lock of its name as long as it is.
async function keptInBrowser() {
  const locks = navigator.locks ? (await navigator.locks.query()).held : [];
  const open = new Set(locks.map((lock) => lock.name));
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(storeStart) && !open.has(key));
  return keys.map(read).filter((kept) => kept.fields && kept.fields.length);
}

function dropFromBrowser(key = storeKey) {
  try {
    localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}

function leaveAtLogOut() {
  const logOut = document.getElementById("logout-form");
  if (logOut) {
    logOut.addEventListener("submit", () => {
      onHiding();
      leave();
      dropAll();
    });
  }
}

// What is said ---------------------------------------------------------------------------------------

function line(kind, ...parts) {
  let shown = panel.querySelector(`.kept-${kind}`);
  if (!parts.length) {
    if (shown) {
      shown.remove();
    }
    return;
  }
  if (!shown) {
    shown = document.createElement("p");
    shown.className = `kept-line kept-${kind}`;
    panel.append(shown);
  }
  const words = parts.map((part) => (typeof part === "string" ? part : part.textContent)).join("");
  if (shown.textContent !== words) {
    shown.replaceChildren(...parts);
  }
}

function link(text, href, isNewTab) {
  const made = document.createElement("a");
  made.textContent = text;
  made.href = href;
  if (isNewTab) {
    made.target = "_blank";
  }
  return made;
}

function button(text, action) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button quiet";
  made.textContent = text;
  made.addEventListener("click", action);
  return made;
}

function clock(at) {
  return new Date(at).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
}

function tell(answer) {
  line("trouble");
  if (isTyped) {
    line("saved", `Salinan kerja tersimpan pukul ${clock(Date.now())}. Belum disimpan ke data ini.`);
  }
  if (answer.others.length) {
    line("others", `Sedang dibuka juga oleh: ${[...new Set(answer.others)].join(", ")}.`);
  } else {
    line("others");
  }
  if (answer.version > Number(panel.dataset.version)) {
    line("newer", "Data ini baru saja disimpan dari halaman lain. Bila Anda menyimpan, perbedaannya ditunjukkan lebih dahulu; isian Anda tidak hilang.");
  }
}

// A page on which nothing was typed has nothing to keep: leaving it while it asks is no trouble worth an offer.
function tellTrouble(...parts) {
  line("saved");
  if (!isTyped) {
    line("trouble", ...parts);
    return;
  }
  const where = keepInBrowser() ? "Isian Anda disimpan di peramban ini." : "Salin isian Anda ke tempat lain: peramban ini tidak dapat menyimpannya.";
  line("trouble", ...parts, " ", where);
}

// The server's copy ----------------------------------------------------------------------------------

function ask(body) {
  const method = body ? "POST" : "GET";
  return fetch(panel.dataset.copyUrl, { method, body, redirect: "manual", credentials: "same-origin" });
}

// A log-in in another tab makes the form's token old: then it takes the new one, and sends once more.
async function send(data) {
  let response = await ask(data);
  if (response.status === 403) {
    const fresh = await ask();
    if (fresh.ok) {
      token().value = (await fresh.json()).token;
      data.set("csrfmiddlewaretoken", token().value);
      response = await ask(data);
    }
  }
  if (response.type === "opaqueredirect" || response.status === 403) {
    throw new Error("login");
  }
  if (response.status === 409) {
    throw new Error("void");
  }
  if (!response.ok) {
    throw new Error("server");
  }
  return response.json();
}

async function keepOnServer() {
  if (isWaiting || isLeaving || (!isTyped && !panel.dataset.key)) {
    return;
  }
  isWaiting = true;
  try {
    tell(await send(content()));
  } catch (error) {
    if (error.message === "login") {
      tellTrouble("Sesi Anda sudah berakhir. ", link("Masuk lagi di tab baru", "/admin/login/", true), ", lalu lanjutkan di sini.");
    } else if (error.message === "void") {
      isLeaving = true;
      dropFromBrowser();
      line("trouble", "Sebagian isi data ini dihapus Administrator sejak halaman ini dibuka. Muat ulang halaman ini; isian di tab ini tidak disimpan lagi.");
    } else {
      tellTrouble(error.message === "server" ? "Server tidak dapat menyimpan salinan kerja." : "Jaringan terputus.");
    }
  } finally {
    isWaiting = false;
  }
}

// The text editor tidies its content as it starts: that is nobody's typing.
function written() {
  return JSON.stringify([...content().entries()].filter(([name]) => !name.startsWith("_") && name !== "csrfmiddlewaretoken"));
}

function onTyping() {
  if (!isTyped && written() === asOpened) {
    return;
  }
  isTyped = true;
  clearTimeout(browserTimer);
  browserTimer = setTimeout(keepInBrowser, BROWSER_MS);
}

function onHiding() {
  if (isTyped && !isLeaving) {
    keepInBrowser();
    navigator.sendBeacon(panel.dataset.copyUrl, content());
  }
}

function onGoing() {
  if (isTyped && !isLeaving) {
    keepInBrowser();
  }
  if (!isLeaving && (isTyped || panel.dataset.key)) {
    const data = content();
    data.set("_gone", "1");
    navigator.sendBeacon(panel.dataset.copyUrl, data);
  }
}

function onSubmit() {
  if (isTyped) {
    keepInBrowser();
  }
  leave();
}

// The page's last words reach the server within seconds; then one offer of them is enough.
function isOffered(kept) {
  const copy = document.querySelector(`.kept-offer[data-tab="${CSS.escape(kept.tab)}"]`);
  return Boolean(copy) && Number(copy.dataset.savedAt) * 1000 > kept.at - SERVER_MS / 4;
}

async function offerFromBrowser() {
  if ("isLaidIn" in panel.dataset) {
    return;
  }
  for (const kept of await keptInBrowser()) {
    if (Number(panel.dataset.void || 0) > kept.opened) {
      dropFromBrowser(kept.key);
    } else if (!isOffered(kept)) {
      offer(kept);
    }
  }
}

function offer(kept) {
  const shown = document.createElement("p");
  const open = button("Buka dan bandingkan", async () => {
    const data = new FormData();
    kept.fields.forEach(([name, value]) => data.append(name, value));
    data.set("csrfmiddlewaretoken", token().value);
    data.set("_key", panel.dataset.key);
    data.set("_tab", kept.tab);
    data.set("_opened", kept.opened);
    data.set("_typed", "1");
    data.set("_gone", "1");
    try {
      const answer = await send(data);
      dropFromBrowser(kept.key);
      location.search = `?salinan=${answer.copy}`;
    } catch {
      line("trouble", "Isian itu belum dapat dibuka: server tidak menjawab. Coba lagi nanti.");
    }
  });
  const drop = button("Buang", () => { dropFromBrowser(kept.key); shown.remove(); });
  const day = new Date(kept.at).toLocaleDateString("id-ID", { day: "numeric", month: "long" });
  shown.className = "kept-line kept-found";
  shown.append(`Ada isian yang belum disimpan di peramban ini, dari ${day} pukul ${clock(kept.at)}. `, open, " ", drop);
  panel.append(shown);
}

if (form) {
  leaveAtLogOut();
  form.querySelector("[name=_tab]").value = tab;
  isTyped = "isTyped" in panel.dataset;
  asOpened = written();
  document.addEventListener("prose-editor:ready", () => { asOpened = isTyped ? asOpened : written(); });
  offerFromBrowser();
  if (navigator.locks) {
    navigator.locks.request(storeKey, () => new Promise(() => {}));
  }
  form.addEventListener("input", onTyping);
  form.addEventListener("change", onTyping);
  form.addEventListener("submit", onSubmit);
  // Pickers and the rows of an inline change without an input event.
  if (window.django && window.django.jQuery) {
    window.django.jQuery(form).on("change", onTyping);
  }
  document.addEventListener("formset:removed", onTyping);
  window.addEventListener("pagehide", onGoing);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? onHiding() : keepOnServer()));
  keepOnServer();
  setInterval(keepOnServer, SERVER_MS);
}
