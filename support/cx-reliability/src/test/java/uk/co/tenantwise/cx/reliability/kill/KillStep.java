package uk.co.tenantwise.cx.reliability.kill;

import java.util.EnumSet;
import java.util.Set;

/** Where a cancellation is when its node is killed, in the order in which it comes there. */
enum KillStep {
    /** The live read is under way: nothing is recorded, and Cx has not been asked. */
    BEFORE_INTENT(1, false),
    /** The attempt is committed and nothing sent: the node has not heard of its commit yet. PostgreSQL only. */
    INTENT_STORED(1, true),
    /** The call has left the node and never reaches Cx. */
    ON_THE_WAY(1, true),
    /** Cx has the call and acts only after the node's death. */
    DURING_CALL(2, false),
    /** Cx has acted and the answer is on its way. */
    AFTER_ACT(1, false),
    /** Cx has answered and the record is being read to confirm it: the outcome is not stored. */
    BEFORE_OUTCOME(1, false),
    /** The outcome is stored and the node has answered, but the client has got nothing. */
    BEFORE_ANSWER(1, false),
    /** Anywhere: the kill comes after some request to Cx that chance has chosen. */
    ANY_MOMENT(2, true);

    private final int mostCalls;
    private final boolean settles;

    KillStep(int mostCalls, boolean settles) {
        this.mostCalls = mostCalls;
        this.settles = settles;
    }

    /** How many cancel calls Cx may receive for it in all. */
    int mostCalls() {
        return mostCalls;
    }

    /** Whether it may have to wait until a lost send has settled, which makes a round long. */
    boolean settles() {
        return settles;
    }

    /** The steps that can be reached on H2, to which there is no connection. */
    static Set<KillStep> onH2() {
        return EnumSet.complementOf(EnumSet.of(INTENT_STORED));
    }

    /** All of them. */
    static Set<KillStep> onPostgres() {
        return EnumSet.allOf(KillStep.class);
    }
}
