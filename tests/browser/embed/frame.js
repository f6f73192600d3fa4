// The frame's address and sandbox stand in this page's own; what it says is kept in `heard`, as it came.
const asked = new URLSearchParams(location.search);
window.heard = [];
addEventListener("message", ({ data }) => heard.push(data));
addEventListener("DOMContentLoaded", () => {
  const frame = document.createElement("iframe");
  if (asked.has("sandbox")) frame.setAttribute("sandbox", asked.get("sandbox"));
  frame.width = asked.get("width") ?? "900";
  frame.height = "700";
  frame.src = asked.get("src");
  document.body.append(frame);
  window.say = (message) => frame.contentWindow.postMessage(message, "*");
});
