package uk.co.tenantwise.cx.domain.repair;

/**
 * What Cx calls one contact, that is one customer of the portal. Opaque: each site configures its own syntax.
 *
 * @param value 1 to 200 printable characters, not blank, compared exactly
 */
public record ContactReference(String value) {
    /** @throws IllegalArgumentException when blank, longer than 200 characters, or holding a control character */
    public ContactReference {
        Reference.check("contact reference", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
