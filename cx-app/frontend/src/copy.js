/** Copies the text of the element that the button names, and says so to everybody, screen readers included. */
export function copyOnClick(button) {
  const source = document.getElementById(button.dataset.copyFrom);
  const said = document.getElementById("cx-copied");
  if (!source || !said) {
    return;
  }
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const copied = await copy(source);
    said.textContent = copied ? `Copied ${button.dataset.copyName}` : "Could not copy. The text is selected: copy it yourself.";
    button.firstChild.textContent = copied ? "Copied" : "Select and copy";
    setTimeout(() => {
      button.firstChild.textContent = label.trim().split(" ")[0];
    }, 4000);
  });
}

async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    return true;
  } catch {
    // Without https, or with permission refused, there is no clipboard: select the text instead.
    getSelection().selectAllChildren(source);
    return false;
  }
}
