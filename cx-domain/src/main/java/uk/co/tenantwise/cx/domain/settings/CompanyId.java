package uk.co.tenantwise.cx.domain.settings;

/**
 * The identity of a company in Cx.
 *
 * @param value 1 to 100 printable characters, not blank
 */
public record CompanyId(String value) {
    /** @throws IllegalArgumentException when blank, longer than 100 characters, or holding a control character */
    public CompanyId {
        if (value.isBlank() || value.length() > 100 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("company id must be 1 to 100 printable characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
