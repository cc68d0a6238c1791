package uk.co.tenantwise.cx.domain.wording;

import java.time.Instant;
import uk.co.tenantwise.cx.domain.cancellation.CancellationDecision;

/** Says decisions in the words of one language. Implementations are thread-safe. */
public interface Wording {
    /** Plain English. */
    Wording ENGLISH = new EnglishWording();

    /** A decision as one or two sentences, with the contact line when it is a refusal. */
    String of(CancellationDecision decision);

    /**
     * The end of a period as people say it, to follow "You can cancel": midnight is the end of the day before
     * ("until the end of Tuesday 8 December"), any other time is that time ("until 9am on Wednesday 9 December").
     */
    String until(Instant deadline);
}
