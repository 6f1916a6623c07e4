// Opens “12 more replies to Dio” in place. Without it the link leads to a page that begins with the first of them.

import { focusOn } from "./landing.js";

document.getElementById("comments").addEventListener("click", (event) => {
  const link = event.target.closest(".more-replies a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open(link).catch(() => location.assign(link.href));
});

async function open(link) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Error(response.status);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const list = page.querySelector("#replies > .thread");
  const first = list.querySelector("article");
  const next = page.querySelector('#replies [rel="next"]');
  link.parentElement.before(list);
  focusOn(first);
  if (next) link.href = new URL(next.getAttribute("href"), link.href);
  else link.parentElement.remove();
}
