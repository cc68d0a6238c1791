package uk.co.tenantwise.cx.app.pages.view;

import java.util.List;

/**
 * What would change.
 *
 * @param version on which version this is based
 * @param changes what is different from what is saved, may be empty
 * @param summary how many customers were looked at
 * @param effects what would happen to them, one line each; empty when nothing
 * @param examples some of it
 * @param fields what was entered, to be sent on
 */
public record PreviewView(
        String version,
        List<ChangeLine> changes,
        String summary,
        List<String> effects,
        List<Example> examples,
        List<Field> fields) {
    /** Copies the lists. */
    public PreviewView {
        changes = List.copyOf(changes);
        effects = List.copyOf(effects);
        examples = List.copyOf(examples);
        fields = List.copyOf(fields);
    }

    /**
     * One repair or appointment.
     *
     * @param customer whose
     * @param what which, with the day of a visit
     * @param effect what would happen to it
     */
    public record Example(String customer, String what, String effect) {}
}
