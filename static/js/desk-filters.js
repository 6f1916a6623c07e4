// Opens the filters of a list where there is room for them beside it; elsewhere, and without this, they fold away.

const filters = document.querySelector("details.filters");
const isWide = matchMedia("(min-width: 1024px)");

const fit = () => {
  filters.open = isWide.matches;
};

isWide.addEventListener("change", fit);
fit();
