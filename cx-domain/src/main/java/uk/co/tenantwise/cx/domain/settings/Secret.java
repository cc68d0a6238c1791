package uk.co.tenantwise.cx.domain.settings;

/** Text that must never be shown: its {@link #toString()} hides it. Thread-safe. */
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** Wraps {@code text}. @throws IllegalArgumentException when empty */
    public static Secret of(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("secret must not be empty");
        }
        return new Secret(text);
    }

    /** The text itself, for the one place that sends or encrypts it. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && text.equals(secret.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
