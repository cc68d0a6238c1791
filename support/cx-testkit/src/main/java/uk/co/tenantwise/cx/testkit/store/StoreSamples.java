package uk.co.tenantwise.cx.testkit.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.co.tenantwise.cx.domain.cancellation.CancellationAttempt;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;
import uk.co.tenantwise.cx.domain.cancellation.CancellationTarget;
import uk.co.tenantwise.cx.domain.cancellation.UkNation;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.repair.RepairReference;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CancellationSettings;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CompanyId;
import uk.co.tenantwise.cx.domain.settings.ConnectionSettings;
import uk.co.tenantwise.cx.domain.settings.CxSite;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.NoticeUnit;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsDiff;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.NewAttempt;

/** Fixed values for tests of stores, every field different from its default. */
public final class StoreSamples {
    /** Monday 7 December 2026, 09:15:30.123456 UTC: as precise as stores keep instants. */
    public static final Instant MONDAY = Instant.parse("2026-12-07T09:15:30.123456Z");

    /** A password that must be found nowhere but in the settings in memory. */
    public static final Secret PASSWORD = Secret.of("Pass-w\u00f6rd \u2603 7");

    /** Where the samples are known. */
    public static final CxSite SITE = new CxSite(ApiUrl.parse("https://cx.example.org"), new CompanyId("HOMES/1"));

    /** Whose the samples are. */
    public static final ContactReference CONTACT = new ContactReference("CON 00/17");

    private StoreSamples() {}

    /** A connection that is complete. */
    public static ConnectionSettings connection(Secret password) {
        return new ConnectionSettings(true, Optional.of(SITE.apiUrl()), "tenantwise-api", Optional.of(password));
    }

    /** Settings with every field filled in, one version after {@code before}. */
    public static IntegrationSettings filledIn(IntegrationSettings before) {
        SettingsVersion next = before.version().next();
        return new IntegrationSettings(
                next,
                next,
                connection(PASSWORD),
                Optional.of(new Company(SITE.company(), "H1", "Homes & Gardens \u2013 North")),
                new RepairsSettings(
                        Optional.of(LocalDate.of(2026, 4, 1)),
                        new CancellationSettings(
                                false,
                                3,
                                NoticeUnit.WORKING_DAYS,
                                LocalTime.of(17, 30),
                                UkNation.SCOTLAND,
                                "CANC",
                                "TEN'ANT",
                                "Call 0800 000 000")),
                new RefreshPolicy(20, 60));
    }

    /** What the history says about a step from {@code before} to {@code after}. */
    public static SettingsChange change(IntegrationSettings before, IntegrationSettings after, Instant at) {
        return new SettingsChange(after.version(), at, "admin", SettingsDiff.between(before, after));
    }

    /** Identities that differ by number. */
    public static CancellationId id(int number) {
        return new CancellationId(new UUID(0x1234_5678_9abcL, number));
    }

    /** The repair of that number. */
    public static CancellationTarget repair(int number) {
        return new CancellationTarget.RepairTarget(new RepairReference("WO/2026 " + number));
    }

    /** An open attempt that was never sent. */
    public static CancellationAttempt open(int number, CancellationTarget target, Instant requestedAt) {
        return new CancellationAttempt(
                id(number),
                SITE,
                CONTACT,
                target,
                "I will be away \u2013 sorry; it's \"fixed\"",
                "portal",
                requestedAt,
                new SettingsVersion(4),
                new CancellationOutcome.Unknown(),
                0,
                Optional.empty(),
                0,
                Optional.empty());
    }

    /** An attempt that was stored with its final outcome. */
    public static CancellationAttempt closed(
            int number, CancellationTarget target, CancellationOutcome outcome, Instant at) {
        return open(number, target, at).closed(outcome, at);
    }

    /** An attempt to be stored, of a request without a key, for a target that nobody is known to have cancelled. */
    public static NewAttempt fresh(CancellationAttempt attempt) {
        return new NewAttempt(attempt, attempt.requestedAt(), Set.of(), Optional.empty());
    }

    static List<CancellationId> ids(List<CancellationAttempt> attempts) {
        return attempts.stream().map(CancellationAttempt::id).toList();
    }
}
