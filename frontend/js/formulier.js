// Small comforts on top of plain forms; every form also works without them.

/** While a form is under way its button stays readable and says so; a second press sends nothing. */
export function enableBusyButtons() {
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = event.target;
    if (form.dataset.bezig) {
      event.preventDefault();
      return;
    }
    if (form.method !== "post") return;
    form.dataset.bezig = "ja";
    const button = event.submitter;
    if (button) showBusy(button);
  });
  // A page that comes back from the browser's memory must be usable again.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll("form[data-bezig]").forEach(release);
  });
}

function showBusy(button) {
  const label = button.querySelector(".nl-button__label") ?? button;
  button.dataset.tekst = label.textContent;
  button.setAttribute("aria-disabled", "true");
  button.classList.add("nl-button--busy");
  label.textContent = button.dataset.bezigTekst || document.documentElement.dataset.bezigTekst;
}

function release(form) {
  delete form.dataset.bezig;
  for (const button of form.querySelectorAll(".nl-button--busy")) {
    const label = button.querySelector(".nl-button__label") ?? button;
    label.textContent = button.dataset.tekst;
    button.removeAttribute("aria-disabled");
    button.classList.remove("nl-button--busy");
  }
}

/** The error summary takes the focus, and its links put the focus in the field they name. */
export function enableErrorSummary() {
  const summary = document.querySelector("[data-foutsamenvatting]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.closest(".dz-veld")?.scrollIntoView({ block: "start" });
    field.focus({ preventScroll: true });
  });
}
