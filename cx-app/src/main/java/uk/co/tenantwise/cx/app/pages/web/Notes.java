package uk.co.tenantwise.cx.app.pages.web;

import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.view.ConfirmView;
import uk.co.tenantwise.cx.app.pages.words.Message;

/** Checks the note that a customer may add to a cancellation; the API has the same limits. */
final class Notes {
    static final int MAX_LENGTH = ConfirmView.NOTE_LIMIT;

    private Notes() {}

    /**
     * The note in {@code form}. A browser counts a line break as one character and sends two, so that a note as long as it
     * allows would be too long here.
     */
    static String of(Form form) {
        return form.get("note").replace("\r\n", "\n").strip();
    }

    /** What is wrong with {@code note}, if anything. */
    static Optional<Message> problem(String note) {
        if (note.length() > MAX_LENGTH) {
            return Optional.of(Message.NOTE_TOO_LONG);
        }
        return note.codePoints().allMatch(Notes::isFit) ? Optional.empty() : Optional.of(Message.NOTE_UNFIT);
    }

    private static boolean isFit(int character) {
        return character == '\n'
                || character == '\r'
                || (!Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE);
    }
}
