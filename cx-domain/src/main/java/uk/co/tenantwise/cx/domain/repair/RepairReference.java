package uk.co.tenantwise.cx.domain.repair;

/**
 * The reference of a repair (in Cx: of a works order). It is unique within one company only.
 *
 * @param value 1 to 200 printable characters, not blank, compared exactly
 */
public record RepairReference(String value) {
    /** @throws IllegalArgumentException when blank, longer than 200 characters, or holding a control character */
    public RepairReference {
        Reference.check("repair reference", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
