// Sends what this browser has written down for this account to the desk, entry by entry.
import { drop, entriesOf, mark, write } from "./desk-journal.js";
import { account, tell } from "./desk-line.js";

// Resolves to the entries, each with what became of it: `{ entry, is }`. What has been saved is dropped here; what
// could not be sent stays. `except` is a form that sends for itself.
export async function sendEntries({ except = "" } = {}) {
  const sent = [];
  for (const entry of await entriesOf(account).catch(() => []))
    if (entry.sitting !== except) sent.push({ entry, is: entry.is ?? (await send(entry)) });
  return sent;
}

async function send(entry) {
  let { is } = await keep(entry);
  if (is === "saved") ({ is } = await sendUnderAnotherName(entry));
  // The desk had all of it before, and has removed the words there.
  if (is === "expunged" && entry.isSent) is = "settled";
  if (is === "settled") await drop(entry.sitting);
  if (is === "kept") await mark(entry.sitting, entry.typedAt, { isSent: true });
  if (is === "expunged") await mark(entry.sitting, entry.typedAt, { is, isSent: true, data: "" });
  return is;
}

// What was typed just now is perhaps still being typed, in another tab.
const NOW = 60_000;

const keep = (entry) => tell("keep", Date.now() - entry.typedAt < NOW ? entry.data : `${entry.data}&closed=1`);

// What it was typed in has been saved without these words.
async function sendUnderAnotherName(entry) {
  const data = new URLSearchParams(entry.data);
  const former = entry.sitting;
  entry.sitting = crypto.randomUUID();
  data.set("sitting", entry.sitting);
  if (!entry.article) data.set("taken", former);
  entry.data = data.toString();
  await write(entry);
  await drop(former);
  return keep(entry);
}
