// Keeps what this browser has written down to the account that typed it: gone after a week, and on signing out,
// but not without a word if the desk has never got it.
import { clear, dropOld, entriesOf } from "./desk-journal.js";
import { account } from "./desk-line.js";
import { sendEntries } from "./desk-sending.js";

const dialog = document.getElementById("sign-out-unsent");

let isSure = false;

dropOld().catch(() => {});

for (const form of document.querySelectorAll("form[data-signs-out]")) form.addEventListener("submit", async (event) => {
  if (isSure) return;
  event.preventDefault();
  dialog.onclose = () => dialog.returnValue === "lose" && signOut(form);
  if (await hasUnsent()) dialog.showModal();
  else signOut(form);
});

// What can't be marked as sent, or be sent at all, counts as unsent.
async function hasUnsent() {
  await sendEntries().catch(() => {});
  const entries = await entriesOf(account).catch(() => []);
  return entries.some((entry) => !entry.isSent);
}

async function signOut(form) {
  await clear(account).catch(() => {});
  isSure = true;
  form.requestSubmit();
}
