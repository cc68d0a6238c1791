package uk.co.tenantwise.cx.testkit.store;

import uk.co.tenantwise.cx.ports.driven.ForRememberingAnswers;

class InMemoryAnswersTest extends AnswersContract {
    private final InMemoryAnswers answers = new InMemoryAnswers();

    @Override
    protected ForRememberingAnswers answers() {
        return answers;
    }

    @Override
    protected void takeAway() {
        answers.goAway();
    }

    @Override
    protected void bringBack() {
        answers.comeBack();
    }
}
