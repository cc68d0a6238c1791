package uk.co.tenantwise.cx.app.json;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The answer to "refresh now".
 *
 * @param dropped for how many customers data were kept and are now forgotten
 */
@Serdeable.Serializable
public record DroppedJson(int dropped) {}
