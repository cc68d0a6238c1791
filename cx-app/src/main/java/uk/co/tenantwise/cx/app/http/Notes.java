package uk.co.tenantwise.cx.app.http;

import java.util.ArrayList;
import java.util.List;
import uk.co.tenantwise.cx.app.json.JsonFields;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;

/** Reads the note that a customer may add to a cancellation. */
final class Notes {
    private static final int MAX_LENGTH = 500;

    private Notes() {}

    /** The note, empty when there is none. @throws ProblemException when it, or any other field, is wrong */
    static String read(JsonFields fields) {
        String note = fields.text("note").orElse("");
        List<FieldProblem> problems = new ArrayList<>(fields.problems());
        if (note.length() > MAX_LENGTH) {
            problems.add(new FieldProblem("note", "Enter at most " + MAX_LENGTH + " characters"));
        } else if (!note.codePoints().allMatch(Notes::isFit)) {
            problems.add(new FieldProblem("note", "Enter printable characters and line breaks only"));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(Problems.invalidInput(problems));
        }
        return note.strip();
    }

    private static boolean isFit(int character) {
        return character == '\n'
                || character == '\r'
                || (!Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE);
    }
}
