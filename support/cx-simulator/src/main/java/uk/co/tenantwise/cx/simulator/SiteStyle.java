package uk.co.tenantwise.cx.simulator;

/**
 * How one Cx instance answers: the choices in which real sites differ. Immutable; change it with
 * {@link Site#style(SiteStyle)}.
 *
 * @param refusals how a business refusal is told
 * @param dates how date-times are written
 * @param casing how keys are written
 * @param tokenRefusals what a call without a valid token gets
 * @param extraKeys whether objects carry keys that the contract does not know
 * @param writesNulls whether optional fields without a value are written as null
 * @param ignoresCreatedFrom whether the CreatedFrom parameter is ignored
 */
public record SiteStyle(
        Refusals refusals,
        Dates dates,
        Casing casing,
        TokenRefusals tokenRefusals,
        boolean extraKeys,
        boolean writesNulls,
        boolean ignoresCreatedFrom) {

    /** How a business refusal is told. */
    public enum Refusals {
        /** Status 200 with {@code Success: false}. */
        QUIET_200,
        /** Status 409 with {@code Success: false}. */
        CONFLICT_409
    }

    /** How date-times are written. */
    public enum Dates {
        /** UK local time without offset, {@code 2026-12-09T10:00:00}. */
        LOCAL,
        /** With the UK offset of that day, {@code 2026-07-09T10:00:00+01:00}. */
        OFFSET,
        /** In UTC, {@code 2026-07-09T09:00:00Z}. */
        UTC
    }

    /** How keys are written. */
    public enum Casing {
        /** {@code WorkOrderReference}. */
        PASCAL,
        /** {@code workOrderReference}. */
        CAMEL,
        /** {@code workorderreference}. */
        LOWER,
        /** {@code WORKORDERREFERENCE}. */
        UPPER
    }

    /** What a call without a valid token gets. */
    public enum TokenRefusals {
        /** Status 401 with a JSON message. */
        UNAUTHORIZED_401,
        /** Status 302 to the log-in page. */
        REDIRECT_302,
        /** Status 200 with the HTML of the log-in page. */
        LOGIN_PAGE_200
    }

    /** As the contract describes the normal case. */
    public static final SiteStyle USUAL = new SiteStyle(
            Refusals.QUIET_200, Dates.LOCAL, Casing.PASCAL, TokenRefusals.UNAUTHORIZED_401, false, false, false);

    /** This style with refusals told another way. */
    public SiteStyle with(Refusals other) {
        return new SiteStyle(other, dates, casing, tokenRefusals, extraKeys, writesNulls, ignoresCreatedFrom);
    }

    /** This style with date-times written another way. */
    public SiteStyle with(Dates other) {
        return new SiteStyle(refusals, other, casing, tokenRefusals, extraKeys, writesNulls, ignoresCreatedFrom);
    }

    /** This style with keys written another way. */
    public SiteStyle with(Casing other) {
        return new SiteStyle(refusals, dates, other, tokenRefusals, extraKeys, writesNulls, ignoresCreatedFrom);
    }

    /** This style with invalid tokens refused another way. */
    public SiteStyle with(TokenRefusals other) {
        return new SiteStyle(refusals, dates, casing, other, extraKeys, writesNulls, ignoresCreatedFrom);
    }

    /** This style with keys that the contract does not know. */
    public SiteStyle withExtraKeys() {
        return new SiteStyle(refusals, dates, casing, tokenRefusals, true, writesNulls, ignoresCreatedFrom);
    }

    /** This style with optional fields written as null. */
    public SiteStyle writingNulls() {
        return new SiteStyle(refusals, dates, casing, tokenRefusals, extraKeys, true, ignoresCreatedFrom);
    }

    /** This style without regard to CreatedFrom. */
    public SiteStyle ignoringCreatedFrom() {
        return new SiteStyle(refusals, dates, casing, tokenRefusals, extraKeys, writesNulls, true);
    }
}
