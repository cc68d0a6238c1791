package uk.co.tenantwise.cx.simulator;

import org.jspecify.annotations.Nullable;

/**
 * One contact (the Cx word for a person) of the simulated Cx. Immutable.
 *
 * @param company the company that qualifies every reference
 * @param reference the opaque reference
 * @param unit the functional unit it belongs to, empty when every user may see it
 * @param row what is written
 */
public record Contact(String company, String reference, String unit, Row row) {

    /** A contact with a name. */
    public static Contact of(String company, String reference, String fullName) {
        Row row = Row.EMPTY.with("ContactReference", reference).with("FullName", fullName);
        return new Contact(company, reference, "", row);
    }

    /** This contact living in an asset (the Cx word for a property). */
    public Contact livingAt(String assetReference, String address) {
        return with("AssetReference", assetReference).with("AssetAddress", address);
    }

    /** This contact visible to the users of one functional unit only. */
    public Contact inUnit(String functionalUnit) {
        return new Contact(company, reference, functionalUnit, row);
    }

    /** This contact with any field set to any value; null is written as null. */
    public Contact with(String key, @Nullable Object value) {
        return new Contact(company, reference, unit, row.with(key, value));
    }

    /** This contact without a field. */
    public Contact without(String key) {
        return new Contact(company, reference, unit, row.without(key));
    }
}
