package uk.co.tenantwise.cx.app.pages.view;

/**
 * How long data are kept.
 *
 * @param repairsMinutes for repairs and appointments
 * @param customerMinutes for customer details
 */
public record RefreshForm(Field repairsMinutes, Field customerMinutes) {}
