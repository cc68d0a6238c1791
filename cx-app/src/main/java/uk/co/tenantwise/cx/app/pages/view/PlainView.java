package uk.co.tenantwise.cx.app.pages.view;

import java.util.Optional;

/**
 * A heading, a few words, and perhaps somewhere to go.
 *
 * @param heading what it is about
 * @param text more of it
 * @param contact what to do instead, may be empty
 * @param link somewhere to go
 */
public record PlainView(String heading, String text, String contact, Optional<Navigation> link) {}
