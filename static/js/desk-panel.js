// Keeps what the publish panel says true to what is chosen: asks the server anew whenever a choice changes,
// so that one press is enough. Without it the first press is answered with the new sentence.

const PAUSE = 400;
const form = document.getElementById("panel");
let waiting = 0;
let asking = null;

// Of a frame only its address counts: its size may have been changed by hand.
const holds = (part) => part.querySelector("iframe")?.getAttribute("src") ?? part.innerHTML;

// Parts are filled anew and not replaced, so that what is new in them is read out.
const show = (fresh) => {
  const focused = document.activeElement.id;
  for (const part of form.querySelectorAll("[data-live]")) {
    const now = fresh.getElementById(part.id);
    if (now && holds(part) !== holds(now)) part.replaceChildren(...now.childNodes);
  }
  for (const part of form.querySelectorAll("[data-may-hide]")) {
    part.hidden = fresh.getElementById(part.id)?.hidden ?? true;
  }
  if (focused && document.activeElement.id !== focused) document.getElementById(focused)?.focus();
};

const ask = async () => {
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), signal: asking.signal });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (answer.ok && fresh.getElementById("panel")) show(fresh);
  } catch {
    // Offline or overtaken: what is shown stays, and the server compares it with what is pressed.
  }
};

// Once a button is pressed, nothing may take the place of what was read.
form.addEventListener("submit", () => {
  clearTimeout(waiting);
  asking?.abort();
});
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
});
form.classList.add("is-live");
