package uk.co.tenantwise.cx.app.pages.present;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.present.Entry.Section;
import uk.co.tenantwise.cx.app.pages.view.PreviewView;
import uk.co.tenantwise.cx.app.pages.words.Dates;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.AppointmentTarget;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget.RepairTarget;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.domain.settings.SettingsDiff;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Effects;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview.Example;

/** Shows what repairs settings would change, before they are saved. */
public final class Previews {
    private Previews() {}

    /**
     * The page.
     *
     * @param settings what is saved
     * @param drafted what was entered, checked
     * @param effects what that would do
     * @param values what was entered, to be sent on
     * @param basedOn the version on which the form was based
     */
    public static PreviewView of(
            IntegrationSettings settings,
            RepairsSettings drafted,
            Effects effects,
            Map<String, String> values,
            String basedOn) {
        return new PreviewView(
                basedOn,
                SettingsDiff.between(settings, settings.with(drafted)).stream()
                        .map(Plain::change)
                        .toList(),
                summary(effects),
                lines(drafted, effects),
                effects.examples().stream().map(Previews::example).toList(),
                new SettingsForms(settings, Optional.of(new Entry(Section.REPAIRS, values, List.of())))
                        .repairs("")
                        .fields());
    }

    static String summary(Effects effects) {
        if (effects.customers() == 0) {
            return "No customer’s data are kept at the moment, so there is nobody to compare with. The settings apply"
                    + " when customers sign in.";
        }
        String looked =
                "Compared with the data kept now of " + count(effects.customers(), "customer", "customers") + ". ";
        return effects.none()
                ? looked + "Nothing they see would be hidden, and everything they can cancel could still be cancelled."
                : looked + "If you save:";
    }

    private static List<String> lines(RepairsSettings drafted, Effects effects) {
        List<String> lines = new ArrayList<>();
        if (drafted.cancellation().isCodeMissing()) {
            lines.add("Cx would refuse to cancel repairs, because a cancel code is blank.");
        }
        lines.addAll(lines(effects));
        return lines;
    }

    static List<String> lines(Effects effects) {
        List<String> lines = new ArrayList<>();
        if (effects.hiddenRepairs() > 0) {
            lines.add(count(effects.hiddenRepairs(), "repair", "repairs") + " would be hidden.");
        }
        if (effects.hiddenAppointments() > 0) {
            lines.add(count(effects.hiddenAppointments(), "appointment", "appointments") + " would be hidden.");
        }
        if (effects.noLongerCancellable() > 0) {
            lines.add(count(effects.noLongerCancellable(), "repair or appointment", "repairs and appointments")
                    + " could no longer be cancelled.");
        }
        return lines;
    }

    private static PreviewView.Example example(Example example) {
        String what = switch (example.target()) {
            case RepairTarget repair -> "Repair " + repair.text();
            case AppointmentTarget visit ->
                example.start()
                        .map(start -> "Visit on " + Dates.ENGLISH.visit(start, Optional.empty()))
                        .orElse("Visit " + visit.text());
        };
        return new PreviewView.Example(
                example.contact().value(),
                what,
                switch (example.effect()) {
                    case HIDDEN -> "Hidden";
                    case NO_LONGER_CANCELLABLE -> "Could no longer be cancelled";
                });
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
