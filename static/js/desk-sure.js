// Before what was typed on the page of a move is given up for the answer: is anybody there to take it, and are we
// still who we were? If not, says so, and everything stays where it is.
import { refresh } from "./desk-line.js";

const form = document.querySelector("form.move-form");
const away = document.getElementById("move-away");

// "" until a button is pressed; then "asking", "going", once the desk has answered, and "gone", for so many
// milliseconds at most: who stops the page on its way may press again.
const ANSWER = 30_000;
let state = "";

form?.addEventListener("submit", async (event) => {
  if (state === "going") {
    state = "gone";
    setTimeout(() => (state = ""), ANSWER);
    return;
  }
  event.preventDefault();
  if (state) return;
  state = "asking";
  const found = await refresh();
  const when = ["signed-out", "somebody-else"].includes(found) ? "signed-out" : "offline";
  for (const line of away.children) line.hidden = line.dataset.when !== when;
  away.hidden = found === "kept";
  state = found === "kept" ? "going" : "";
  if (state) form.requestSubmit(event.submitter);
  else away.scrollIntoView({ block: "nearest" });
});

addEventListener("pageshow", (event) => {
  if (event.persisted) state = "";
});
