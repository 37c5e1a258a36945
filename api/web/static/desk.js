// Ties each value of the record to its box on the page: hover or focus lights both, a click goes to the other.
(() => {
  "use strict";
  const viewer = document.querySelector(".viewer");
  const sheets = document.querySelector(".sheets");
  const record = document.querySelector(".record");
  if (!viewer || !sheets) return;
  const smooth = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";

  const placed = (target) => target instanceof Element && target.closest("[data-place]");

  const light = (place) => {
    for (const lit of document.querySelectorAll(".is-lit")) lit.classList.remove("is-lit");
    if (!place) return;
    for (const peer of document.querySelectorAll(`[data-place="${CSS.escape(place)}"]`)) peer.classList.add("is-lit");
  };

  // Scrolls to the box inside the page column alone, so that the record stays where the reader is.
  const showBox = (place) => {
    const box = document.getElementById(`o-${place}`)?.querySelector("rect");
    if (!box) return;
    const inner = box.getBoundingClientRect();
    const outer = sheets.getBoundingClientRect();
    const isAway = inner.top < outer.top + 12 || inner.bottom > outer.bottom - 12;
    const isAside = inner.left < outer.left || inner.right > outer.right;
    sheets.scrollBy({
      top: isAway ? inner.top - outer.top - Math.max(24, (outer.height - inner.height) / 2) : 0,
      left: isAside ? inner.left - outer.left - 24 : 0,
      behavior: smooth,
    });
  };

  const showValue = (value) => {
    value?.scrollIntoView({ block: "center", behavior: smooth });
    value?.focus({ preventScroll: true });
  };

  document.addEventListener("pointerover", (event) => {
    const source = placed(event.target);
    if (source) light(source.dataset.place);
  });
  document.addEventListener("pointerout", (event) => {
    if (placed(event.target)) light(placed(document.activeElement)?.dataset?.place);
  });
  document.addEventListener("focusin", (event) => {
    const source = placed(event.target);
    if (!source) return;
    light(source.dataset.place);
    if (record.contains(source)) showBox(source.dataset.place);
  });
  document.addEventListener("click", (event) => {
    const source = placed(event.target);
    if (!source) return;
    event.preventDefault();
    light(source.dataset.place);
    if (record.contains(source)) showBox(source.dataset.place);
    else showValue(document.querySelector(source.getAttribute("href")));
  });

  for (const button of viewer.querySelectorAll("button[data-zoom]")) {
    button.addEventListener("click", () => {
      const share = (sheets.scrollTop + sheets.clientHeight / 2) / sheets.scrollHeight;
      viewer.dataset.zoom = button.dataset.zoom;
      for (const other of viewer.querySelectorAll("button[data-zoom]")) {
        other.setAttribute("aria-pressed", String(other === button));
      }
      sheets.scrollTop = share * sheets.scrollHeight - sheets.clientHeight / 2;
    });
  }

  const links = new Map([...viewer.querySelectorAll(".thumbs a")].map((link) => [link.hash.slice(1), link]));
  for (const [id, link] of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const sheet = document.getElementById(id);
      sheets.scrollTo({ top: sheet.offsetTop - sheets.offsetTop - 8, behavior: smooth });
    });
  }
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const link = links.get(entry.target.id);
      if (entry.isIntersecting) link?.setAttribute("aria-current", "true");
      else link?.removeAttribute("aria-current");
    }
  }, { root: sheets, rootMargin: "-45% 0px -45% 0px" });
  for (const sheet of sheets.querySelectorAll(".sheet")) seen.observe(sheet);

  // A link from a list of tasks or from a search leads to a value or to a page.
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.matches(".sheet")) links.get(target.id)?.click();
    else if (target && record.contains(target)) showValue(target);
  };
  addEventListener("hashchange", arrive);
  addEventListener("load", arrive);
})();
