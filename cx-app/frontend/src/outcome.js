const FIRST_WAIT_MS = 1500;
const LONGEST_WAIT_MS = 15000;

/** Asks now and then whether the outcome of a cancellation is known, and shows it when it is. */
export function waitForOutcome(root) {
  let wait = FIRST_WAIT_MS;
  const ask = async () => {
    try {
      const answer = await fetch(root.dataset.outcomeUrl, { headers: { Accept: "text/plain" } });
      if (answer.ok && (await answer.text()) !== root.dataset.outcome) {
        location.reload();
        return;
      }
      if (answer.status === 401 || answer.status === 404) {
        location.reload();
        return;
      }
    } catch {
      // Offline for a moment: ask again.
    }
    wait = Math.min(wait * 1.5, LONGEST_WAIT_MS);
    setTimeout(ask, wait);
  };
  setTimeout(ask, wait);
}
