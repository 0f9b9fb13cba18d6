// What the pages gain from JavaScript. Everything works without it.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";

const COMPONENTS = [
  Button, CharacterCount, Checkboxes, ErrorSummary, NotificationBanner, PasswordInput, Radios,
  ServiceNavigation, SkipLink,
];
const SHORTCUTS = "footprint.shortcuts";

function start(scope) {
  for (const component of COMPONENTS) createAll(component, undefined, { scope });
}

// --- keyboard shortcuts: [data-shortcut="r"] is pressed, [data-item] is walked with j and k ---

function shortcutsOn() {
  try {
    return localStorage.getItem(SHORTCUTS) !== "off";
  } catch {
    return true; // storage may be blocked; the shortcuts then simply stay on
  }
}

function walk(step) {
  const items = [...document.querySelectorAll("[data-item]")];
  const now = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[Math.min(Math.max(now + step, 0), items.length - 1)];
  const target = next?.querySelector("a, button, summary");
  target?.focus();
  return Boolean(target);
}

function press(key) {
  const target = document.querySelector(`[data-shortcut="${CSS.escape(key)}"]`);
  if (!target) return false;
  if (target.matches("a, button, summary")) {
    if (target.matches("summary")) target.focus(); // so that Tab goes on into what it opens
    target.click();
  } else {
    target.closest("details")?.setAttribute("open", ""); // what is folded away takes no focus
    target.focus();
  }
  return true;
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !shortcutsOn()) return;
  const done = event.key === "j" ? walk(1) : event.key === "k" ? walk(-1) : press(event.key);
  if (done) event.preventDefault();
});

function showSwitch(button) {
  const on = shortcutsOn();
  button.hidden = false;
  button.textContent = on ? "Turn keyboard shortcuts off" : "Turn keyboard shortcuts on";
}

// --- [data-copy="#letter"] copies the text of an element and says so beside the button ---

async function copy(button) {
  const source = document.querySelector(button.dataset.copy);
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "fp-said";
  button.parentNode.querySelector(".fp-said")?.remove();
  button.after(said);
  try {
    await navigator.clipboard.writeText(source.value ?? source.innerText);
    said.textContent = "Copied";
  } catch {
    said.textContent = "Your browser did not allow copying. Select the text and copy it yourself.";
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-copy], [data-shortcuts-switch]");
  if (!button) return;
  if (button.matches("[data-copy]")) {
    copy(button);
    return;
  }
  try {
    localStorage.setItem(SHORTCUTS, shortcutsOn() ? "off" : "on");
  } catch {
    return;
  }
  showSwitch(button);
});

// --- begin, and again for every piece of page that htmx brings in ---

start(document);
document.querySelectorAll("[data-shortcuts-switch]").forEach(showSwitch);
document.querySelectorAll("[data-copy]").forEach((button) => (button.hidden = false));
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) start(event.target);
});
