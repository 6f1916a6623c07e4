// The line from a form to the desk: sends what was typed, and says in one word what became of it.
//
// "kept", "settled" (it has been saved, or left), "saved" (its form has, and this is something else), "open" (noted that
// somebody is there), "signed-out", "somebody-else" (this browser is signed in as another person), "offline" (no line, or
// no answer in time), "aborted" (by ourselves), "failed" (the server is there, and can't), "refused" (it never will),
// "barred" (they may not write stories any more), "expunged" (words were removed from the story since).

const desk = document.getElementById("desk-line").dataset;

const REFUSED = [400, 404, 413];

// Milliseconds after which a line that swallows everything counts as none. A long story on a slow one takes a while.
const QUESTION = 10_000;
const STORY = 60_000;

export const account = desk.account;

let token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value;

// Ask who is signed in, and for a fresh token. Resolves to "kept" where all is well.
export async function refresh() {
  const answer = await ask(desk.token, { method: "GET" }, QUESTION);
  if (answer.is !== "kept") return answer.is;
  if (String(answer.account) !== desk.account) return "somebody-else";
  token = answer.token;
  for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) input.value = token;
  return "kept";
}

// Post to one of the desk's addresses ("keep", "attend"); once more with a fresh token if the old one has run out.
export async function tell(what, data, signal) {
  const answer = await post(desk[what], data, signal);
  if (answer.is !== "token") return answer;
  const found = await refresh();
  return found === "kept" ? post(desk[what], data, signal) : { is: found };
}

// As the page goes away. Browsers take 64 kB at most; what is longer is in the journal.
export function tellLast(what, data) {
  return navigator.sendBeacon(desk[what], withToken(data));
}

function withToken(data) {
  const all = new URLSearchParams(data);
  all.set("csrfmiddlewaretoken", token);
  all.set("account", desk.account);
  return all;
}

const post = (url, data, signal) => ask(url, { method: "POST", body: withToken(data) }, STORY, signal);

async function ask(url, options, limit, signal) {
  const within = new AbortController();
  const timer = setTimeout(() => within.abort(), limit);
  signal?.addEventListener("abort", () => within.abort());
  try {
    const headers = { Accept: "application/json" };
    return await read(await fetch(url, { ...options, headers, redirect: "manual", signal: within.signal }));
  } catch {
    return { is: signal?.aborted ? "aborted" : "offline" };
  } finally {
    clearTimeout(timer);
  }
}

async function read(response) {
  const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
  if (response.ok) return { is: "kept", ...(await response.json()) };
  if (response.status === 401 || response.type === "opaqueredirect") return { is: "signed-out" };
  if (response.status === 403) return isJson ? response.json() : { is: "token" };
  return { is: REFUSED.includes(response.status) ? "refused" : "failed" };
}
