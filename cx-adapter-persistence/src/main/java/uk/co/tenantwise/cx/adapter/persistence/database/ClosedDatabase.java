package uk.co.tenantwise.cx.adapter.persistence.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Takes connections out of the pool under which H2 has closed its database, as it does when its disk is full: they stay
 * useless when the disk has room again, and new ones work. The pool makes it by name.
 */
public final class ClosedDatabase implements SQLExceptionOverride {
    /** H2's own code. */
    static final int DATABASE_IS_CLOSED = 90098;

    /** Called by the pool only. */
    public ClosedDatabase() {}

    @java.lang.Override
    public Override adjudicate(SQLException exception) {
        return exception.getErrorCode() == DATABASE_IS_CLOSED ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
