// Counts down the seconds in which what was done can be undone, and takes the button away with the last.

const offer = document.getElementById("undo");
const count = offer?.querySelector("[data-seconds]");

if (count) {
  const until = performance.now() + 1000 * Number(count.dataset.seconds);
  const tick = setInterval(() => {
    const left = Math.ceil((until - performance.now()) / 1000);
    count.textContent = left;
    if (left > 0) return;
    clearInterval(tick);
    // The focus would fall to the top of the page.
    if (offer.contains(document.activeElement)) Object.assign(offer.parentElement, { tabIndex: -1 }).focus();
    offer.remove();
  }, 250);
}
