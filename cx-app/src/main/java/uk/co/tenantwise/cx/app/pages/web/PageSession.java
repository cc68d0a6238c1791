package uk.co.tenantwise.cx.app.pages.web;

import java.time.Instant;
import java.util.Optional;
import uk.co.tenantwise.cx.domain.repair.ContactReference;

/**
 * Somebody who has logged in or signed in to the pages.
 *
 * @param id 128 random bits, new at every log-in
 * @param audience which pages it is for
 * @param name who, for the record
 * @param contact whose repairs, for a customer
 * @param begun when it began
 * @param seen when it was last used, give or take a minute
 */
record PageSession(
        String id, Audience audience, String name, Optional<ContactReference> contact, Instant begun, Instant seen) {
    /** Which pages a session is for: one for administrators says nothing about customers, and the other way round. */
    enum Audience {
        /** Administrators. */
        ADMIN,
        /** Customers. */
        CUSTOMER
    }

    /** The same, used now. */
    PageSession seenAt(Instant now) {
        return new PageSession(id, audience, name, contact, begun, now);
    }

    /** The customer. @throws IllegalStateException for an administrator's session */
    ContactReference customer() {
        return contact.orElseThrow(() -> new IllegalStateException("a customer's session names a contact"));
    }
}
