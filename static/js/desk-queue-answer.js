// What the desk answered to a decision in the queue, taken over into the page that is open, row by row.

// Takes what was pressed (`targets`, ids) as it stands, and says of the others what became of them meanwhile.
// Returns the names of those whose words must be read again.
export function take(page, articles, targets, isRefusal) {
  const changed = [];
  for (const article of articles) {
    const fresh = page.getElementById(article.id);
    const isSame = fresh?.dataset.state === article.dataset.state;
    const isOpen = !fresh?.matches(".queued-decided");
    if (!fresh) putAway(article);
    else if (targets.has(article.id)) {
      if (isRefusal && isOpen && !isSame) note(fresh);
      exchange(article, fresh);
    }
    // What was pressed meanwhile gets an answer of its own.
    else if (!isSame && !article.hasAttribute("aria-busy")) {
      if (isOpen) changed.push(mark(article, fresh));
      exchange(article, fresh);
    }
  }
  return changed;
}

// In the same place, and as high as it was: what is below it stays where it is.
function exchange(article, fresh) {
  const hadFocus = article.contains(document.activeElement);
  if (fresh.matches(".queued-decided")) keepHeight(fresh, article);
  const [reason, before] = [fresh, article].map((each) => each.querySelector("select"));
  if (reason && before) reason.value = before.value;
  article.replaceWith(fresh);
  if (hadFocus) fresh.focus({ preventScroll: true });
}

// Other words than those that were read: a decision on the old ones is refused, as it would have been before.
function mark(article, fresh) {
  note(fresh);
  for (const [name, what] of [["seen-", "value"], ["ticked", "checked"]]) {
    const [now, before] = [fresh, article].map((each) => each.querySelector(`input[name^="${name}"]`));
    if (now && before) now[what] = before[what];
  }
  return fresh.querySelector("h2").textContent;
}

function note(fresh) {
  fresh.querySelector(".queued-head").after(paragraph("queued-changed", "Changed since you took it: read it again."));
}

function putAway(article) {
  const hadFocus = article.contains(document.activeElement);
  keepHeight(article, article);
  article.classList.add("queued-decided");
  article.removeAttribute("aria-busy");
  article.replaceChildren(article.querySelector("h2"), paragraph("queued-why", "In other hands now."));
  if (hadFocus) article.focus({ preventScroll: true });
}

function keepHeight(fresh, article) {
  fresh.style.setProperty("--as-high-as", `${article.getBoundingClientRect().height}px`);
}

function paragraph(className, words) {
  const made = document.createElement("p");
  made.className = className;
  made.textContent = words;
  return made;
}
