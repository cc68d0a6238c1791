package uk.co.tenantwise.cx.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.co.tenantwise.cx.adapter.http.Answers.empty;
import static uk.co.tenantwise.cx.adapter.http.Answers.html;
import static uk.co.tenantwise.cx.adapter.http.Answers.ok;
import static uk.co.tenantwise.cx.testkit.Builders.CONTACT;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import uk.co.tenantwise.cx.domain.repair.AppointmentId;
import uk.co.tenantwise.cx.domain.settings.Secret;
import uk.co.tenantwise.cx.ports.driven.SharedLogIn;
import uk.co.tenantwise.cx.ports.fault.CxFault;
import uk.co.tenantwise.cx.testkit.Builders;

/** Logs at their most talkative, exceptions with their causes, and every toString: no secret, nobody's name. */
class SecretsTest {
    private static final String TOKEN = "tok-3f9c";
    private static final String NAME = "Alexandra-Canary";
    private static final List<String> NEVER =
            List.of(Builders.CONNECTION.password().reveal(), TOKEN, NAME);

    @RegisterExtension
    final StubCx cx = StubCx.plain();

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = root.getEffectiveLevel();

    @BeforeEach
    void listen() {
        log.start();
        root.detachAppender("CONSOLE");
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(before);
    }

    private String logged() {
        StringBuilder text = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            text.append(event.getLoggerName())
                    .append(' ')
                    .append(event.getFormattedMessage())
                    .append('\n');
            if (event.getThrowableProxy() != null) {
                text.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        return text.toString();
    }

    private static String written(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private String useWith(MockResponse answer) {
        cx.answersLogIns(Answers.token(TOKEN), Answers.token(TOKEN), Answers.token(TOKEN));
        cx.answers(answer);
        StringBuilder thrown = new StringBuilder();
        List<Runnable> uses = List.of(
                () -> cx.client().repairs().repairsOf(cx.access(), CONTACT, Optional.empty()),
                () -> cx.client().cancelling().cancelAppointment(cx.access(), new AppointmentId("A"), NAME));
        for (Runnable use : uses) {
            try {
                use.run();
            } catch (CxFault fault) {
                thrown.append(written(fault));
            }
        }
        return thrown.toString();
    }

    @Test
    void logsAndFaults_shouldHoldNoSecretAndNoName_whateverCxAnswers() {
        String row = "{\"WorkOrderReference\":\"WO-1\",\"Description\":\"" + NAME + "\"}";
        List<MockResponse> answers = List.of(
                ok("[" + row + "]"),
                ok("[" + row),
                ok(row),
                Answers.json(400, row),
                Answers.json(500, row),
                html(403).newBuilder().body("<html>" + NAME).build(),
                empty(401).newBuilder().body(NAME + " " + TOKEN).build(),
                Answers.redirect(302, "/elsewhere"),
                Answers.hangUp());

        StringBuilder seen = new StringBuilder();
        for (MockResponse answer : answers) {
            seen.append(useWith(answer));
            cx.client().credentials().release();
        }
        seen.append(logged());

        assertThat(log.list).isNotEmpty();
        assertThat(seen).contains("CxRequest[GET the works orders of a contact]");
        assertThat(seen).doesNotContain(NEVER);
    }

    @Test
    void toString_shouldHideWhatIsSecret_whenCalledOnOurTypes() {
        CxToken token = CxToken.of(new SharedLogIn.Accepted(Secret.of(TOKEN), Builders.NOW, Optional.empty()), true);
        CxRequest request = CxRequest.post(CxCallKind.CONTACT, "/" + NAME, NAME.getBytes(StandardCharsets.UTF_8))
                .with(token);
        CxAnswer answer = new CxAnswer(
                200, "", Optional.of(NAME), Optional.empty(), Optional.empty(), NAME.getBytes(StandardCharsets.UTF_8));

        assertThat(token + " " + token.logIn() + " " + request + " " + answer + " " + cx.connection())
                .doesNotContain(NEVER);
    }
}
