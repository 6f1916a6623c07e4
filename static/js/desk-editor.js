// Starts the editor of a story's body: injects no styles, and gives its textbox the field's name.
import { initializeEditors } from "django-prose-editor/editor"
import { createEditor } from "django-prose-editor/configurable"

const marker = "data-django-prose-editor-desk"

// The editor injects a style sheet unless it finds its own; the policy would block it, and desk-form.css
// says what it would have said. A style of no known type is not a style, so this one is not blocked.
const found = document.createElement("style")
found.type = "text/plain"
found.dataset.tiptapStyle = ""
document.head.append(found)

const name = (textarea, box) => {
  const [label] = textarea.labels
  box.setAttribute("aria-label", label ? label.textContent.replace(/:$/, "") : textarea.name)
  box.setAttribute("aria-multiline", "true")
  label?.addEventListener("click", () => box.focus())
}

const start = (textarea) => {
  const editor = createEditor(textarea, JSON.parse(textarea.getAttribute(marker)))
  editor.then((ready) => ready && name(textarea, ready.view.dom))
  return editor
}

initializeEditors(start, `[${marker}]`)
