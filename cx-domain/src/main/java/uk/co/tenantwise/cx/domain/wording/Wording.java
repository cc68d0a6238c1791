package uk.co.tenantwise.cx.domain.wording;

import java.time.Instant;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision.SubjectKind;
import uk.co.tenantwise.cx.domain.cancellation.CancellationOutcome;

/** Says decisions in the words of one language. Implementations are thread-safe. */
public interface Wording {
    /** Plain English. */
    Wording ENGLISH = new EnglishWording();

    /** Plain Welsh. */
    Wording WELSH = new WelshWording();

    /** A decision as one or two sentences, with the contact line when it is a refusal. */
    String of(CancellationDecision decision);

    /**
     * What became of an attempt to cancel, as one or two sentences.
     *
     * @param outcome what became of it
     * @param subject what was to be cancelled
     * @param contactLine what to do instead when it was refused, may be empty
     */
    String of(CancellationOutcome outcome, SubjectKind subject, String contactLine);

    /**
     * The end of a period as people say it, to follow "You can cancel": midnight is the end of the day before
     * ("until the end of Tuesday 8 December"), any other time is that time ("until 9am on Wednesday 9 December").
     */
    String until(Instant deadline);

    /** A visit and its deadline as one sentence, to explain a notice policy by example. */
    String example(Instant start, Instant deadline);
}
