const HIDDEN = "govuk-radios__conditional--hidden";

/**
 * Shows the fields that belong to a choice while it is chosen. GOV.UK Frontend's own script marks the radio button as
 * expanded, which ARIA does not allow for radio buttons.
 */
export function revealWhenChosen(group) {
  const choices = group.querySelectorAll("[data-reveals]");
  const show = () => {
    for (const choice of choices) {
      document.getElementById(choice.dataset.reveals).classList.toggle(HIDDEN, !choice.checked);
    }
  };
  group.addEventListener("change", show);
  // A browser that goes back restores what was chosen, but not what was shown.
  addEventListener("pageshow", show);
  show();
}
