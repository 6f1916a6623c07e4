// As a page of the desk opens: what this browser had written down and the desk had not is sent. What is taken is
// offered; of what never will be its writer is told, and gets it where it may still be seen.
import { drop } from "./desk-journal.js";
import { sendEntries } from "./desk-sending.js";

const WORDS = [
  "kicker", "headline", "standfirst", "dateline", "body", "source", "slug", "slugline", "ednote", "byline_override",
  "search_title", "search_description", "social_title", "social_description",
];

const place = document.getElementById("desk-left");
const pattern = document.getElementById("desk-left-entry").content.firstElementChild;
const offers = document.getElementById("desk-offers");

const sitting = document.querySelector("#article_form [name=sitting]")?.value ?? "";
const sent = await sendEntries({ except: sitting });
const isOffered = ({ entry, is }) => is === "kept" && entry.article === offers?.dataset.article;
if (sent.some(isOffered)) await offer();
for (const { entry, is } of sent) if (["refused", "barred", "expunged"].includes(is)) show(entry, is);

async function offer() {
  const { article, from } = offers.dataset;
  const response = await fetch(`${from}?${new URLSearchParams({ article, sitting })}`, { redirect: "manual" }).catch(() => null);
  // No line: what is to be offered lies at the desk, and is fetched when there is one.
  if (!response) addEventListener("online", offer, { once: true });
  if (!response?.ok) return;
  offers.replaceChildren(...parse(await response.text()).childNodes);
  // Above the form, where one who listens has been already.
  document.getElementById("desk-offered").textContent = offers.querySelector("h2")?.textContent ?? "";
}

function show(entry, is) {
  const section = pattern.cloneNode(true);
  for (const part of section.querySelectorAll("[data-when]")) if (!part.dataset.when.split(" ").includes(is)) part.remove();
  section.querySelector("time").textContent = new Date(entry.typedAt).toLocaleString([], { dateStyle: "long", timeStyle: "short" });
  for (const link of section.querySelectorAll("a")) {
    if (entry.article) link.href = `${place.dataset.stories}${entry.article}/change/`;
    else link.parentElement.remove();
  }
  for (const box of section.querySelectorAll("textarea")) box.value = words(new URLSearchParams(entry.data));
  section.querySelector("button").addEventListener("click", () => drop(entry.sitting).then(() => section.remove()));
  place.append(section);
}

function words(typed) {
  const said = WORDS.map((name) => (name === "body" ? plain(typed.get(name) ?? "") : typed.get(name)));
  return said.filter(Boolean).join("\n\n");
}

function plain(html) {
  const body = parse(html);
  for (const block of body.querySelectorAll("p, h2, h3, td, th")) block.append("\n\n");
  for (const line of body.querySelectorAll("br")) line.after("\n");
  return body.textContent.trim();
}

function parse(html) {
  return new DOMParser().parseFromString(html, "text/html").body;
}
