const PAUSE_MS = 300;

/**
 * Keeps the worked example in step with the form that it stands in. The sentence is made by the server, from the rules that
 * decide about real visits; here it is only fetched.
 */
export function keepExampleCurrent(root) {
  const form = root.closest("form");
  const text = root.querySelector("[data-example-text]");
  let timer;
  let latest = 0;

  const refresh = async () => {
    const mine = ++latest;
    const fields = new URLSearchParams(new FormData(form));
    for (const name of ["_csrf", "cancellation.contactLine"]) {
      fields.delete(name);
    }
    try {
      const answer = await fetch(`${root.dataset.exampleUrl}?${fields}`, { headers: { Accept: "text/plain" } });
      if (answer.ok && mine === latest) {
        text.textContent = await answer.text();
      }
    } catch {
      // Away for a moment: the last sentence stays, and the next key tries again.
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, PAUSE_MS);
  });
  form.addEventListener("change", refresh);
}
