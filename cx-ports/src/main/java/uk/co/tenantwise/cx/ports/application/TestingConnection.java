package uk.co.tenantwise.cx.ports.application;

import static uk.co.tenantwise.cx.ports.driving.LadderStep.*;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.driving.ForTestingConnection;
import uk.co.tenantwise.cx.ports.driving.LadderReport;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Climbs from the saved settings to the selected company, one step at a time (rule R2). */
final class TestingConnection implements ForTestingConnection {
    private final CxPorts cx;
    private final ForStoringSettings settings;
    private final InstantSource clock;
    private final LadderAdvice advice;

    TestingConnection(CxPorts cx, ForStoringSettings settings, InstantSource clock, Limits limits) {
        this.cx = cx;
        this.settings = settings;
        this.clock = clock;
        this.advice = new LadderAdvice(limits.addresses());
    }

    @Override
    public LadderReport test() {
        IntegrationSettings saved = settings.current();
        LadderClimb climb = new LadderClimb(clock, advice);
        Optional<CxConnection> connection = saved.connection().connection();
        if (connection.isEmpty()) {
            climb.fail(SETTINGS_COMPLETE, LadderAdvice.INCOMPLETE);
        } else {
            climb.pass(SETTINGS_COMPLETE, "");
            climb(climb, connection.get(), saved);
        }
        return climb.report();
    }

    private void climb(LadderClimb climb, CxConnection connection, IntegrationSettings saved) {
        ApiUrl url = connection.apiUrl();
        climb.step(NAME_RESOLVES, () -> cx.probing().resolveName(url));
        climb.step(TCP, () -> cx.probing().connect(url));
        if (url.isHttps()) {
            climb.step(TLS, () -> cx.probing().handshake(url));
        } else {
            climb.pass(TLS, "The API URL starts with http://, so nothing is encrypted. Use that for tests only.");
        }
        climb.step(CX_ANSWERS, () -> cx.probing().logIn(connection), fault -> placeOf(fault, CX_ANSWERS));
        LadderAdvice.onClocks(cx.probing().clockAhead(url)).ifPresent(advice -> climb.remark(CX_ANSWERS, advice));
        climb.pass(CREDENTIALS, "");
        List<Company> companies = new ArrayList<>();
        climb.step(
                COMPANIES,
                () -> companies.addAll(cx.companies().companies(connection)),
                fault -> placeOf(fault, COMPANIES));
        if (companies.isEmpty()) {
            climb.fail(COMPANIES, LadderAdvice.NO_COMPANIES);
        }
        select(climb, saved, companies);
    }

    private static void select(LadderClimb climb, IntegrationSettings saved, List<Company> companies) {
        Optional<Company> selected = saved.company();
        if (selected.isEmpty()) {
            climb.fail(SELECTED_COMPANY, LadderAdvice.NONE_SELECTED);
        } else if (companies.stream()
                .noneMatch(each -> each.id().equals(selected.get().id()))) {
            climb.fail(SELECTED_COMPANY, LadderAdvice.COMPANY_GONE);
        } else {
            climb.pass(
                    SELECTED_COMPANY,
                    saved.repairs().cancellation().isCodeMissing()
                            ? LadderAdvice.CODE_MISSING
                            : new LadderAdvice.Advice(found(companies.size()), ""));
        }
    }

    private static String found(int companies) {
        return companies == 1 ? "1 company found." : companies + " companies found.";
    }

    /** Credentials and permission have steps of their own, whichever call found them wanting. */
    private static LadderStep placeOf(CxFault fault, LadderStep step) {
        return switch (fault) {
            case CxFault.CredentialsRejected rejected -> CREDENTIALS;
            case CxFault.NoApiPermission denied -> API_PERMISSION;
            case CxFault.Unreachable other -> step;
            case CxFault.TimedOut other -> step;
            case CxFault.TlsFailed other -> step;
            case CxFault.AddressForbidden other -> step;
            case CxFault.AddressNotWhitelisted other -> step;
            case CxFault.NotFound other -> step;
            case CxFault.Refused other -> step;
            case CxFault.Throttled other -> step;
            case CxFault.Unavailable other -> step;
            case CxFault.ContractBroken other -> step;
            case CxFault.Busy other -> step;
        };
    }
}
