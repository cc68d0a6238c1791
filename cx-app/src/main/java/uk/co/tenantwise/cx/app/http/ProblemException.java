package uk.co.tenantwise.cx.app.http;

import java.io.Serial;

/** Ends a request with a problem. Made without a stack trace: it is an answer and no fault of ours. */
public final class ProblemException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** With what to answer. */
    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
