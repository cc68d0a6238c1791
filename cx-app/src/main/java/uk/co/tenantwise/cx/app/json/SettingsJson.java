package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.co.tenantwise.cx.domain.refresh.RefreshPolicy;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CancellationSettings;
import uk.co.tenantwise.cx.domain.settings.ConnectionSettings;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;

/**
 * The settings as {@code GET /integration} answers them; never with the password.
 *
 * @param connection how Cx is reached
 * @param company whose data are shown, null until selected
 * @param repairs what customers see and may cancel
 * @param refresh for how many minutes data are kept
 * @param status the name of a {@link uk.co.tenantwise.cx.domain.settings.Readiness}
 * @param version counts the saves; also the ETag
 */
@Serdeable.Serializable
public record SettingsJson(
        Connection connection,
        @Nullable CompanyJson company,
        Repairs repairs,
        Refresh refresh,
        String status,
        long version) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * The connection.
     *
     * @param enabled whether the integration is switched on
     * @param apiUrl the base URL, empty when there is none
     * @param username the Cx user, empty when there is none
     * @param passwordSet whether a password is stored
     */
    @Serdeable.Serializable
    public record Connection(boolean enabled, String apiUrl, String username, boolean passwordSet) {
        static Connection of(ConnectionSettings settings) {
            return new Connection(
                    settings.enabled(),
                    settings.apiUrl().map(ApiUrl::toString).orElse(""),
                    settings.username(),
                    settings.password().isPresent());
        }
    }

    /**
     * The repairs settings.
     *
     * @param startDate the first creation date that customers see, null for no limit
     * @param cancellation whether and how late customers may cancel
     */
    @Serdeable.Serializable
    public record Repairs(@Nullable String startDate, Cancellation cancellation) {
        static Repairs of(RepairsSettings settings) {
            return new Repairs(
                    settings.startDate().map(Object::toString).orElse(null), Cancellation.of(settings.cancellation()));
        }
    }

    /**
     * The cancellation settings.
     *
     * @param enabled whether customers may cancel
     * @param noticeDays 0 to 365
     * @param noticeUnit the name of a {@link uk.co.tenantwise.cx.domain.settings.NoticeUnit}
     * @param cutOff {@code HH:mm}
     * @param bankHolidays the name of a {@link uk.co.tenantwise.cx.domain.cancellation.UkNation}
     * @param cancelStatusCode the site's code, may be empty
     * @param cancelReasonCode the site's code, may be empty
     * @param contactLine what to do instead, may be empty
     */
    @Serdeable.Serializable
    public record Cancellation(
            boolean enabled,
            int noticeDays,
            String noticeUnit,
            String cutOff,
            String bankHolidays,
            String cancelStatusCode,
            String cancelReasonCode,
            String contactLine) {
        static Cancellation of(CancellationSettings settings) {
            return new Cancellation(
                    settings.enabled(),
                    settings.noticeDays(),
                    settings.noticeUnit().name(),
                    MINUTES.format(settings.cutOff()),
                    settings.bankHolidays().name(),
                    settings.cancelStatusCode(),
                    settings.cancelReasonCode(),
                    settings.contactLine());
        }
    }

    /**
     * The refresh times.
     *
     * @param repairsMinutes for repairs and appointments
     * @param customerMinutes for customer details
     */
    @Serdeable.Serializable
    public record Refresh(int repairsMinutes, int customerMinutes) {
        static Refresh of(RefreshPolicy policy) {
            return new Refresh(policy.repairsMinutes(), policy.customerMinutes());
        }
    }

    /** What {@code settings} look like. */
    public static SettingsJson of(IntegrationSettings settings) {
        return new SettingsJson(
                Connection.of(settings.connection()),
                settings.company().map(CompanyJson::of).orElse(null),
                Repairs.of(settings.repairs()),
                Refresh.of(settings.refresh()),
                settings.readiness().name(),
                settings.version().number());
    }
}
