package uk.co.tenantwise.cx.domain.settings;

import java.util.List;
import java.util.Optional;

/** The settings of a landlord in good order, for tests to vary. */
final class Samples {
    static final ApiUrl URL = ApiUrl.parse("https://cx.example.org");
    static final ApiUrl OTHER_URL = ApiUrl.parse("https://cx.example.com");
    static final Secret PASSWORD = Secret.of("the first pass phrase");
    static final Secret OTHER_PASSWORD = Secret.of("the second pass phrase");
    static final ConnectionSettings CONNECTION =
            new ConnectionSettings(true, Optional.of(URL), "tenantwise", Optional.of(PASSWORD));
    static final Company COMPANY = new Company(new CompanyId("1"), "HO", "Homes");
    /** At version 2, where the source changed last. */
    static final IntegrationSettings READY =
            IntegrationSettings.DEFAULT.with(CONNECTION).with(COMPANY);

    private Samples() {}

    static ConnectionSettings enabled(boolean enabled) {
        return new ConnectionSettings(enabled, CONNECTION.apiUrl(), CONNECTION.username(), CONNECTION.password());
    }

    static ConnectionSettings at(ApiUrl url) {
        return new ConnectionSettings(true, Optional.of(url), CONNECTION.username(), CONNECTION.password());
    }

    static ConnectionSettings as(String username) {
        return new ConnectionSettings(true, CONNECTION.apiUrl(), username, CONNECTION.password());
    }

    static ConnectionSettings by(Secret password) {
        return new ConnectionSettings(true, CONNECTION.apiUrl(), CONNECTION.username(), Optional.of(password));
    }

    static List<String> fields(Checked<?> checked) {
        return checked.findings().stream().map(FieldProblem::field).toList();
    }
}
