package uk.co.tenantwise.cx.testkit.cx;

import uk.co.tenantwise.cx.ports.driven.ForProbingConnection;
import uk.co.tenantwise.cx.ports.driven.ForReadingCompanies;
import uk.co.tenantwise.cx.ports.driven.ForReleasingCredentials;

class InMemoryCxCredentialsTest extends CredentialsContract {
    @Override
    protected ForReadingCompanies companies() {
        return cx;
    }

    @Override
    protected ForReleasingCredentials credentials() {
        return cx;
    }

    @Override
    protected ForProbingConnection probing() {
        return cx;
    }
}
