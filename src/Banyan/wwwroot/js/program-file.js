// While somebody types a program file: after a second of quiet the site says what is wrong with it. Text goes in as text.

for (const form of document.querySelectorAll("form[data-program-check]")) {
  const list = form.querySelector("[data-program-problems]");
  const fine = form.querySelector("[data-program-fine]");
  const text = form.elements.namedItem("text");
  let timer = 0;
  let asked = 0;

  const check = async () => {
    const turn = ++asked;
    try {
      const answer = await fetch(form.dataset.programCheck, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "text/plain" }, redirect: "manual" });
      if (!answer.ok) return;
      const lines = (await answer.text()).split("\n").filter((line) => line);
      // An answer about an older text says nothing about this one.
      if (turn !== asked) return;
      list.replaceChildren(
        ...lines.map((line) => {
          const item = document.createElement("li");
          item.textContent = line;
          return item;
        }),
      );
      fine.textContent = lines.length === 0 ? form.dataset.wordFine : "";
    } catch {
      // Without the network the button still says it later.
    }
  };

  text.addEventListener("input", () => {
    clearTimeout(timer);
    asked++;
    timer = setTimeout(check, 1000);
  });
}
