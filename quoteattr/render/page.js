"use strict";
(() => {
  const WAIT = 250; // milliseconds in which the pointer can get from a mark to the panel
  const panel = document.querySelector(".panel");
  const inner = panel.firstElementChild;
  const marks = [...document.querySelectorAll("main mark")];
  const buttons = [...document.querySelectorAll("nav button")];
  const numbers = (mark) => mark.dataset.claims.split(" ");
  let shown = "";
  let leaving = 0;

  const show = (mark) => {
    clearTimeout(leaving);
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
  const markOf = (node) => node && node.closest ? node.closest("main mark") : null;
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => show(markOf(document.activeElement)), WAIT);
  };
  document.addEventListener("pointerover", (event) => {
    const mark = markOf(event.target);
    if (mark) show(mark);
    else if (event.target.closest(".panel")) clearTimeout(leaving);
    else leave();
  });
  document.documentElement.addEventListener("pointerleave", leave);
  document.addEventListener("focusin", (event) => { if (markOf(event.target)) show(markOf(event.target)); });
  document.addEventListener("focusout", (event) => { if (markOf(event.target)) leave(); });

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
    if (event.key !== "Escape") return;
    if (markOf(document.activeElement)) document.activeElement.blur();
    show(null);
    choose(null);
  });

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const each of folded) each.open = true;
  });
  addEventListener("afterprint", () => { for (const each of folded) each.open = false; });
})();
