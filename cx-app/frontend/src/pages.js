import { Button, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink } from "govuk-frontend";
import { DatePicker } from "@ministryofjustice/frontend/moj/components/date-picker/date-picker.mjs";
import { copyOnClick } from "./copy.js";
import { keepExampleCurrent } from "./example.js";
import { waitForOutcome } from "./outcome.js";
import { revealWhenChosen } from "./reveal.js";
import { warnOfUnsaved } from "./unsaved.js";

const components = [Button, ErrorSummary, NotificationBanner, ServiceNavigation, SkipLink, DatePicker];
for (const Component of components) {
  for (const root of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    new Component(root);
  }
}

const behaviours = {
  "cx-copy": copyOnClick,
  "cx-example": keepExampleCurrent,
  "cx-outcome": waitForOutcome,
  "cx-reveal": revealWhenChosen,
  "cx-unsaved": warnOfUnsaved,
};
for (const [name, start] of Object.entries(behaviours)) {
  for (const root of document.querySelectorAll(`[data-module="${name}"]`)) {
    start(root);
  }
}
