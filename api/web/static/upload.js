// Sends the chosen or dropped files one after the other; each has a row that tells how far it is.
(() => {
  "use strict";
  const form = document.getElementById("upload");
  const input = document.getElementById("files");
  const list = document.getElementById("uploads");
  const template = document.getElementById("upload-row");
  const limit = Number(form.dataset.limit);
  let queue = Promise.resolve();

  const addRow = (file) => {
    const row = template.content.firstElementChild.cloneNode(true);
    row.querySelector(".upload-name").textContent = file.name;
    list.prepend(row);
    return row;
  };

  const say = (row, text, share) => {
    row.querySelector(".upload-state").textContent = text;
    const bar = row.querySelector("progress");
    if (share === null) bar.removeAttribute("value");
    else bar.value = share;
  };

  const fail = (row, sentence) => {
    row.classList.add("failed");
    row.querySelector("use").setAttribute("href", "/static/icons.svg#alert");
    row.querySelector(".upload-state").textContent = sentence;
    row.querySelector("progress").remove();
  };

  const parse = (text) => {
    try { return JSON.parse(text); } catch { return {}; }
  };

  const follow = (row, request) => {
    const answer = parse(request.responseText);
    if (request.status !== 200 && request.status !== 201) {
      fail(row, answer.detail || "Không gửi được tệp. Hãy thử lại; nếu còn lỗi, báo cho người quản trị.");
      return;
    }
    const known = request.status === 200 ? "?da_co=1" : "";
    document.getElementById(`upload-${answer.id}`)?.remove();
    htmx.ajax("GET", `/van-ban/${answer.id}/dong${known}`, { target: row, swap: "outerHTML" });
  };

  const send = (file, row) => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("file", file, file.name);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) say(row, "Đang gửi…", (100 * event.loaded) / event.total);
    });
    request.upload.addEventListener("load", () => say(row, "Đã gửi, đang kiểm tra…", null));
    request.addEventListener("load", () => { follow(row, request); resolve(); });
    request.addEventListener("error", () => {
      fail(row, "Mất kết nối với máy chủ. Hãy kiểm tra mạng rồi gửi lại tệp.");
      resolve();
    });
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  });

  const take = (files) => {
    for (const file of files) {
      const row = addRow(file);
      if (file.size > limit) {
        fail(row, `Tệp nặng hơn ${Math.round(limit / 1048576)} MB. Hãy tách tệp hoặc quét lại ở 300 dpi.`);
      } else {
        queue = queue.then(() => send(file, row));
      }
    }
  };

  input.addEventListener("change", () => { take(input.files); input.value = ""; });
  form.addEventListener("submit", (event) => event.preventDefault());

  // The whole window takes a dropped file, so that a near miss does not open it in the browser.
  let depth = 0;
  const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
  addEventListener("dragenter", (event) => {
    if (!carriesFiles(event)) return;
    depth += 1;
    form.classList.add("is-over");
  });
  addEventListener("dragleave", () => {
    depth = Math.max(0, depth - 1);
    if (depth === 0) form.classList.remove("is-over");
  });
  addEventListener("dragover", (event) => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    depth = 0;
    form.classList.remove("is-over");
    take(event.dataTransfer.files);
  });
})();
