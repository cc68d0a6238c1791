package uk.co.tenantwise.cx.testkit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.testkit.Builders.CONNECTION;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;
import static uk.co.tenantwise.cx.testkit.Builders.aRepair;
import static uk.co.tenantwise.cx.testkit.TestHexagon.ADMIN;
import static uk.co.tenantwise.cx.testkit.TestHexagon.saved;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.co.tenantwise.cx.domain.refresh.Source;
import uk.co.tenantwise.cx.domain.repair.ContactReference;
import uk.co.tenantwise.cx.domain.settings.RefreshDraft;
import uk.co.tenantwise.cx.ports.driving.ForRefreshingAhead;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.TestHexagon;
import uk.co.tenantwise.cx.testkit.cx.CxCall;

/** Data are due after 15 minutes: from 14 minutes on they are retrieved ahead for who has read in the 5 minutes before. */
class RefreshingAheadTest {
    private final TestHexagon hexagon = new TestHexagon();
    private final ForRefreshingAhead ahead = hexagon.integration.ahead();

    @BeforeEach
    void signIn() {
        hexagon.connected().cx.with(CONTACT, aRepair().build());
        hexagon.signIn();
    }

    @AfterEach
    void close() {
        hexagon.close();
    }

    private void readAfter(Duration time) {
        hexagon.clock.advance(time);
        assertThat(hexagon.view().source()).isEqualTo(Source.CACHE);
    }

    @Nested
    class RefreshSoonDue {
        @Test
        void refresh_shouldSpareTheReaderTheWait_whenTheCustomerIsActive() {
            readAfter(Duration.ofMinutes(12));
            hexagon.clock.advance(Duration.ofMinutes(2));

            assertThat(ahead.refreshSoonDue()).isEqualTo(1);

            hexagon.clock.advance(Duration.ofMinutes(1));
            assertThat(hexagon.view().source()).isEqualTo(Source.CACHE);
            assertThat(hexagon.view().retrievedAt())
                    .isEqualTo(hexagon.clock.instant().minus(Duration.ofMinutes(1)));
            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(2);
            assertThat(hexagon.cx.calls(CxCall.CUSTOMER)).isEqualTo(2);
        }

        @ParameterizedTest(name = "read after {0}, looked after {1} later: {2} retrieved")
        @CsvSource({
            "PT9M, PT5M, 1",
            "PT9M, PT5M0.000000001S, 0",
            "PT13M59.999999999S, PT0S, 0",
            "PT13M59.999999999S, PT0.000000001S, 1",
            "PT14M, PT59.999999999S, 1",
            "PT14M, PT1M, 0"
        })
        void refresh_shouldKeepToItsWindow(Duration read, Duration later, int refreshed) {
            readAfter(read);
            hexagon.clock.advance(later);

            assertThat(ahead.refreshSoonDue()).isEqualTo(refreshed);
        }

        @Test
        void refresh_shouldLeaveCxAlone_whenTheCustomerHasOnlySignedIn() {
            hexagon.clock.advance(Duration.ofMinutes(14));

            assertThat(ahead.refreshSoonDue()).isZero();
            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(1);
        }

        @Test
        void refresh_shouldHappenOnce_whenTheCustomerDoesNotComeBack() {
            readAfter(Duration.ofMinutes(14));
            assertThat(ahead.refreshSoonDue()).isEqualTo(1);
            hexagon.clock.advance(Duration.ofMinutes(14));

            assertThat(ahead.refreshSoonDue()).isZero();
        }

        @Test
        void refresh_shouldTryOnceForEachSnapshot_whenCxIsAway() {
            readAfter(Duration.ofMinutes(14));
            hexagon.cx.fail(CxCall.REPAIRS, new CxFault.Unavailable("Cx answered 503", Optional.empty()));

            assertThat(ahead.refreshSoonDue()).isZero();
            int calls = hexagon.cx.calls(CxCall.REPAIRS);
            assertThat(ahead.refreshSoonDue()).isZero();

            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(calls).isEqualTo(2);
            assertThat(hexagon.view().source()).isEqualTo(Source.CACHE);
        }

        @Test
        void refresh_shouldServeEverybody_whenManyAreActive() {
            for (int i = 0; i < 30; i++) {
                ContactReference contact = new ContactReference("CON-" + i);
                hexagon.cx.with(contact, aRepair().of(contact).build());
                hexagon.view(contact);
            }
            hexagon.clock.advance(Duration.ofMinutes(14));
            for (int i = 0; i < 30; i++) {
                hexagon.view(new ContactReference("CON-" + i));
            }

            assertThat(ahead.refreshSoonDue()).isEqualTo(30);
        }

        @Test
        void refresh_shouldRetrieveDetailsAlone_whenOnlyTheyAreSoonDue() {
            saved(hexagon.integration
                    .administering()
                    .saveRefresh(new RefreshDraft(Optional.of(60), Optional.of(15)), ADMIN));
            readAfter(Duration.ofMinutes(14));

            assertThat(ahead.refreshSoonDue()).isEqualTo(1);

            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(1);
            assertThat(hexagon.cx.calls(CxCall.CUSTOMER)).isEqualTo(2);
        }

        @Test
        void refresh_shouldLeaveDetailsAlone_whenTheyAreDueMuchLater() {
            saved(hexagon.integration
                    .administering()
                    .saveRefresh(new RefreshDraft(Optional.of(15), Optional.of(60)), ADMIN));
            readAfter(Duration.ofMinutes(14));

            assertThat(ahead.refreshSoonDue()).isEqualTo(1);

            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(2);
            assertThat(hexagon.cx.calls(CxCall.CUSTOMER)).isEqualTo(1);
        }

        @Test
        void refresh_shouldRetrieveNothing_whenTheIntegrationIsDisabled() {
            readAfter(Duration.ofMinutes(14));
            saved(hexagon.integration.administering().saveConnection(TestHexagon.draft(false, CONNECTION), ADMIN));

            assertThat(ahead.refreshSoonDue()).isZero();
            assertThat(hexagon.cx.calls(CxCall.REPAIRS)).isEqualTo(1);
        }
    }
}
