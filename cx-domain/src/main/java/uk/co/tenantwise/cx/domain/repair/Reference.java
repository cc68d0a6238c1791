package uk.co.tenantwise.cx.domain.repair;

/** The one rule for references of every kind: Cx sites configure their syntax freely, so they are opaque. */
final class Reference {
    static final int MAX_LENGTH = 200;

    private Reference() {}

    static void check(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    what + " must have at most " + MAX_LENGTH + " characters, had " + value.length());
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " must hold printable characters only");
        }
    }
}
