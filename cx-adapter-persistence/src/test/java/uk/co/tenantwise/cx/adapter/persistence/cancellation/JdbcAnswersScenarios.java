package uk.co.tenantwise.cx.adapter.persistence.cancellation;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uk.co.tenantwise.cx.adapter.persistence.TestDatabase;
import uk.co.tenantwise.cx.adapter.persistence.database.Database;
import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.testkit.store.AnswersContract;

/** The contract on a real database, and what only databases can get wrong. */
abstract class JdbcAnswersScenarios extends AnswersContract {
    private JdbcAnswers store;

    abstract TestDatabase database();

    @BeforeEach
    void open() {
        store = new JdbcAnswers(new Database(database().fresh().transactions()));
    }

    @AfterEach
    void reach() {
        database().bringBack();
    }

    @Override
    protected ForRememberingAnswers answers() {
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
