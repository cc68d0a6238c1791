package uk.co.tenantwise.cx.ports.application;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.Checked;
import uk.co.tenantwise.cx.domain.settings.Company;
import uk.co.tenantwise.cx.domain.settings.ConnectionDraft;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.domain.settings.FieldProblem;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.RefreshDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.SettingsChange;
import uk.co.tenantwise.cx.domain.settings.SettingsDiff;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.ports.driven.ForStoringSettings;
import uk.co.tenantwise.cx.ports.driving.ForAdministeringSettings;
import uk.co.tenantwise.cx.ports.driving.Save;
import uk.co.tenantwise.cx.ports.driving.SaveResult;

/** Saves settings, one section at a time, on top of whatever the other sections hold at that moment (rule R1). */
final class AdministeringSettings implements ForAdministeringSettings {
    private final CxPorts cx;
    private final ForStoringSettings settings;
    private final Snapshots snapshots;
    private final InstantSource clock;

    AdministeringSettings(CxPorts cx, StorePorts stores, Snapshots snapshots, InstantSource clock) {
        this.cx = cx;
        this.settings = stores.settings();
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public IntegrationSettings current() {
        return settings.current();
    }

    @Override
    public SaveResult saveConnection(ConnectionDraft draft, Save save) {
        SaveResult result =
                save(save, now -> map(draft.check(now.connection(), cx.addresses()::objectionTo), now::with));
        if (result instanceof SaveResult.Saved) {
            cx.credentials().release();
        }
        return result;
    }

    @Override
    public SaveResult selectCompany(Optional<String> companyId, Save save) {
        return save(save, now -> map(chosen(companyId, now.connection().connection()), now::with));
    }

    @Override
    public SaveResult saveRepairs(RepairsDraft draft, Save save) {
        return save(save, now -> map(draft.check(), now::with));
    }

    @Override
    public SaveResult saveRefresh(RefreshDraft draft, Save save) {
        return save(save, now -> map(draft.check(), now::with));
    }

    @Override
    public SaveResult restore(SettingsVersion version, Save save) {
        return save(
                save,
                now -> settings.at(version)
                        .map(former -> restored(now, former))
                        .orElseGet(() -> invalid("version", "There is no version " + version + " to restore")));
    }

    private static Checked<IntegrationSettings> restored(IntegrationSettings now, IntegrationSettings former) {
        boolean otherHost = former.connection().apiUrl().isPresent()
                && !former.connection()
                        .apiUrl()
                        .map(ApiUrl::host)
                        .equals(now.connection().apiUrl().map(ApiUrl::host));
        return otherHost
                ? invalid(
                        "password",
                        "That version was connected to another host. Save its API URL and the password first, then "
                                + "restore it")
                : new Checked.Valid<>(now.restoring(former));
    }

    @Override
    public List<SettingsChange> history(Optional<SettingsVersion> before, int limit) {
        return settings.history(before, limit);
    }

    private Checked<Company> chosen(Optional<String> companyId, Optional<CxConnection> connection) {
        if (companyId.filter(id -> !id.isBlank()).isEmpty()) {
            return invalid("companyId", "Choose a company");
        }
        if (connection.isEmpty()) {
            return invalid("companyId", "Save the API URL, user name and password first, then choose a company");
        }
        return cx.companies().companies(connection.get()).stream()
                .filter(company -> company.id().value().equals(companyId.get()))
                .findFirst()
                .<Checked<Company>>map(Checked.Valid::new)
                .orElseGet(() -> invalid("companyId", "Choose a company that Cx lists; this one is not among them"));
    }

    private SaveResult save(Save save, Function<IntegrationSettings, Checked<IntegrationSettings>> change) {
        while (true) {
            IntegrationSettings before = settings.current();
            if (save.basedOn().filter(seen -> !seen.equals(before.version())).isPresent()) {
                return new SaveResult.Outdated(before);
            }
            switch (change.apply(before)) {
                case Checked.Invalid<IntegrationSettings> invalid -> {
                    return new SaveResult.Invalid(invalid.problems());
                }
                case Checked.Valid<IntegrationSettings> valid -> {
                    IntegrationSettings after = valid.value();
                    if (after.sameContentAs(before)) {
                        return new SaveResult.Saved(before);
                    }
                    if (settings.save(after, recorded(save.actor(), before, after))) {
                        forgetOldSource(before, after);
                        return new SaveResult.Saved(after);
                    }
                    // Another save came first: look again, and decide again whether this one still applies.
                }
            }
        }
    }

    private SettingsChange recorded(String actor, IntegrationSettings before, IntegrationSettings after) {
        return new SettingsChange(after.version(), clock.instant(), actor, SettingsDiff.between(before, after));
    }

    private void forgetOldSource(IntegrationSettings before, IntegrationSettings after) {
        if (!after.source().equals(before.source())) {
            snapshots.forgetAll();
        }
    }

    private static <T> Checked<IntegrationSettings> map(Checked<T> checked, Function<T, IntegrationSettings> next) {
        return switch (checked) {
            case Checked.Valid<T> valid -> new Checked.Valid<>(next.apply(valid.value()));
            case Checked.Invalid<T> invalid -> new Checked.Invalid<>(invalid.problems());
        };
    }

    private static <T> Checked<T> invalid(String field, String message) {
        return new Checked.Invalid<>(List.of(new FieldProblem(field, message)));
    }
}
