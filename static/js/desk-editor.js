// Starts the editor of a story's body: injects no styles, and gives its textbox the field's name.
import { initializeEditors } from "django-prose-editor/editor";
import { createEditor } from "django-prose-editor/configurable";

const marker = "data-django-prose-editor-desk";

// The editor injects a style sheet unless it finds the one it knows; the policy would block it, and
// desk-form.css says what it would have said. An element of that name in no namespace is found, and is no style.
const found = document.createElementNS(null, "style");
found.setAttribute("data-tiptap-style", "");
document.head.append(found);

const name = (textarea, box) => {
  const [label] = textarea.labels;
  box.setAttribute("aria-label", label ? label.textContent.replace(/:$/, "") : textarea.name);
  box.setAttribute("aria-multiline", "true");
  label?.addEventListener("click", () => box.focus());
  // A link to the field leads into its textbox, once the browser itself has looked for where it leads.
  if (location.hash !== `#${textarea.id}`) return;
  if (document.readyState === "complete") box.focus();
  else addEventListener("load", () => setTimeout(() => box.focus()));
};

const start = (textarea) => {
  const editor = createEditor(textarea, JSON.parse(textarea.getAttribute(marker)));
  editor.then((ready) => ready && name(textarea, ready.view.dom));
  return editor;
};

initializeEditors(start, `[${marker}]`);
