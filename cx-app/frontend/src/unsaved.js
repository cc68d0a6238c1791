/**
 * Each section of the page is a form of its own, and the page is read anew after each: what was entered elsewhere and not
 * saved would be lost. The first press of a button then says so, and the second goes on.
 */
export function warnOfUnsaved(root) {
  const forms = [...root.querySelectorAll("form")];
  // What the server has refused or given back is shown again, but not saved.
  const shownAgain = root.dataset.unsaved && document.querySelector(`#${root.dataset.unsaved} form`);
  for (const form of forms) {
    const button = form.querySelector("button[type=submit]");
    // Empty and there from the start, so that screen readers notice when it is filled.
    const said = document.createElement("p");
    said.setAttribute("aria-live", "assertive");
    button.before(said);
    let warned = false;
    const forget = () => {
      warned = false;
      said.className = "";
      said.textContent = "";
    };
    root.addEventListener("input", forget);
    // The date picker tells of a change only.
    root.addEventListener("change", forget);
    form.addEventListener("submit", (event) => {
      const names = forms.filter((other) => other !== form && (other === shownAgain || isChanged(other))).map(nameOf);
      if (warned || names.length === 0) {
        return;
      }
      event.preventDefault();
      warned = true;
      said.className = "govuk-inset-text";
      said.textContent =
        `You have entered something under ${list(names)} that is not saved and would be lost. ` +
        `Save it first, or press “${button.textContent.trim()}” again to go on without it.`;
    });
  }
}

function isChanged(form) {
  return [...form.elements].some(differs);
}

function differs(field) {
  switch (field.type) {
    case "hidden":
    case "submit":
    case "button":
      return false;
    case "radio":
    case "checkbox":
      return field.checked !== field.defaultChecked;
    case "select-one":
      return field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
    default:
      return "defaultValue" in field && field.value !== field.defaultValue;
  }
}

function nameOf(form) {
  return `“${form.closest("section").querySelector("h2").textContent.trim()}”`;
}

function list(names) {
  return [...new Set(names)].join(" and ");
}
