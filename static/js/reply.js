// Opens the reply form in place, under the comment whose “Reply” is pressed. Without it the link leads to
// a page with the same form, so nothing here is needed; it fetches nothing and keeps nothing.

const place = document.getElementById("reply-place");
const form = document.getElementById("reply-form");
const heading = document.getElementById("reply-heading");

if (place && form && heading) {
  const home = { action: form.getAttribute("action"), heading: heading.textContent };
  const cancel = makeCancel();
  let pressed = null;

  document.getElementById("comments").addEventListener("click", (event) => {
    const link = event.target.closest("a[data-reply]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && pressed && !event.isComposing) close();
  });
  cancel.addEventListener("click", close);

  function open(link) {
    pressed = link;
    form.setAttribute("action", link.getAttribute("href"));
    heading.textContent = link.textContent;
    form.querySelector(".actions").append(cancel);
    link.closest("article").after(place);
    form.elements.namedItem("name").focus();
  }

  function close() {
    const link = pressed;
    pressed = null;
    form.setAttribute("action", home.action);
    heading.textContent = home.heading;
    cancel.remove();
    document.getElementById("comments").append(place);
    link.focus();
  }
}

function makeCancel() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Cancel";
  return button;
}
