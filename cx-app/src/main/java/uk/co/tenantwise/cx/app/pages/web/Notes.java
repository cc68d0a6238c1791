package uk.co.tenantwise.cx.app.pages.web;

import java.util.Optional;
import uk.co.tenantwise.cx.app.pages.words.Message;

/** Checks the note that a customer may add to a cancellation; the API has the same limits. */
final class Notes {
    static final int MAX_LENGTH = 500;

    private Notes() {}

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
