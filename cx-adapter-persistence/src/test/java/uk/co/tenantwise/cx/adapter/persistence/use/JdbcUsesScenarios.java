package uk.co.tenantwise.cx.adapter.persistence.use;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.ports.driven.ForUsingUp;
import uk.co.tenantwise.cx.testkit.store.UsesContract;

/** The contract on a real database, and what only databases can get wrong. */
abstract class JdbcUsesScenarios extends UsesContract {
    private JdbcUses store;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        store = new JdbcUses(new Database(database().fresh().transactions()));
    }

    @AfterEach
    void reach() {
        database().bringBack();
    }

    @Override
    protected ForUsingUp uses() {
        return store;
    }

    @Override
    protected void takeAway() {
        database().takeAway();
    }

    @Override
    protected void bringBack() {
        database().bringBack();
    }
}
