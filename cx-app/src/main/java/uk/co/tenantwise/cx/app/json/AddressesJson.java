package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * From where this instance calls Cx.
 *
 * @param addresses IP addresses, may be empty
 */
@Serdeable.Serializable
public record AddressesJson(List<String> addresses) {}
