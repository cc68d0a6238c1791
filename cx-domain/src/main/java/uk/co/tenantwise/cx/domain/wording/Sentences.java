package uk.co.tenantwise.cx.domain.wording;

/** Joins sentences, whatever language they are in. */
final class Sentences {
    private static final String ENDS = ".!?";

    private Sentences() {}

    /** Someone else's words at the end of a sentence, which then ends properly. */
    static String quoted(String words) {
        String said = words.strip();
        if (said.isEmpty()) {
            return ".";
        }
        return ": " + said + (ENDS.indexOf(said.charAt(said.length() - 1)) >= 0 ? "" : ".");
    }

    static String withContact(String sentence, String contactLine) {
        return contactLine.isBlank() ? sentence : sentence + " " + contactLine.strip();
    }
}
