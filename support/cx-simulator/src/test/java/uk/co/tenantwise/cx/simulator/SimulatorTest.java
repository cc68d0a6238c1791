package uk.co.tenantwise.cx.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small site with a simulator that serves it and a caller who is logged in. */
abstract class SimulatorTest {

    static final Company ONE =
            Company.of("1", "HOMES", "Homes").cancelStatus("CANX", "Cancelled").cancelReason("TENANT");
    static final Company TWO =
            Company.of("2", null, "Lettings").cancelStatus("C-TEN", "Off").cancelReason("T01");
    static final LocalDateTime CREATED = LocalDateTime.of(2026, 11, 20, 9, 15);
    static final LocalDateTime VISIT = LocalDateTime.of(2026, 12, 9, 10, 0);
    static final WorkOrder ORDER = WorkOrder.of("1", "C-1", "WO/1", CREATED);
    static final Appointment BOOKED = Appointment.forOrder(ORDER, VISIT);
    static final String ORDERS = "/api/companies/1/contacts/C-1/work-orders";
    static final String VISITS = "/api/companies/1/contacts/C-1/appointments";
    static final String COMPANIES = "/api/companies";
    static final String UID_NOT_KNOWN = "00000000-0000-0000-0000-000000000000";

    final HandClock clock = new HandClock();
    CxSimulator simulator;
    Caller caller;

    @BeforeEach
    final void startSimulator() throws IOException, InterruptedException {
        simulator = CxSimulator.builder().clock(clock).site(SimulatorTest::fill).start();
        caller = new Caller(simulator).loggedIn("api", "secret");
        simulator.requests().clear();
    }

    @AfterEach
    final void stopSimulator() {
        caller.close();
        simulator.close();
    }

    static void fill(Site site) {
        site.put(CxUser.of("api", "secret"));
        site.put(ONE).put(TWO);
        site.put(Contact.of("1", "C-1", "Megan Specimen").livingAt("A1", "1 Imaginary Close"));
        site.put(Contact.of("2", "C-1", "Poppy Specimen"));
        site.put(ORDER).put(BOOKED);
    }

    Site site() {
        return simulator.site();
    }

    Faults faults() {
        return simulator.faults();
    }

    /** The text of one field of every row of a list. */
    static List<String> column(HttpResponse<String> response, String key) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode rows = Caller.json(response);
        assertThat(rows.isArray()).isTrue();
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(key).asText())
                .toList();
    }

    static void assertMessage(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(Caller.json(response).path("Message").asText()).isNotBlank();
    }

    static void assertSuccess(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(Caller.json(response).path("Success").booleanValue()).isTrue();
    }

    static void assertRefused(HttpResponse<String> response, int status, String code) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode result = Caller.json(response);
        assertThat(result.path("Success").isBoolean()).isTrue();
        assertThat(result.path("Success").booleanValue()).isFalse();
        assertThat(result.path("ErrorCode").asText()).isEqualTo(code);
        assertThat(result.path("ErrorMessage").asText()).isNotBlank();
    }
}
