// "Sluit deze website meteen": without JavaScript a link; with it the page is replaced, so that the back
// button does not lead here.
export function enableQuickExit() {
  for (const link of document.querySelectorAll("[data-verlaat]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.body.hidden = true;
      window.location.replace(link.href);
    });
  }
}
