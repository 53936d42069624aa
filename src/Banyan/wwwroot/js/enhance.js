// Comforts on top of pages that work without any of them. Text goes in as text: nothing here writes markup.

const words = document.body.dataset;

// A form that is on its way cannot be sent twice; coming back with the browser's back button frees it again.
const sendingForms = new Set();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method.toLowerCase() === "get" || event.defaultPrevented) return;
  if (sendingForms.has(form)) {
    event.preventDefault();
    return;
  }
  sendingForms.add(form);
  const button = event.submitter;
  if (!(button instanceof HTMLButtonElement)) return;
  button.dataset.words = button.textContent;
  button.dataset.sending = "";
  button.textContent = words.wordSending;
  // aria-disabled and not disabled: a disabled button would lose the focus, and its own name and value with it.
  button.setAttribute("aria-disabled", "true");
});

addEventListener("pageshow", () => {
  sendingForms.clear();
  for (const button of document.querySelectorAll("button[data-sending]")) {
    button.textContent = button.dataset.words;
    button.removeAttribute("aria-disabled");
    delete button.dataset.sending;
    delete button.dataset.words;
  }
});

// Questions that hang on another answer: shown while it is one of those that bring them up, and is asked itself. The server judges by the same list.
const onlyAfter = [...document.querySelectorAll("[data-only-after]")].filter(
  (part) => document.getElementsByName(part.dataset.onlyAfter).length > 0,
);
const lookAtConditions = () => {
  // In the order of the page: what a question hangs on stands before it.
  for (const part of onlyAfter) {
    const wanted = part.dataset.anyOf.split(" ");
    part.hidden = ![...document.getElementsByName(part.dataset.onlyAfter)].some(
      (input) => input.checked && wanted.includes(input.value) && !input.closest("[data-only-after][hidden]"),
    );
  }
};
for (const part of onlyAfter) {
  part.querySelector("[data-only-words]").hidden = true;
  for (const input of document.getElementsByName(part.dataset.onlyAfter)) input.addEventListener("change", lookAtConditions);
}
lookAtConditions();

// Drafts: <form data-autosave="/address"> is posted after two seconds of quiet. The address answers 204.
for (const form of document.querySelectorAll("form[data-autosave]")) {
  const status = form.querySelector("[data-saved]") ?? form.appendChild(document.createElement("p"));
  status.classList.add("saved");
  status.setAttribute("role", "status");
  let timer = 0;
  let running = false;
  let again = false;

  const save = async () => {
    if (sendingForms.has(form)) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), redirect: "manual" });
      const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date());
      status.textContent = answer.status === 204 ? words.wordSaved.replace("{0}", time) : words.wordNotSaved;
      // The next saving starts from what is kept now, so that our own earlier saving is not taken for somebody else's.
      for (const pair of (answer.headers.get("Banyan-Versions") ?? "").split(";")) {
        const [question, version] = pair.split("=");
        const field = form.elements.namedItem(`v.${question}`);
        if (field && version) field.value = version;
      }
    } catch {
      status.textContent = words.wordNotSaved;
    }
    running = false;
    if (again) {
      again = false;
      save();
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, 2000);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}

// A whole ISO date pasted into one of the three inputs is spread over them.
document.addEventListener("paste", (event) => {
  const group = event.target instanceof Element ? event.target.closest("[data-date]") : null;
  const found = group && /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(event.clipboardData?.getData("text") ?? "");
  if (!found) return;
  const [day, month, year] = group.querySelectorAll("input");
  year.value = found[1];
  month.value = String(Number(found[2]));
  day.value = String(Number(found[3]));
  group.dispatchEvent(new Event("input", { bubbles: true }));
  event.preventDefault();
});

document.querySelector("[data-error-summary]")?.focus();
