// The moderators' queue: keys for what its buttons do, and decisions without loading the page anew, so that
// nothing moves but what was decided. Without this the buttons send the form, and the page comes back the same.

import { take } from "./desk-queue-answer.js";

const form = document.getElementById("queue");
const said = document.getElementById("queue-said");
const keys = JSON.parse(form.dataset.keys);
const actions = Object.fromEntries(Object.entries(keys).map(([action, key]) => [key, action]));

// One decision at a time: what is pressed meanwhile waits for its turn.
let turn = Promise.resolve();
// The last that was decided on here; and whether a key pressed the button, not a pointer.
let last = null;
let isByKey = false;

form.addEventListener("submit", (event) => {
  const press = event.submitter?.value;
  if (!press) return;
  event.preventDefault();
  const pressed = event.submitter.closest("article.queued");
  if (pressed?.hasAttribute("aria-busy")) return;
  const targets = pressed ? [pressed] : ticked();
  const data = new FormData(form, event.submitter);
  for (const article of targets) article.setAttribute("aria-busy", "true");
  // Whoever decides by key goes on at once; the answer comes when it comes. A pointer finds all where it was.
  if (pressed && isByKey && !press.startsWith("undo:")) focus(nextOf(pressed));
  else pressed?.focus({ preventScroll: true });
  turn = turn.then(() => send(data, targets)).catch(() => fail(targets));
});

document.addEventListener("keydown", (event) => {
  if (!form.isConnected || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const digit = /^[0-9]$/.test(event.key) && Object.keys(keys).length;
  const action = actions[event.key.toLowerCase()];
  if (!digit && !action) return;
  event.preventDefault();
  const article = focused();
  if (action === "next") focus(article ? (nextOf(article) ?? article) : undecided()[0]);
  else if (action === "previous") focus(article ? (previousOf(article) ?? article) : undecided()[0]);
  // A key that is held down decides once.
  else if (event.repeat) return;
  else if (action === "undo") turn = turn.then(() => undo(focused()));
  else if (!article) bringUp(undecided()[0]);
  else if (digit) choose(article, Number(event.key));
  else press(article, action);
});

setUpTickAll();
focus(document.getElementById(location.hash.slice(1))?.closest("article.queued") ?? undecided()[0]);

function articles() {
  return [...form.querySelectorAll("article.queued")];
}

function undecided() {
  return articles().filter((article) => !article.matches(".queued-decided, [aria-busy]"));
}

function ticked() {
  return articles().filter((article) => article.querySelector("input[name=ticked]:checked"));
}

function focused() {
  return document.activeElement?.closest?.("article.queued");
}

function nextOf(article) {
  const all = articles();
  const left = undecided().filter((other) => other !== article);
  return left.find((other) => all.indexOf(other) > all.indexOf(article)) ?? left[0] ?? null;
}

function previousOf(article) {
  const all = articles();
  return all[all.indexOf(article) - 1] ?? null;
}

function focus(article) {
  (article ?? document.getElementById("queue-left"))?.focus();
  article?.scrollIntoView({ block: "nearest" });
}

function say(sentence, isRefusal = false) {
  said.textContent = sentence;
  said.classList.toggle("queue-refused", isRefusal);
}

// No key decides on what has not the focus: it may be out of sight.
function bringUp(article) {
  if (!article) return;
  focus(article);
  say("Press it again to decide on this one.");
}

function press(article, action) {
  const button = article.querySelector(`button[data-key="${action}"]`);
  if (!button) return say("That key does nothing on this comment.");
  isByKey = true;
  button.click();
  isByKey = false;
}

// The decision on the comment that has the focus; where none has, the last one that was taken here.
function undo(article) {
  const button = (article ?? (last && document.getElementById(last)))?.querySelector('button[data-key="undo"]');
  if (button) button.click();
  else say(`There is nothing to undo here. “${keys.previous}” goes back to the comment before.`);
}

function choose(article, digit) {
  const option = article.querySelector("select")?.options[digit];
  if (!option) return;
  option.selected = true;
  say(option.textContent);
}

async function send(data, targets) {
  const answer = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin" });
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!page.querySelector(".queue-page")) throw new Error("signed out");
  if (!page.getElementById("queue")) return startAnew(page);
  const isUndo = data.get("press").startsWith("undo:");
  const messages = [...page.querySelectorAll("ul.messagelist li")];
  const isRefusal = messages.some((line) => !line.matches(".success"));
  const names = take(page, articles(), new Set(targets.map((article) => article.id)), isRefusal);
  const only = targets.length === 1 ? targets[0].id : null;
  last = only ?? last;
  document.querySelector(".queue-count").replaceWith(page.querySelector(".queue-count"));
  // What was undone, or refused as the last one, is decided on next: no key must fall on another.
  if (only && (isUndo || (isRefusal && !focused()))) focus(document.getElementById(only));
  const changed = names.map((name) => `The comment by ${name} has changed since you took it: read it again.`);
  say([...messages.map((line) => line.textContent.trim()), ...changed].join(" "), isRefusal || changed.length > 0);
}

// Nothing is in these hands any more: what there is to take, with what was said.
function startAnew(page) {
  const fresh = page.querySelector(".queue-page");
  const messages = page.querySelector("ul.messagelist");
  document.querySelector("ul.messagelist")?.remove();
  document.querySelector(".queue-page").replaceWith(fresh);
  if (messages) fresh.before(messages);
  const first = messages ?? fresh.querySelector("h2");
  first.tabIndex = -1;
  first.focus();
}

function fail(targets) {
  for (const article of targets) article.removeAttribute("aria-busy");
  say("The desk did not answer. Load the page anew to see whether that was decided.", true);
  if (targets.length === 1) focus(targets[0]);
}

function setUpTickAll() {
  const all = document.getElementById("queue-all");
  all.hidden = document.querySelector(".queue-all-label").hidden = false;
  all.addEventListener("change", () => {
    for (const box of form.querySelectorAll("input[name=ticked]")) box.checked = all.checked;
  });
}
