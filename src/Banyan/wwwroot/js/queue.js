// Queues by keyboard: j and k walk through the rows, enter opens the row as for every link that has the focus, ? says so.

const keys = document.querySelector("[data-queue-keys]");

const walk = (step) => {
  const links = [...document.querySelectorAll("[data-queue] .queue-title")];
  if (links.length === 0) return false;
  const at = links.indexOf(document.activeElement);
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1);
  links[next].focus();
  links[next].closest("li").scrollIntoView({ block: "nearest" });
  return true;
};

const help = () => {
  if (!keys) return false;
  keys.textContent = keys.textContent ? "" : keys.dataset.words;
  keys.scrollIntoView({ block: "nearest" });
  return true;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]")) return;
  const act = { j: () => walk(1), k: () => walk(-1), "?": help }[event.key];
  if (act?.()) event.preventDefault();
});
