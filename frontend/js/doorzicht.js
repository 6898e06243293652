import "htmx.org";
import { enableBusyButtons, enableErrorSummary } from "./formulier.js";
import { enableMenus } from "./menu.js";

enableBusyButtons();
enableErrorSummary();
enableMenus();

// Our cross-site token cookie cannot be read by scripts: a fragment that changes something sends the token
// of the page it stands on.
document.addEventListener("htmx:config:request", (event) => {
  const { ctx } = event.detail;
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (token && ctx.request.method !== "GET") ctx.request.headers["X-CSRFToken"] = token.value;
});
