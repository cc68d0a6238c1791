package uk.co.tenantwise.cx.ports.application;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import uk.co.tenantwise.cx.domain.cancellation.BankHolidays;
import uk.co.tenantwise.cx.domain.cancellation.CancellationId;
import uk.co.tenantwise.cx.ports.driven.ForObserving;

/**
 * What else the use cases need.
 *
 * @param clock the only source of time
 * @param executor runs calls to Cx side by side; its tasks block, so that virtual threads suit it
 * @param ids makes a new identity at every call
 * @param holidays the bank holidays that working days skip
 * @param observer takes note of what happens
 */
public record Surroundings(
        InstantSource clock,
        Executor executor,
        Supplier<CancellationId> ids,
        BankHolidays holidays,
        ForObserving observer) {}
