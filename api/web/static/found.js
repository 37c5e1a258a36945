// Marks the words of a search on the pages of a document: their boxes come from the API.
(async () => {
  "use strict";
  const query = new URLSearchParams(location.search).get("tim");
  const viewer = document.querySelector(".viewer");
  const id = location.pathname.split("/").pop();
  if (!query || !viewer) return;
  const answer = await fetch(`/api/v1/documents/${id}/matches?q=${encodeURIComponent(query)}`);
  if (!answer.ok) return;
  const svg = "http://www.w3.org/2000/svg";
  for (const { page, text, box: [left, top, right, bottom] } of await answer.json()) {
    const layer = document.querySelector(`#trang-${page} svg`);
    if (!layer) continue;
    const mark = document.createElementNS(svg, "g");
    mark.setAttribute("class", "mark found");
    const title = document.createElementNS(svg, "title");
    title.textContent = text;
    const rect = document.createElementNS(svg, "rect");
    const sides = { x: left - 1, y: top - 1, width: right - left + 2, height: bottom - top + 2, rx: 1.5 };
    for (const [name, value] of Object.entries(sides)) rect.setAttribute(name, value);
    mark.append(title, rect);
    layer.prepend(mark);
  }
})();
