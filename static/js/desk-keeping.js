// Keeps what is typed in the form of a story: in this browser at once, and at the desk after a breath. Tells who
// else has the story open.
import { drop, mark, write } from "./desk-journal.js";
import { account, refresh, tell, tellLast } from "./desk-line.js";

// Milliseconds: a pause after which words are sent, and the longest that they wait for one; a look at what no event
// told of; the beat by which others see that this form is open; the waits before trying again; how long an answer to
// “Save” may take before one may write on, and how long this browser's disk.
const PAUSE = 800;
const LONGEST = 10_000;
const LOOK = 1000;
const BEAT = 30_000;
const AGAIN = [2000, 5000, 15_000];
const ANSWER = 30_000;
const DISK = 2000;
// Answers that stay the same however often one asks.
const FINAL = ["refused", "barred", "expunged"];

const box = document.getElementById("desk-keeping");
const form = document.getElementById("article_form");
const { article } = box.dataset;
const says = box.querySelector(".keeping-says");
const signIn = box.querySelector(".keeping-sign-in");

const SENTENCES = {
  kept: (answer) => `All you typed is kept (${answer.at}). “Save” makes it the story's next copy.`,
  settled: () => "",
  open: () => "",
  "signed-out": () => `You have been signed out. ${whereItIs()}: sign in in a new tab, and go on here.`,
  "somebody-else": () => `This browser is signed in as somebody else now. ${whereItIs()}, for you alone: sign in as yourself again, and go on here.`,
  offline: () => `No connection. ${whereItIs()}, and sent when there is one.`,
  failed: () => `The desk does not answer as it should. ${whereItIs()}, and sent again soon.`,
  refused: () => `The desk can't take this, perhaps because it is too long. ${whereItIs()}.`,
  barred: () => `Your account may not write stories any more. ${whereItIs()}: copy from here what you need.`,
  expunged: () => "Words were removed from this story for good after you opened it, and this form may hold them: what you type here is not kept at the desk any more. Open the story anew in another tab, and bring over what you wrote.",
};

let last = read();
let typedAt = 0;
// How often the form has changed: of two of its states the desk keeps the one with more, whichever comes last.
let edits = 0;
let unsent = false;
let unsentSince = 0;
let hasJournal = true;
let writing = Promise.resolve();
let going = null;
let tries = 0;
let timer = 0;
// "" while one writes; "asking" whether the desk is there; "going", once it is; "gone", as the form is on its way.
let leaving = "";
// The answer that the sentence is about.
let said = "";
let giveUp = 0;

form.autocomplete = "off";
form.addEventListener("input", look);
form.addEventListener("change", look);
window.django?.jQuery(form).on("change", look);
document.addEventListener("formset:added", look);
document.addEventListener("formset:removed", look);
form.addEventListener("submit", submit);
setInterval(look, LOOK);
setInterval(() => !unsent && !document.hidden && attend(), BEAT);
addEventListener("online", now);
addEventListener("focus", () => tries && now());
addEventListener("beforeunload", (event) => unsent && !hasJournal && leaving !== "gone" && event.preventDefault());
addEventListener("pagehide", goAway);
addEventListener("pageshow", (event) => event.persisted && writeOn());
new BroadcastChannel("desk-signed-in").onmessage = now;

if ("unsaved" in box.dataset || hasBeenPutBack()) typed();
else attend();

function read() {
  const data = new URLSearchParams(new FormData(form));
  data.delete("csrfmiddlewaretoken");
  data.set("article", article);
  return data.toString();
}

function told() {
  return `${last}&edits=${edits}`;
}

// Some browsers fill a form in again with what was in it before a reload.
function hasBeenPutBack() {
  return [...form.elements].some((field) => "defaultValue" in field && field.type !== "hidden" && field.type !== "checkbox" && field.value !== field.defaultValue);
}

function look() {
  if (leaving !== "gone" && read() !== last) typed();
}

function typed() {
  last = read();
  edits++;
  typedAt = Date.now();
  if (!unsent) unsentSince = typedAt;
  unsent = true;
  journal();
  if (!leaving) plan(typedAt - unsentSince > LONGEST ? 0 : PAUSE);
}

// Each key by itself, without waiting for the one before: a write takes a millisecond or two, far less than a key, and
// the database keeps their order. What waited in this page would be lost with it.
function journal() {
  writing = write({ sitting: form.elements.sitting.value, account, article, data: told(), typedAt, isSent: false }).catch(noJournal);
}

// Some browsers write nothing down for a private window, or when their disk is full.
function noJournal() {
  hasJournal = false;
}

function whereItIs() {
  return hasJournal ? "What you type is kept in this browser" : "What you type is in this page only, which must stay open";
}

function plan(wait) {
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

function now() {
  if (unsent) plan(0);
  else attend();
}

async function send() {
  if (going) return plan(PAUSE);
  const sent = typedAt;
  const sitting = form.elements.sitting.value;
  going = new AbortController();
  const answer = await tell("keep", told(), going.signal);
  going = null;
  if (answer.is === "aborted") return;
  if (answer.is === "saved") return beginAnew(sitting);
  const isDone = answer.is === "kept" || answer.is === "settled";
  if (isDone && sent === typedAt) unsent = false;
  if (answer.is === "kept") await mark(sitting, sent, { isSent: true }).catch(noJournal);
  if (answer.is === "settled" && sent === typedAt) await drop(sitting).catch(noJournal);
  report(answer);
  if (isDone && sent !== typedAt) {
    unsentSince = sent;
    plan(PAUSE);
  }
  if (!isDone && !FINAL.includes(answer.is)) plan(AGAIN[Math.min(tries++, AGAIN.length - 1)]);
}

async function attend() {
  report(await tell("attend", last));
}

function report(answer) {
  if (["kept", "settled", "open"].includes(answer.is)) tries = 0;
  const sentence = SENTENCES[answer.is]?.(answer);
  // That all is kept stays true while one only reads; that there is no line, or no session, doesn't.
  if (sentence !== undefined && !(answer.is === "open" && said === "kept")) {
    say(sentence);
    said = answer.is;
  }
  box.dataset.state = answer.is;
  signIn.hidden = !["signed-out", "somebody-else"].includes(answer.is);
  if (answer.presence) list(document.getElementById("desk-presence"), answer.presence);
  if (answer.saved !== undefined) list(document.getElementById("desk-saved"), answer.saved ? [answer.saved] : []);
}

function say(sentence) {
  if (says.textContent !== sentence) says.textContent = sentence;
}

function list(place, sentences) {
  if ([...place.children].map((line) => line.textContent).join() === sentences.join()) return;
  place.replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence })));
}

// Before the page is given up for the answer: is anybody there to take the story, and are we who we were?
async function submit(event) {
  if (leaving === "going") {
    leaving = "gone";
    return;
  }
  event.preventDefault();
  if (leaving) return;
  look();
  leaving = "asking";
  const { submitter } = event;
  const before = says.textContent;
  say("Saving …");
  clearTimeout(timer);
  going?.abort();
  await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, DISK))]);
  const found = await whetherItCanGo();
  if (found !== "kept") {
    leaving = "";
    say(before);
    typed();
    report({ is: found });
    box.scrollIntoView({ block: "nearest" });
    return;
  }
  // A button that leads elsewhere saves nothing: what was typed is offered afterwards.
  if (submitter?.hasAttribute("formaction") && unsent) {
    await tell("keep", told());
    tellLast("close", last);
  }
  leaving = "going";
  form.requestSubmit(submitter);
  freeze(true);
  giveUp = setTimeout(writeOn, ANSWER);
}

// What the desk can't take when it is kept, it can't take when it is saved: the answer would not hold the words.
async function whetherItCanGo() {
  const found = await refresh();
  if (found !== "kept" || box.dataset.state !== "refused") return found;
  const { is } = await tell("keep", told());
  return is === "refused" ? is : "kept";
}

// Not what says so, which would be silent to those who listen.
function freeze(isFrozen) {
  for (const part of form.querySelectorAll(".desk-story, .desk-side, .desk-buttons")) part.inert = isFrozen;
}

// The answer to “Save” has not come, or the browser brought the page back out of its memory: a form of its own
// from here on, since what was in it may have been saved.
function writeOn() {
  clearTimeout(giveUp);
  leaving = "";
  form.elements.taken.value ||= form.elements.sitting.value;
  form.elements.sitting.value = crypto.randomUUID();
  freeze(false);
  say("");
  if (read() !== last || unsent) typed();
}

function goAway() {
  if (leaving === "gone") return;
  look();
  if (unsent) tellLast("keep", told());
  tellLast("close", last);
}

// The form was saved under its name: what is typed now goes by another, and is joined with that on saving.
async function beginAnew(saved) {
  form.elements.sitting.value = crypto.randomUUID();
  // Of a new story the desk knows by it which one it has become.
  form.elements.taken.value = article ? "" : saved;
  typed();
  await writing;
  await drop(saved).catch(noJournal);
}
