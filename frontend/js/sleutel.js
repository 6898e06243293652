// A passkey as the second step: asks the browser for a new one, or for a signature, and sends the answer with the form
// it stands in. Only on the pages that have such a form. Nothing is asked of another host.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const known = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

const FOUTEN = {
  InvalidStateError: "Deze sleutel staat al bij je account.",
  SecurityError: "Een sleutel werkt alleen op het adres met de naam van Doorzicht, niet op een nummer.",
};
const NIET_GELUKT = "Het is niet gelukt of je bent gestopt. Probeer het opnieuw, of gebruik de code uit je app.";

async function make({ publicKey }) {
  const { challenge, user, excludeCredentials } = publicKey;
  return navigator.credentials.create({
    publicKey: {
      ...publicKey,
      challenge: bytes(challenge),
      user: { ...user, id: bytes(user.id) },
      excludeCredentials: known(excludeCredentials),
    },
  });
}

async function sign({ publicKey }) {
  const { challenge, allowCredentials } = publicKey;
  return navigator.credentials.get({
    publicKey: { ...publicKey, challenge: bytes(challenge), allowCredentials: known(allowCredentials) },
  });
}

/** The answer of the browser, as the server reads it. */
function written(credential) {
  const { id, rawId, type, response, authenticatorAttachment } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  const answer = Object.fromEntries(parts.filter((p) => response[p]).map((p) => [p, text(response[p])]));
  return JSON.stringify({
    id,
    rawId: text(rawId),
    type,
    response: answer,
    authenticatorAttachment: authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

for (const form of document.querySelectorAll("form[data-sleutel]")) {
  const { creation_options: nieuw, request_options: vraag } = JSON.parse(form.dataset.sleutel);
  const button = form.querySelector("[data-sleutel-knop]");
  const message = form.querySelector("[data-sleutel-fout]");
  const show = (sentence) => {
    message.textContent = sentence;
    message.hidden = !sentence;
  };
  if (!window.PublicKeyCredential) continue;
  button.hidden = false;
  form.querySelector("[data-sleutel-zonder]").hidden = true;
  button.addEventListener("click", async () => {
    show("");
    try {
      const credential = await (nieuw ? make(nieuw) : sign(vraag));
      form.elements.credential.value = written(credential);
      form.submit();
    } catch (error) {
      show(FOUTEN[error.name] ?? NIET_GELUKT);
    }
  });
}
