package uk.co.tenantwise.cx.adapter.http;

import org.junit.jupiter.api.extension.RegisterExtension;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.ports.driven.ForReleasingCredentials;
import uk.co.tenantwise.cx.testkit.cx.CredentialsContract;

class CxRestCredentialsContractTest extends CredentialsContract {
    @RegisterExtension
    final ServedCx served = new ServedCx(cx);

    @Override
    protected CxConnection connection() {
        return served.connection();
    }

    @Override
    protected ForReadingCompanies companies() {
        return served.client().companies();
    }

    @Override
    protected ForReleasingCredentials credentials() {
        return served.client().credentials();
    }

    @Override
    protected ForProbingConnection probing() {
        return served.client().probing();
    }
}
