package uk.co.tenantwise.cx.testkit.store;

import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;
import uk.co.tenantwise.cx.ports.driven.ForStoringCancellations;

class InMemoryCancellationsTest extends CancellationsContract {
    private final InMemoryAnswers answers = new InMemoryAnswers();
    private final InMemoryCancellations cancellations = new InMemoryCancellations(answers);

    @Override
    protected ForStoringCancellations cancellations() {
        return cancellations;
    }

    @Override
    protected ForRememberingAnswers answers() {
        return answers;
    }

    @Override
    protected void takeAway() {
        cancellations.goAway();
    }

    @Override
    protected void bringBack() {
        cancellations.comeBack();
    }
}
