// Opens the reply form in place, under the comment whose “Reply” is pressed. Without it the link leads to
// a page with the same form, so nothing here is needed; it fetches nothing, and keeps nothing but the place.
// It also says how long the page was open, which tells people from programs.

// Whoever presses “Send” again sooner than this (ms) pressed twice; later, the first may have got stuck.
const TWICE = 3000;

const place = document.getElementById("reply-place");
const form = document.getElementById("reply-form");
const heading = document.getElementById("reply-heading");

document.querySelectorAll("form.reply-form").forEach(sendOnce);

if (place && form && heading) {
  const home = heading.textContent;
  const send = form.querySelector("[type=submit]");
  const cancel = makeCancel();
  let pressed = null;

  document.getElementById("comments").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-reply]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
    form.elements.namedItem("name").focus();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pressed && !event.isComposing) close();
  });
  cancel.addEventListener("click", close);
  // After “Back” the browser has put back what was typed; where that was is for us to know.
  const kept = [...document.querySelectorAll("a[data-reply]")].find((link) => link.href === history.state?.reply);
  if (kept) open(kept);

  function open(link) {
    pressed = link;
    history.replaceState({ reply: link.href }, "");
    // Not the form's own address, by which browsers know whose words to put back.
    send.setAttribute("formaction", link.href);
    heading.textContent = link.textContent;
    form.querySelector(".actions").append(cancel);
    link.closest("article").after(place);
  }

  function close() {
    const link = pressed;
    pressed = null;
    history.replaceState(null, "");
    send.removeAttribute("formaction");
    heading.textContent = home;
    cancel.remove();
    document.getElementById("comments").append(place);
    link.focus();
  }
}

function sendOnce(form) {
  let sentAt = -Infinity;
  form.addEventListener("submit", (event) => {
    if (event.timeStamp - sentAt < TWICE) event.preventDefault();
    else sentAt = event.timeStamp;
    const seconds = form.elements.namedItem("seconds");
    if (seconds) seconds.value = (performance.now() / 1000).toFixed(1);
  });
}

function makeCancel() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Cancel";
  return button;
}
