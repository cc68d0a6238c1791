package uk.co.tenantwise.cx.testkit.cx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static uk.co.tenantwise.cx.testkit.Builders.COMPANY;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.ports.driven.ForReleasingCredentials;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** How the implementations of the ports on the side of Cx together treat credentials that Cx rejects (rule R8). */
public abstract class CredentialsContract extends CxPortContract {
    /** For the implementations. */
    protected CredentialsContract() {}

    /** A port that needs to be logged in, leading to {@link #cx}. */
    protected abstract ForReadingCompanies companies();

    /** The port that lets credentials be tried again. */
    protected abstract ForReleasingCredentials credentials();

    /** The port that logs in for a test. */
    protected abstract ForProbingConnection probing();

    @BeforeEach
    void reject() {
        cx.reject(connection());
    }

    private CxFault faultOfReading() {
        return fault(() -> companies().companies(connection()));
    }

    @Test
    void reading_shouldThrowCredentialsRejected_whenCxRejectsThem() {
        assertThat(faultOfReading()).isInstanceOf(CxFault.CredentialsRejected.class);
    }

    @Test
    void reading_shouldStayRejected_whenNobodyReleasedThem() {
        faultOfReading();
        cx.accept(connection());

        assertThat(faultOfReading()).isInstanceOf(CxFault.CredentialsRejected.class);
    }

    @Test
    void reading_shouldWork_whenOtherCredentialsAreUsed() {
        faultOfReading();
        CxConnection other = new CxConnection(connection().apiUrl(), "other.user", Secret.of("other-word"));

        assertThat(companies().companies(other)).containsExactly(COMPANY);
    }

    @Test
    void release_shouldLetThemBeTriedAgain_whenCxAcceptsThemNow() {
        faultOfReading();
        cx.accept(connection());

        credentials().release();

        assertThat(companies().companies(connection())).containsExactly(COMPANY);
    }

    @Test
    void release_shouldNotHelp_whenCxStillRejectsThem() {
        faultOfReading();

        credentials().release();

        assertThat(faultOfReading()).isInstanceOf(CxFault.CredentialsRejected.class);
    }

    @Test
    void logIn_shouldThrowCredentialsRejected_whenCxRejectsThem() {
        assertThat(fault(() -> probing().logIn(connection()))).isInstanceOf(CxFault.CredentialsRejected.class);
    }

    @Test
    void logIn_shouldTryAgainAndFreeThem_whenCxAcceptsThemNow() {
        faultOfReading();
        cx.accept(connection());

        assertThatCode(() -> probing().logIn(connection())).doesNotThrowAnyException();
        assertThat(companies().companies(connection())).containsExactly(COMPANY);
    }
}
