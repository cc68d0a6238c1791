package uk.co.tenantwise.cx.app.pages.view;

/**
 * What became of an attempt to cancel.
 *
 * @param heading in a few words
 * @param message in one or two sentences
 * @param detail what that means, may be empty
 * @param good whether it is cancelled
 * @param waiting whether it is not known yet
 * @param code the code of the outcome
 * @param self where this page is
 * @param state where its code can be asked for
 */
public record OutcomeView(
        String heading,
        String message,
        String detail,
        boolean good,
        boolean waiting,
        String code,
        String self,
        String state) {}
