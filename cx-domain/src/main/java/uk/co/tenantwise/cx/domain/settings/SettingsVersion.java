package uk.co.tenantwise.cx.domain.settings;

/**
 * Counts the saves of one instance.
 *
 * @param number 0 for the defaults that nobody has saved yet, then 1, 2, 3 and so on
 */
public record SettingsVersion(long number) implements Comparable<SettingsVersion> {
    /** Nothing saved yet. */
    public static final SettingsVersion INITIAL = new SettingsVersion(0);

    /** @throws IllegalArgumentException when negative */
    public SettingsVersion {
        if (number < 0) {
            throw new IllegalArgumentException("settings version must not be negative, was " + number);
        }
    }

    /** The version of the next save. */
    public SettingsVersion next() {
        return new SettingsVersion(number + 1);
    }

    @Override
    public int compareTo(SettingsVersion other) {
        return Long.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Long.toString(number);
    }
}
