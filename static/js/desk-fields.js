// Gives the fields in which one finds things by typing the names that their widget leaves out.

const nameOf = (select) => {
  const [label] = select.labels;
  return select.getAttribute("aria-label") || label?.textContent.replace(/:$/, "").trim() || select.name;
};

const name = (select) => {
  const container = select.parentElement.querySelector(".select2-container");
  const box = container?.querySelector(".select2-selection");
  if (!box) return;
  const chosen = box.getAttribute("aria-labelledby");
  if (chosen) {
    box.removeAttribute("aria-labelledby");
    box.setAttribute("aria-describedby", chosen);
  }
  const nameless = "[role=combobox], [role=textbox], .select2-search__field";
  for (const part of container.querySelectorAll(nameless)) part.setAttribute("aria-label", nameOf(select));
};

const nameAll = () => document.querySelectorAll("select.admin-autocomplete").forEach(name);

// The widget makes its boxes when it likes, and makes some of them anew each time they open.
const isBox = (node) => node.nodeType === Node.ELEMENT_NODE && node.matches(".select2-container");
const seen = (changes) => {
  if (changes.some((change) => [...change.addedNodes].some(isBox))) nameAll();
};
new MutationObserver(seen).observe(document.body, { childList: true, subtree: true });
nameAll();

window.django?.jQuery(document).on("select2:open", (event) => {
  const field = document.querySelector(".select2-container--open .select2-search--dropdown input");
  field?.setAttribute("aria-label", nameOf(event.target));
});
