// Counts a recommendation in place. Without it the button leads to a page that says what became of it.

const form = document.getElementById("recommend-form");
const said = document.getElementById("recommend-said");
const underWay = new WeakSet();
const NO_ANSWER = "There was no answer, so nothing was counted. Please try again.";

form.addEventListener("submit", inPlace);

function inPlace(event) {
  event.preventDefault();
  const button = event.submitter;
  if (underWay.has(button)) return;
  underWay.add(button);
  send(button).finally(() => underWay.delete(button));
}

async function send(button) {
  const verb = button.ariaPressed === "true" ? "unrecommend" : "recommend";
  try {
    const options = { method: "POST", body: new URLSearchParams({ verb }), headers: { Accept: "application/json" } };
    const response = await fetch(button.formAction, options);
    // A page instead of an answer asks whether this was meant, or says what is wrong: let it be seen.
    if (!response.headers.get("Content-Type")?.startsWith("application/json")) return askOnPage(button, verb);
    const answer = await response.json();
    say(button, answer.said, response.ok);
    if (response.ok) show(button, verb === "recommend", answer);
  } catch {
    say(button, NO_ANSWER, false);
  }
}

function askOnPage(button, verb) {
  form.removeEventListener("submit", inPlace);
  button.name = "verb";
  button.value = verb;
  form.requestSubmit(button);
}

function show(button, isDone, answer) {
  button.ariaPressed = String(isDone);
  button.firstChild.data = isDone ? "Recommended" : "Recommend";
  const place = button.parentElement.querySelector(".recommendations") ?? newCount(button);
  place.firstChild.data = answer.count;
  place.lastChild.textContent = ` ${answer.word}`;
  place.hidden = answer.count === "0";
}

function newCount(button) {
  const place = document.createElement("span");
  place.className = "recommendations";
  const word = document.createElement("span");
  word.className = "visually-hidden";
  place.append(" ", word);
  button.after(" ", place);
  return place;
}

// Said to those who listen; what went wrong stands beside the button as well.
function say(button, sentence, isGood) {
  said.textContent = sentence;
  button.parentElement.querySelector(".recommend-wrong")?.remove();
  if (isGood) return;
  const wrong = document.createElement("span");
  wrong.className = "recommend-wrong";
  wrong.textContent = sentence;
  button.parentElement.append(wrong);
}
