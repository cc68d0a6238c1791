package uk.co.tenantwise.cx.adapter.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.ports.driven.ForSharingLogIns;
import uk.co.tenantwise.cx.ports.fault.FaultCode;
import uk.co.tenantwise.cx.testkit.Builders;
import uk.co.tenantwise.cx.testkit.ManualClock;

/**
 * A server that answers as a test says, with a client that leads there. Log-ins are answered with the tokens T1, T2 and
 * so on unless the test says something else; everything else gets the answers of the test in turn, the last one again and
 * again.
 */
final class StubCx extends Dispatcher implements AfterEachCallback {
    final ManualClock clock = ManualClock.atNow();

    private final MockWebServer server = new MockWebServer();
    private final Queue<MockResponse> logIns = new ConcurrentLinkedQueue<>();
    private final Queue<MockResponse> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final List<RecordedRequest> logInRequests = Collections.synchronizedList(new ArrayList<>());
    private final List<RecordedRequest> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<CxRestClient> clients = new ArrayList<>();
    private final List<Heard> heardCalls = Collections.synchronizedList(new ArrayList<>());
    private final boolean encrypted;
    private volatile Function<RecordedRequest, @Nullable MockResponse> rule = request -> null;
    private volatile MockResponse last = Answers.ok("[]");
    private @Nullable CxRestClient client;

    /** What a client told its listener. */
    record Heard(CxCallKind kind, Optional<FaultCode> fault) {}

    private StubCx(@Nullable SSLSocketFactory certificate) {
        encrypted = certificate != null;
        if (certificate != null) {
            server.useHttps(certificate);
        }
        server.setDispatcher(this);
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StubCx plain() {
        return new StubCx(null);
    }

    static StubCx encrypted(SSLSocketFactory certificate) {
        return new StubCx(certificate);
    }

    StubCx answers(MockResponse... responses) {
        answers.addAll(Arrays.asList(responses));
        return this;
    }

    StubCx answersLogIns(MockResponse... responses) {
        logIns.addAll(Arrays.asList(responses));
        return this;
    }

    /** Answers whatever the rule does not answer null to, log-ins too, before anything else. */
    StubCx answersBy(Function<RecordedRequest, @Nullable MockResponse> responses) {
        rule = responses;
        return this;
    }

    /** The client that most tests use: the default options, but with private addresses. */
    CxRestClient client() {
        if (client == null) {
            client = client(UnaryOperator.identity());
        }
        return client;
    }

    CxRestClient clientWithin(Duration timeout) {
        return client(options -> options.withApiTimeout(timeout));
    }

    CxRestClient client(UnaryOperator<CxClientOptions> change) {
        return client(change, HostResolver.SYSTEM);
    }

    CxRestClient client(UnaryOperator<CxClientOptions> change, HostResolver resolver) {
        return client(change, resolver, new OwnLogIns());
    }

    /** A client of one node, with what that node knows of the log-ins of others. */
    CxRestClient client(UnaryOperator<CxClientOptions> change, HostResolver resolver, ForSharingLogIns logIns) {
        CxRestClient opened = CxRestClient.open(
                change.apply(CxClientOptions.DEFAULT.withPrivateAddresses(true)),
                new CxRestClient.Surroundings(
                        clock, clock, logIns, (kind, fault, took) -> heardCalls.add(new Heard(kind, fault)), resolver));
        clients.add(opened);
        return opened;
    }

    CxConnection connection() {
        return connectionTo("127.0.0.1");
    }

    CxConnection connectionTo(String host) {
        return new CxConnection(url(host), Builders.CONNECTION.username(), Builders.CONNECTION.password());
    }

    ApiUrl url(String host) {
        return ApiUrl.parse((encrypted ? "https://" : "http://") + host + ":" + server.getPort());
    }

    CxAccess access() {
        return new CxAccess(connection(), Builders.COMPANY.id());
    }

    List<RecordedRequest> logInRequests() {
        return List.copyOf(logInRequests);
    }

    /** The requests but the log-ins. */
    List<RecordedRequest> requests() {
        return List.copyOf(requests);
    }

    /** What the clients told their listener. */
    List<Heard> heard() {
        return List.copyOf(heardCalls);
    }

    List<String> requestLines() {
        return requests().stream().map(RecordedRequest::getRequestLine).toList();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        boolean logIn = request.getTarget().equals("/api/token");
        (logIn ? logInRequests : requests).add(request);
        MockResponse ruled = rule.apply(request);
        if (ruled != null) {
            return ruled;
        }
        if (logIn) {
            MockResponse scripted = logIns.poll();
            return scripted != null ? scripted : Answers.token("T" + tokens.incrementAndGet());
        }
        MockResponse next = answers.poll();
        if (next != null) {
            last = next;
        }
        return last;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stop();
    }

    void stop() {
        clients.forEach(CxRestClient::close);
        server.close();
    }
}
