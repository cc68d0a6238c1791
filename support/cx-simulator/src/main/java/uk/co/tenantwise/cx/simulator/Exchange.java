package uk.co.tenantwise.cx.simulator;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Serves one call: what the rules answer, and what the scripts make of it. */
final class Exchange {

    private final Engine engine;
    private final Call call;
    private final ReceivedRequest request;
    private final AtomicBoolean finished = new AtomicBoolean();

    /** The parts that every exchange shares. */
    record Engine(Site site, CxApi api, Logins logins, Faults faults, Requests requests) {}

    Exchange(Engine engine, Call call, ReceivedRequest request) {
        this.engine = engine;
        this.call = call;
        this.request = request;
    }

    void serve(Wire wire) throws IOException, InterruptedException {
        List<Script> scripts = engine.faults().take(request);
        for (Script script : scripts) {
            addBefore(script);
        }
        Optional<Script> ending = scripts.stream()
                .filter(script -> script.fault() instanceof Fault.Ending)
                .findFirst();
        if (ending.isEmpty()) {
            Reply reply = act();
            beforeAnswer(scripts, reply.status());
            wire.send(reply);
        } else if (ending.get().fault() instanceof Fault.Ending fault) {
            end(fault, ending.get(), scripts, wire);
        }
    }

    private void end(Fault.Ending fault, Script script, List<Script> scripts, Wire wire)
            throws IOException, InterruptedException {
        Optional<Reply> reply = effect(fault, script);
        script.happens();
        beforeAnswer(scripts, reply.map(Reply::status).orElse(0));
        if (fault instanceof Fault.Stall) {
            script.pause(Faults.LONGEST_HOLD);
        }
        if (reply.isEmpty()) {
            wire.hangUp(!(fault instanceof Fault.HangUp hangUp) || hangUp.abrupt());
            return;
        }
        switch (fault) {
            case Fault.Truncated truncated -> wire.half(reply.get(), truncated.abrupt());
            case Fault.SlowDrip drip -> wire.drip(reply.get(), drip.pause(), script::pause);
            case Fault.Oversized oversized -> wire.grown(reply.get(), oversized.bytes(), false);
            case Fault.GzipBomb bomb -> wire.grown(reply.get(), bomb.bytes(), true);
            default -> wire.send(reply.get());
        }
    }

    /** Lets the call act as far as the fault permits; the reply is empty where the caller gets none. */
    private Optional<Reply> effect(Fault.Ending fault, Script script) {
        return switch (fault) {
            case Fault.Answer answer -> {
                if (answer.acts()) {
                    act();
                }
                yield Optional.of(answer.reply());
            }
            case Fault.HangUp hangUp -> withoutAnswer(hangUp.acts());
            case Fault.Stall stall -> withoutAnswer(stall.acts());
            case Fault.MalformedJson malformed -> {
                Reply reply = act();
                yield Optional.of(
                        reply.body(reply.body().substring(0, reply.body().length() * 2 / 3)));
            }
            case Fault.WrongContentType wrong -> Optional.of(act().contentType(wrong.contentType()));
            case Fault.EmptyList empty -> {
                Reply reply = act();
                yield Optional.of(reply.body().startsWith("[") ? reply.body("[]") : reply);
            }
            case Fault.SuccessWithoutEffect success ->
                Optional.of(call.endpoint().isCancellation() ? Cancelling.succeeded(engine.site()) : act());
            case Fault.LateEffect late -> late(late, script);
            case Fault.Truncated truncated -> Optional.of(act());
            case Fault.SlowDrip drip -> Optional.of(act());
            case Fault.Oversized oversized -> Optional.of(act());
            case Fault.GzipBomb bomb -> Optional.of(act());
        };
    }

    private Optional<Reply> withoutAnswer(boolean acts) {
        if (acts) {
            act();
        }
        return Optional.empty();
    }

    private Optional<Reply> late(Fault.LateEffect late, Script script) {
        if (!call.endpoint().isCancellation()) {
            return Optional.of(act());
        }
        // One more, because the request at hand is counted as served before its answer goes out.
        script.later(late.requests() + 1, this::act);
        return late.then() == Fault.Meanwhile.RESET
                ? Optional.empty()
                : Optional.of(Cancelling.succeeded(engine.site()));
    }

    private Reply act() {
        Reply reply = engine.api().answer(call);
        if (call.endpoint() == Endpoint.LOGIN && reply.status() == 200) {
            engine.requests().tokenIssued();
        }
        return reply;
    }

    private void addBefore(Script script) throws InterruptedException {
        switch (script.fault()) {
            case Fault.Delay delay
            when delay.beforeEffect() -> {
                script.happens();
                script.pause(delay.time());
            }
            case Fault.Hold hold
            when hold.beforeEffect() -> {
                script.happens();
                script.pause(Faults.LONGEST_HOLD);
            }
            case Fault.ExpireTokens expire -> {
                engine.logins().expireAll();
                script.happens();
            }
            default -> {
                // Its turn comes after the effect.
            }
        }
    }

    private void beforeAnswer(List<Script> scripts, int status) throws InterruptedException {
        engine.faults().requestServed();
        for (Script script : scripts) {
            if (script.fault() instanceof Fault.Delay delay && !delay.beforeEffect()) {
                script.happens();
                script.pause(delay.time());
            } else if (script.fault() instanceof Fault.Hold hold && !hold.beforeEffect()) {
                script.happens();
                script.pause(Faults.LONGEST_HOLD);
            }
        }
        engine.requests().answered(request, status);
    }

    /** Counts the request as no longer being served; more than one call has no further effect. */
    void finish() {
        if (finished.compareAndSet(false, true)) {
            engine.requests().finished(request);
        }
    }
}
