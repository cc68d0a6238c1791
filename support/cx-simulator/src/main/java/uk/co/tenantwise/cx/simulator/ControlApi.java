package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The calls under {@code /simulator} by which a person steers the simulator. No password and no token is ever answered.
 */
final class ControlApi {

    private static final String ROOT = "simulator";
    private static final int REQUESTS_SHOWN = 200;

    static final List<String> HELP = List.of(
            "GET /simulator: this list",
            "GET /simulator/customers: the demo customers and what each one shows",
            "GET /simulator/state: companies, contacts, works orders, appointments and cancellations",
            "GET /simulator/requests: what was received, the latest 200",
            "DELETE /simulator/requests: forget what was received",
            "GET /simulator/faults: the scripted faults that are active",
            "POST /simulator/faults: script one,"
                    + " {\"endpoint\":\"WORK_ORDERS\",\"fault\":\"status\",\"status\":503,\"times\":2}; \"always\":true"
                    + " keeps it until it is cleared",
            "DELETE /simulator/faults: clear them all and let go of what they hold",
            "POST /simulator/work-orders/{company}/{reference}: {\"status\":\"WorkInProgress\",\"force\":false}",
            "POST /simulator/appointments/{company}/{uid}: {\"status\":\"Completed\",\"start\":\"2026-12-09T10:00\"}",
            "POST /simulator/expire-tokens: revoke every token",
            "POST /simulator/reset: as after the start");

    private final CxSimulator simulator;

    ControlApi(CxSimulator simulator) {
        this.simulator = simulator;
    }

    static boolean isControl(String path) {
        return path.equals("/" + ROOT) || path.startsWith("/" + ROOT + "/");
    }

    Reply answer(String method, String path, String body) {
        try {
            List<String> segments = Route.segments(path);
            String what = method + " " + String.join("/", segments.subList(1, Math.min(2, segments.size())));
            return switch (what) {
                case "GET " -> Reply.json(200, help());
                case "GET customers" -> Reply.json(200, customers());
                case "GET state" -> Reply.json(200, new StateJson(simulator).all());
                case "GET requests" -> Reply.json(200, requests());
                case "DELETE requests" -> done(simulator.requests()::clear);
                case "GET faults" -> Reply.json(200, faults());
                case "POST faults" -> Reply.json(201, fault(FaultJson.script(object(body), simulator.faults())));
                case "DELETE faults" -> done(simulator.faults()::clear);
                case "POST work-orders" -> moveOrder(segments, object(body));
                case "POST appointments" -> changeAppointment(segments, object(body));
                case "POST expire-tokens" -> done(simulator::expireTokens);
                case "POST reset" -> done(simulator::reset);
                default -> Reply.message(404, "There is no such control call; GET /simulator lists them.");
            };
        } catch (DateTimeParseException e) {
            return Reply.message(400, "start must be a UK local time such as 2026-12-09T10:00");
        } catch (IllegalArgumentException e) {
            return Reply.message(400, String.valueOf(e.getMessage()));
        } catch (NoSuchElementException e) {
            return Reply.notFound();
        }
    }

    private static Reply done(Runnable action) {
        action.run();
        return Reply.json(200, Json.MAPPER.createObjectNode().put("done", true));
    }

    private static ObjectNode object(String body) {
        return Json.object(body).orElseThrow(() -> new IllegalArgumentException("the body must be a JSON object"));
    }

    private static JsonNode help() {
        ObjectNode help = Json.MAPPER.createObjectNode();
        HELP.forEach(help.putArray("calls")::add);
        help.set("faults", Json.MAPPER.valueToTree(new TreeMap<>(FaultJson.NAMES)));
        ArrayNode endpoints = help.putArray("endpoints");
        for (Endpoint endpoint : Endpoint.values()) {
            endpoints.add(endpoint.name());
        }
        return help;
    }

    /** The demo customers that the site still holds. */
    private JsonNode customers() {
        List<DemoCustomer> known = DemoSite.customers().stream()
                .filter(customer -> simulator
                        .site()
                        .contact(customer.company(), customer.contact())
                        .isPresent())
                .toList();
        return Json.MAPPER.valueToTree(known);
    }

    private JsonNode requests() {
        Requests requests = simulator.requests();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Endpoint endpoint : Endpoint.values()) {
            counts.put(endpoint.name(), requests.count(endpoint));
        }
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.set("counts", Json.MAPPER.valueToTree(counts));
        json.put("tokensIssued", requests.tokensIssued());
        json.put("loginsRejected", requests.loginsRejected());
        json.put("liveTokens", simulator.liveTokens());
        json.put("maxConcurrent", requests.maxConcurrent(Endpoint.ANY));
        ArrayNode latest = json.putArray("latest");
        List<ReceivedRequest> all = requests.all();
        all.subList(Math.max(0, all.size() - REQUESTS_SHOWN), all.size())
                .forEach(request -> latest.addObject()
                        .put("number", request.number())
                        .put("at", request.at().toString())
                        .put("endpoint", request.endpoint().name())
                        .put("method", request.method())
                        .put("path", request.path())
                        .put("status", request.status()));
        return json;
    }

    private JsonNode faults() {
        ArrayNode active = Json.MAPPER.createArrayNode();
        simulator.faults().active().forEach(script -> active.add(fault(script)));
        return active;
    }

    private static JsonNode fault(Script script) {
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("endpoint", script.endpoint().name())
                .put("fault", script.fault().toString())
                .put("hits", script.hits());
        return script.left() == Integer.MAX_VALUE ? json.put("always", true) : json.put("left", script.left());
    }

    private Reply moveOrder(List<String> segments, ObjectNode body) {
        String company = segments.get(Math.min(2, segments.size() - 1));
        String reference = segments.size() == 4 ? segments.get(3) : "";
        String status = Json.text(body, "status").orElseThrow(() -> new IllegalArgumentException("status is missing"));
        Site site = simulator.site();
        return site.atomically(() -> {
            if (Json.field(body, "force").map(JsonNode::asBoolean).orElse(false)) {
                site.changeWorkOrder(company, reference, order -> order.status(status, status, status));
            } else if (!site.move(company, reference, status)) {
                return Reply.message(409, "Cx does not permit this change of status; \"force\": true does it anyway.");
            }
            return Reply.json(
                    200,
                    new Writer(SiteStyle.USUAL)
                            .object(
                                    Writer.Kind.WORK_ORDER,
                                    site.workOrder(company, reference)
                                            .orElseThrow()
                                            .row()));
        });
    }

    private Reply changeAppointment(List<String> segments, ObjectNode body) {
        String company = segments.get(Math.min(2, segments.size() - 1));
        String uid = segments.size() == 4 ? segments.get(3) : "";
        Optional<String> status = Json.text(body, "status");
        Optional<LocalDateTime> start = Json.text(body, "start").map(LocalDateTime::parse);
        Appointment changed = simulator.site().changeAppointment(company, uid, appointment -> {
            Appointment moved = start.map(appointment::at).orElse(appointment);
            return status.map(moved::status).orElse(moved);
        });
        return Reply.json(200, new Writer(SiteStyle.USUAL).object(Writer.Kind.APPOINTMENT, changed.row()));
    }
}
