"use strict";
// Conveniences only: the page reads and links without this.
(() => {
  const lit = [];
  const targeted = () => document.querySelector(":target");
  const light = () => {
    for (const mark of lit.splice(0)) mark.classList.remove("on");
    const target = targeted();
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    let left = Number(target.dataset.marks || 0);
    if (!left) return;
    const article = target.closest("article");
    const marks = article.querySelectorAll("mark");
    for (const mark of marks) {
      if (!left) break;
      if (target.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) {
        mark.classList.add("on");
        lit.push(mark);
        left -= 1;
      }
    }
    target.scrollIntoView({ block: "center" });
  };
  window.addEventListener("hashchange", light);
  window.addEventListener("load", light);

  // A way back from a passage to the line that led there.
  const back = document.createElement("button");
  back.type = "button";
  back.className = "back";
  back.textContent = "← Back";
  back.hidden = true;
  back.addEventListener("click", () => history.back());
  document.body.append(back);
  window.addEventListener("hashchange", () => {
    const target = targeted();
    back.hidden = !(target && target.dataset.marks);
  });

  // A filter above every long list.
  for (const list of document.querySelectorAll(".filtered")) {
    const rows = [...(list.tBodies ? list.tBodies[0].rows : list.children)];
    if (rows.length < 12) continue;
    const box = document.createElement("input");
    box.type = "search";
    box.className = "filter";
    box.placeholder = `Filter ${rows.length} rows`;
    box.setAttribute("aria-label", "Show only rows with these words");
    box.addEventListener("input", () => {
      const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !words.every((word) => text.includes(word));
      }
    });
    list.before(box);
  }

  // Everything at once, for whoever wants to print all of it; paper gets what is open, and the legend.
  const all = document.createElement("button");
  all.type = "button";
  all.className = "all";
  const folds = document.querySelectorAll("main details");
  const say = (open) => { all.textContent = open ? "Close all" : "Open all"; };
  all.addEventListener("click", () => {
    const open = all.textContent === "Open all";
    for (const fold of folds) fold.open = open;
    say(open);
  });
  say(false);
  document.querySelector(".contents ol").append(Object.assign(document.createElement("li"), { className: "last" }));
  document.querySelector(".contents .last").append(all);
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll(".legend, .more")) fold.open = true;
  });
})();
