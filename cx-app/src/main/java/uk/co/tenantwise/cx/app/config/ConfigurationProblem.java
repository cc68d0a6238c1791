package uk.co.tenantwise.cx.app.config;

import java.io.Serial;

/** A setting of the environment is wrong, so that the service does not start. The message names it and says what to write. */
public final class ConfigurationProblem extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** With the name of the variable, and what to write; never with a secret value. */
    public ConfigurationProblem(String message) {
        super(message);
    }
}
