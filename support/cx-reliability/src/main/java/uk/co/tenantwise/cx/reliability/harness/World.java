package uk.co.tenantwise.cx.reliability.harness;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import uk.co.tenantwise.cx.simulator.Appointment;
import uk.co.tenantwise.cx.simulator.Company;
import uk.co.tenantwise.cx.simulator.Contact;
import uk.co.tenantwise.cx.simulator.CxSimulator;
import uk.co.tenantwise.cx.simulator.CxUser;
import uk.co.tenantwise.cx.simulator.LoginRules;
import uk.co.tenantwise.cx.simulator.Site;
import uk.co.tenantwise.cx.simulator.WorkOrder;

/**
 * A simulated Cx behind a proxy, and the nodes of one instance before it, on H2 or on one PostgreSQL. Times are real, because
 * the nodes' clocks are. Closing it ends all of it.
 */
public final class World implements AutoCloseable {
    private static final String USER = "api.user";
    private static final String PASSWORD = "cx-pass-word";
    private static final int REQUESTS_KEPT = 200_000;

    private final Path folder;
    private final Duration apiTimeout;
    private final Optional<PostgresServer> postgres;
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger customers = new AtomicInteger();
    private final CxSimulator cx =
            CxSimulator.builder().requestsKept(REQUESTS_KEPT).site(World::fill).start();
    private final TcpFaultProxy toCx = new TcpFaultProxy(cx.port());

    private World(Path folder, Duration apiTimeout, Optional<PostgresServer> postgres) {
        this.folder = folder;
        this.apiTimeout = apiTimeout;
        this.postgres = postgres;
    }

    /**
     * One whose node keeps its data in H2.
     *
     * @param apiTimeout of calls to Cx; lost sends settle after twice that and 10 seconds
     */
    public static World onH2(Path folder, Duration apiTimeout) {
        return new World(folder, apiTimeout, Optional.empty());
    }

    /** One whose nodes share a PostgreSQL server. */
    public static World onPostgres(Path folder, Duration apiTimeout) {
        return new World(folder, apiTimeout, Optional.of(new PostgresServer(folder)));
    }

    /** The simulated Cx. */
    public CxSimulator cx() {
        return cx;
    }

    /** What stands between the nodes and Cx. */
    public TcpFaultProxy toCx() {
        return toCx;
    }

    /** The shared database. */
    public PostgresServer postgres() {
        return postgres.orElseThrow(() -> new IllegalStateException("this world is on H2"));
    }

    /** A node that is not started yet. */
    public Node node() {
        return node(Map.of());
    }

    /** A node that is not started yet, with more of the environment. */
    public Node node(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "CX_API_TIMEOUT", apiTimeout.toString(),
                "CX_KEY_FILE", folder.resolve("cx.key").toString()));
        postgres.ifPresent(server -> environment.putAll(server.environment()));
        environment.putAll(more);
        Node node = new Node(folder.resolve("node-" + (nodes.size() + 1)), environment);
        nodes.add(node);
        return node;
    }

    /** Connects the instance to Cx, with rules that allow cancelling. */
    public void connect(Node node) throws Exception {
        node.api().put("connection", """
            {"enabled": true, "apiUrl": "http://127.0.0.1:%d", "username": "%s", "password": "%s"}\
            """.formatted(toCx.port(), USER, PASSWORD)).is(200);
        // The first call of a node that has just started may be too slow for a short time-out.
        Until.isTrue(
                "the company is selected",
                Duration.ofSeconds(30),
                () -> node.api().put("company", "{\"companyId\": \"1\"}").status() == 200);
        node.api().put("repairs", """
            {"startDate": "", "cancellation": {"enabled": true, "noticeDays": 0, "noticeUnit": "CALENDAR_DAYS",
             "cutOff": "00:00", "bankHolidays": "ENGLAND_AND_WALES", "cancelStatusCode": "CANX",
             "cancelReasonCode": "TENANT", "contactLine": ""}}\
            """).is(200);
    }

    /** A customer with one repair, and a visit in two weeks, so that it can be cancelled. */
    public Customer customer() {
        Customer customer = Customer.number(customers.incrementAndGet());
        LocalDateTime today = LocalDateTime.now(ZoneId.of("Europe/London"));
        WorkOrder order = WorkOrder.of("1", customer.contact(), customer.repair(), today.minusDays(3))
                .status("Issued", "ISS", "Passed to the contractor");
        cx.site().put(Contact.of("1", customer.contact(), "Robin Example"));
        cx.site().put(order);
        cx.site().put(Appointment.forOrder(order, today.plusDays(14)));
        return customer;
    }

    /** What no log may hold: passwords, keys and tokens of the nodes and of Cx. */
    public static List<String> secrets() {
        return List.of(PASSWORD, Node.ADMIN_PASSWORD, Tokens.secret(), Tokens.ADMIN, Tokens.PORTAL);
    }

    /** How many cancel calls for a customer's repair have reached Cx. */
    public long cancelCalls(Customer customer) {
        return cx.requests().count("POST", path -> path.endsWith("/work-orders/" + customer.repair() + "/cancel"));
    }

    /** How many cancellations of a customer's repair Cx has carried out. */
    public long cancelEffects(Customer customer) {
        return cx.site().cancellations().stream()
                .filter(done -> done.reference().equals(customer.repair()))
                .count();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        toCx.close();
        cx.close();
        postgres.ifPresent(PostgresServer::close);
    }

    private static void fill(Site site) {
        site.loginRules(LoginRules.USUAL.allowing(1_000));
        site.put(CxUser.of(USER, PASSWORD));
        site.put(Company.of("1", "ACME", "Acme Homes")
                .cancelStatus("CANX", "Cancelled by tenant")
                .cancelReason("TENANT"));
    }
}
