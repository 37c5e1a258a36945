// Tells why what a button asked for was refused; without this it would seem that nothing happened.
(() => {
  "use strict";
  const place = document.getElementById("told");
  const tell = (sentence) => {
    place.textContent = sentence;
    place.hidden = false;
  };
  const parse = (text) => {
    try { return JSON.parse(text); } catch { return {}; }
  };
  document.addEventListener("htmx:responseError", (event) => {
    tell(parse(event.detail.xhr.responseText).detail || "Không thực hiện được. Hãy tải lại trang rồi thử lại.");
  });
  document.addEventListener("htmx:sendError", () => {
    tell("Mất kết nối với máy chủ. Hãy kiểm tra mạng rồi thử lại.");
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    // What the page fetches by itself, as its lists, leaves the sentence there to be read.
    if (event.detail.successful && event.detail.requestConfig.verb !== "get") place.hidden = true;
  });
})();
