// Several photos at once, each by a request of its own with its own progress and its own answer. Without this
// file the page is a plain form.
"use strict";

const AT_ONCE = 2;
const form = document.getElementById("upload");
const input = document.getElementById("id_files");
const list = document.getElementById("uploads");
const told = document.getElementById("upload-told");
const next = document.getElementById("upload-next");
const token = form.querySelector("[name=csrfmiddlewaretoken]");
const waiting = [];
const kept = new Set();
let sending = 0;

function made(tag, className, text = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function rowOf(file) {
  const row = made("li", "upload");
  const words = made("div", "upload-words");
  const name = made("strong", "upload-name", file.name);
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  const state = made("p", "upload-state", "Menunggu giliran");
  words.append(name, bar, state);
  row.append(words);
  list.append(row);
  return { file, row, words, bar, state };
}

function say(upload, kind, ...parts) {
  upload.row.dataset.state = kind;
  upload.state.replaceChildren(...parts);
  upload.bar.hidden = kind !== "sending";
}

function linkTo({ address, name }) {
  const link = made("a", "", name);
  link.href = address;
  return link;
}

function showKept(upload, answer) {
  const picture = made("img", "upload-picture");
  picture.src = answer.thumbnail;
  picture.alt = "";
  upload.row.prepend(picture);
  say(upload, answer.is_new ? "kept" : "known", answer.is_new ? "Tersimpan. " : "Sudah ada: ", linkTo(answer));
  if (answer.warning) {
    upload.words.append(made("p", "upload-warning", answer.warning));
  }
  kept.add(answer.photo);
  next.search = new URLSearchParams([...kept].map((photo) => ["foto", photo]));
  next.parentElement.hidden = false;
}

// What did not arrive can be sent again; what was refused cannot.
function showLost(upload, why) {
  const again = made("button", "button", "Coba lagi");
  again.type = "button";
  again.addEventListener("click", () => {
    waiting.push(upload);
    say(upload, "waiting", "Menunggu giliran");
    work();
  });
  say(upload, "lost", `${why} `, again);
}

async function renewToken() {
  const response = await fetch(form.dataset.token, { redirect: "error" });
  token.value = (await response.json()).token;
}

function sent(upload) {
  const data = new FormData();
  data.append("csrfmiddlewaretoken", token.value);
  data.append("file", upload.file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      upload.bar.value = (loaded / total) * 100;
      if (loaded === total) {
        upload.bar.removeAttribute("value");
        say(upload, "sending", "Diperiksa…");
      }
    });
    request.addEventListener("load", () => resolve(request));
    request.addEventListener("error", () => reject(new Error("lost")));
    request.open("POST", form.dataset.one);
    request.send(data);
  });
}

async function send(upload) {
  if (upload.file.size > Number(form.dataset.mostBytes)) {
    say(upload, "refused", form.dataset.tooLarge);
    return;
  }
  upload.bar.value = 0;
  say(upload, "sending", "Mengunggah…");
  try {
    let request = await sent(upload);
    if (request.status === 403) {
      await renewToken();
      request = await sent(upload);
    }
    if (request.responseURL !== new URL(form.dataset.one, location).href) {
      showLost(upload, "Sesi Anda berakhir. Masuk lagi di tab lain, lalu tekan");
    } else if (request.status === 400) {
      say(upload, "refused", JSON.parse(request.responseText).detail);
    } else if (request.status < 300) {
      showKept(upload, JSON.parse(request.responseText));
    } else {
      showLost(upload, "Server tidak menerimanya.");
    }
  } catch {
    showLost(upload, "Tidak terkirim.");
  }
}

const countOf = (...states) => states.reduce((sum, state) => (
  sum + list.querySelectorAll(`[data-state="${state}"]`).length), 0);

function tell() {
  const left = waiting.length + sending;
  const parts = [
    [left, "belum selesai"],
    [countOf("kept"), "tersimpan"],
    [countOf("known"), "sudah ada"],
    [countOf("refused"), "ditolak"],
    [countOf("lost"), "tidak terkirim"],
  ];
  told.textContent = parts.filter(([count]) => count).map(([count, words]) => `${count} ${words}`).join(", ");
}

async function work() {
  if (sending >= AT_ONCE || !waiting.length) {
    tell();
    return;
  }
  sending += 1;
  tell();
  work();
  await send(waiting.shift());
  sending -= 1;
  work();
}

function take(files) {
  for (const file of files) {
    waiting.push(rowOf(file));
  }
  for (let free = sending; free < AT_ONCE; free += 1) {
    work();
  }
}

function start() {
  document.querySelector(".upload-plain").hidden = true;
  document.querySelector(".upload-drag").hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    document.body.classList.add("is-dragging");
  });
  document.addEventListener("dragleave", ({ relatedTarget }) => {
    document.body.classList.toggle("is-dragging", Boolean(relatedTarget));
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    document.body.classList.remove("is-dragging");
    take([...event.dataTransfer.files]);
  });
  window.addEventListener("beforeunload", (event) => {
    if (sending || waiting.length) {
      event.preventDefault();
    }
  });
}

start();
