package uk.co.tenantwise.cx.domain.repair;

import java.util.Optional;

/**
 * What the portal shows of a customer.
 *
 * @param contact the contact reference
 * @param name the full name, when Cx has one
 * @param address the address of the home, when Cx has one
 */
public record CustomerDetails(ContactReference contact, Optional<String> name, Optional<String> address) {}
