// “New since I was here”: marks the comments that came since the last visit to their story. Off until asked for. What
// it keeps, for each story the highest number there was and when, stays in this browser and is never sent.

const KEY = "new-since";
// A visit is over when nothing of the story was opened for so long (ms).
const VISIT = 30 * 60_000;
const WEEK = 6 * 24 * 3_600_000;

const NEWEST = "?sort=newest";

const NOTHING_KEPT = "This browser keeps nothing for this site, so what is new can’t be marked.";
const FROM_NOW_ON = "From your next visit on, new comments are marked.";

const section = document.getElementById("comments");
const control = element("div", "new-since");
const said = element("p");
said.setAttribute("role", "status");
control.append(said);
section.querySelector(".thread").before(control);
draw();

function draw() {
  document.querySelectorAll(".badge-new, .new-way").forEach((mark) => mark.remove());
  control.replaceChildren(said);
  said.textContent = "";
  try {
    const stories = JSON.parse(localStorage.getItem(KEY));
    if (stories) mark(visit(stories));
    else offer();
  } catch {
    said.textContent = NOTHING_KEPT;
  }
}

function offer() {
  const note = element("span");
  note.textContent = "Kept in this browser only.";
  control.append(button("Mark what is new when I come back", () => localStorage.setItem(KEY, "{}")), note);
}

// Note that the reader is here; what there was when they were here before, and when that was.
function visit(stories) {
  const now = Date.now();
  const last = Number(section.dataset.last);
  const known = (stories[section.dataset.story] ??= { last, at: now, before: last, since: null });
  if (now - known.at > VISIT) Object.assign(known, { before: known.last, since: known.at });
  Object.assign(known, { last, at: now });
  localStorage.setItem(KEY, JSON.stringify(stories));
  return known;
}

function mark({ before, since, last }) {
  const found = [...section.querySelectorAll("article.comment:not(.comment-gone)")];
  const fresh = since ? found.filter((comment) => numberOf(comment) > before) : [];
  fresh.forEach((comment, index) => {
    const badge = element("span", "badge badge-new");
    badge.textContent = "New";
    comment.querySelector("h3").append(" ", badge);
    const actions = comment.querySelector(".comment-actions");
    if (index > 0) actions.append(way("Previous new", fresh[index - 1]));
    if (index < fresh.length - 1) actions.append(way("Next new", fresh[index + 1]));
  });
  said.textContent = since ? `${count(fresh.length)} on this page since ${when(since)}.` : FROM_NOW_ON;
  if (fresh.length) control.append(way("First new comment", fresh[0]));
  if (since && isElsewhere(before, last)) tellOfOthers();
  control.append(button("Forget on this device", () => localStorage.removeItem(KEY)));
}

// Whether more numbers were given out than stand on this page, where some may be of comments that have gone again.
function isElsewhere(before, last) {
  const here = [...section.querySelectorAll("article.comment")].filter((comment) => numberOf(comment) > before);
  return last - before > here.length;
}

function tellOfOthers() {
  said.textContent += " Newer ones came that are not on this page.";
  if (location.search === NEWEST) return;
  const link = element("a", "new-way");
  link.href = `${NEWEST}#comments`;
  link.textContent = "Newest comments first";
  control.append(link);
}

function numberOf(comment) {
  return Number(comment.id.replace("comment-", ""));
}

function count(many) {
  if (many === 0) return "Nothing new";
  return many === 1 ? "1 new comment" : `${many} new comments`;
}

// “Tuesday, 14:05” within a week, and before “3 March, 14:05”.
function when(at) {
  const day = Date.now() - at < WEEK ? { weekday: "long" } : { day: "numeric", month: "long" };
  const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  return [day, time].map((part) => new Intl.DateTimeFormat(document.documentElement.lang, part).format(at)).join(", ");
}

function way(label, comment) {
  const link = element("a", "new-way");
  link.href = `#${comment.id}`;
  link.textContent = label;
  return link;
}

// A button that keeps or forgets, after which all is drawn again and has the focus where the button was.
function button(label, act) {
  const made = element("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", () => {
    try {
      act();
    } catch {
      said.textContent = NOTHING_KEPT;
      return;
    }
    draw();
    control.querySelector("button")?.focus();
  });
  return made;
}

function element(name, className = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
