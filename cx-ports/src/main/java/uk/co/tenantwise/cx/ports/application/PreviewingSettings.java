package uk.co.tenantwise.cx.ports.application;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.cancellation.CancellationPolicy;
import uk.co.tenantwise.cx.domain.refresh.RepairsSnapshot;
import uk.co.tenantwise.cx.domain.settings.Checked;
import uk.co.tenantwise.cx.domain.settings.IntegrationSettings;
import uk.co.tenantwise.cx.domain.settings.RepairsDraft;
import uk.co.tenantwise.cx.domain.settings.RepairsSettings;
import uk.co.tenantwise.cx.domain.settings.SettingsVersion;
import uk.co.tenantwise.cx.domain.time.UkTime;
import uk.co.tenantwise.cx.domain.wording.Wording;
import uk.co.tenantwise.cx.ports.driving.ForPreviewingSettings;
import uk.co.tenantwise.cx.ports.driving.SettingsPreview;

/** Holds a draft against the snapshots that are kept now. */
final class PreviewingSettings implements ForPreviewingSettings {
    private static final LocalTime EXAMPLE_TIME = LocalTime.of(10, 0);

    private final StorePorts stores;
    private final Surroundings surroundings;

    PreviewingSettings(StorePorts stores, Surroundings surroundings) {
        this.stores = stores;
        this.surroundings = surroundings;
    }

    @Override
    public SettingsPreview preview(RepairsDraft draft) {
        return switch (draft.check()) {
            case Checked.Invalid<RepairsSettings> invalid -> new SettingsPreview.Invalid(invalid.problems());
            case Checked.Valid<RepairsSettings> valid ->
                effects(stores.settings().current(), valid.value());
        };
    }

    @Override
    public Optional<SettingsPreview.Effects> previewRestore(SettingsVersion version) {
        IntegrationSettings settings = stores.settings().current();
        return stores.settings()
                .at(version)
                .filter(former -> settings.restoring(former).source().equals(settings.source()))
                .map(former -> effects(settings, former.repairs()));
    }

    @Override
    public Optional<String> example(RepairsDraft draft, Wording wording) {
        return switch (draft.check()) {
            case Checked.Invalid<RepairsSettings> invalid -> Optional.empty();
            case Checked.Valid<RepairsSettings> valid ->
                Optional.of(valid.value().cancellation().policy())
                        .filter(CancellationPolicy::enabled)
                        .map(policy -> {
                            Instant visit = exampleVisit();
                            return wording.example(visit, policy.notice().deadline(visit, surroundings.holidays()));
                        });
        };
    }

    private SettingsPreview.Effects effects(IntegrationSettings settings, RepairsSettings drafted) {
        Instant now = surroundings.clock().instant();
        List<RepairsSnapshot> kept = stores.repairs().held(settings.source());
        PreviewCount count = new PreviewCount(settings.repairs(), drafted, now, surroundings.holidays());
        kept.forEach(count::add);
        return count.effects(kept.size());
    }

    private Instant exampleVisit() {
        LocalDate today = UkTime.dateOf(surroundings.clock().instant());
        LocalDate wednesday =
                today.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY)).plusWeeks(1);
        return UkTime.instantOf(wednesday.atTime(EXAMPLE_TIME));
    }
}
