// Keys that lead somewhere. Those of one letter work only while no field has the focus, and can be turned off.
"use strict";

// Other scripts of the page have names of their own for the like.
{
  const panel = document.getElementById("pintasan");
  const searchBox = document.getElementById("cari-semua");
  const isOn = document.getElementById("pintasan-nyala");
  const SETTING = "pintasan";

  // Some browsers refuse to keep anything; then the keys simply stay on.
  function kept() {
    try {
      return localStorage.getItem(SETTING) !== "mati";
    } catch {
      return true;
    }
  }

  function keep() {
    try {
      localStorage.setItem(SETTING, isOn.checked ? "nyala" : "mati");
    } catch {
      // Until the page is left it is as chosen.
    }
  }

  function isTyping(target) {
    return target.closest?.("input, textarea, select, [contenteditable]:not([contenteditable=false])");
  }

  function focusSearch(event) {
    event.preventDefault();
    searchBox.focus();
    searchBox.select();
  }

  function showPanel() {
    panel.open = !panel.open;
    if (panel.open) {
      panel.querySelector("summary").focus();
      panel.scrollIntoView({ block: "nearest" });
    }
  }

  function answer(event) {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      // The text editor has its own use for it.
      if (!event.target.closest?.("[contenteditable]")) {
        focusSearch(event);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !isOn.checked || isTyping(event.target)) {
      return;
    }
    if (event.key === "/") {
      focusSearch(event);
    } else if (event.key === "?") {
      event.preventDefault();
      showPanel();
    } else {
      panel.querySelector(`a[data-key="${CSS.escape(event.key)}"]`)?.click();
    }
  }

  if (panel && searchBox) {
    panel.hidden = false;
    isOn.checked = kept();
    isOn.addEventListener("change", keep);
    document.addEventListener("keydown", answer);
  }
}
