package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.util.Optional;

/** Lets Redis run a script. */
interface Evaluator {
    /** Empty when Redis is away or fails; that has been dealt with then. */
    Optional<Answer> eval(Script script, byte[][] keys, byte[][] arguments);
}
