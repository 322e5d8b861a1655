// What forms keep in this browser goes once it is saved, and at log-out; from every page of the newsroom, since
// a save and a log-out may lead to any.
"use strict";

const STORE = "kept:";

function keptKeys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(STORE));
  } catch {
    // A browser that keeps nothing has nothing to drop.
    return [];
  }
}

function dropAll() {
  keptKeys().forEach((key) => localStorage.removeItem(key));
}

// The server names the tab whose form it has just saved.
function dropSaved() {
  const saved = document.cookie.split("; ").find((part) => part.startsWith("kept="));
  if (!saved) {
    return;
  }
  document.cookie = "kept=; max-age=0; path=/admin/";
  const tab = decodeURIComponent(saved.slice("kept=".length));
  keptKeys().filter((key) => key.endsWith(`#${tab}`)).forEach((key) => localStorage.removeItem(key));
}

dropSaved();
if (document.getElementById("logout-form")) {
  document.getElementById("logout-form").addEventListener("submit", dropAll);
}
