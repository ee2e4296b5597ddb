"use strict";
(() => {
  const panel = document.querySelector(".panel");
  const inner = panel.firstElementChild;
  const marks = [...document.querySelectorAll("article mark")];
  const buttons = [...document.querySelectorAll("nav button")];
  const numbers = (mark) => mark.dataset.claims.split(" ");
  let shown = null;

  const show = (mark) => {
    const wanted = mark ? numbers(mark) : [];
    if (shown === wanted.join(" ")) return;
    shown = wanted.join(" ");
    for (const other of marks) other.classList.toggle("on", numbers(other).some((n) => wanted.includes(n)));
    inner.replaceChildren(...wanted.map((n) => {
      const copy = document.createElement("section");
      copy.innerHTML = document.getElementById("claim-" + n).innerHTML;
      return copy;
    }));
    panel.hidden = !wanted.length;
    panel.className = "panel" + (mark ? " c" + mark.dataset.colour : "");
  };
  const markOf = (event) => event.target.closest ? event.target.closest("article mark") : null;
  document.addEventListener("pointerover", (event) => { if (markOf(event)) show(markOf(event)); });
  document.addEventListener("focusin", (event) => { if (markOf(event)) show(markOf(event)); });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".panel, article mark, nav")) show(null);
  });

  const choose = (number) => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.speaker === number));
    document.body.classList.toggle("chosen-one", number !== null);
    for (const mark of marks) mark.classList.toggle("chosen", mark.dataset.speakers.split(" ").includes(number));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      choose(button.getAttribute("aria-pressed") === "true" ? null : button.dataset.speaker);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { show(null); choose(null); }
  });
})();
