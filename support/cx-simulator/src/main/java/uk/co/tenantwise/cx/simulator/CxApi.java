package uk.co.tenantwise.cx.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** Answers the calls of the Cx contract from the site: who may call at all, then what the call does. Thread-safe. */
final class CxApi {

    private static final String BEARER = "bearer ";

    private final Site site;
    private final Logins logins;

    CxApi(Site site, Logins logins) {
        this.site = site;
        this.logins = logins;
    }

    Reply answer(Call call) {
        if (call.fault() != null) {
            return call.fault();
        }
        return site.atomically(() -> call.endpoint() == Endpoint.LOGIN ? logIn(call) : answerUser(call));
    }

    private Reply answerUser(Call call) {
        Optional<CxUser> user = bearer(call).flatMap(logins::userOf);
        if (user.isEmpty()) {
            return tokenRefused();
        }
        if (!user.get().apiPermission()) {
            return notPermitted();
        }
        Reading reading = new Reading(site, user.get());
        Cancelling cancelling = new Cancelling(site, user.get());
        return switch (call.endpoint()) {
            case COMPANIES -> reading.companies();
            case CONTACT -> reading.contact(call.company(), call.reference());
            case WORK_ORDERS -> reading.workOrders(call.company(), call.reference(), call.query());
            case APPOINTMENTS -> reading.appointments(call.company(), call.reference());
            case WORK_ORDER -> reading.workOrder(call.company(), call.reference());
            case CANCEL_ORDER -> cancelling.order(call);
            case CANCEL_APPOINTMENT -> cancelling.appointment(call);
            case LOGIN, OTHER, ANY -> Reply.notFound();
        };
    }

    private static Optional<String> bearer(Call call) {
        return Optional.ofNullable(call.authorization())
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }

    private Reply logIn(Call call) {
        Optional<ObjectNode> body = Json.object(call.body());
        Optional<String> name = body.flatMap(object -> Json.text(object, "UserName"));
        Optional<String> password = body.flatMap(object -> Json.text(object, "Password"));
        if (name.isEmpty() || password.isEmpty()) {
            return Reply.message(400, "UserName and Password are required.");
        }
        return switch (logins.logIn(name.get(), password.get())) {
            case Logins.Outcome.Accepted accepted -> {
                Row row = Row.EMPTY.with("Token", accepted.token());
                row = accepted.expiresAt().isPresent()
                        ? row.with("ExpiresAt", accepted.expiresAt().get())
                        : row;
                yield Reply.json(200, new Writer(site.style()).object(Writer.Kind.OTHER, row));
            }
            case Logins.Outcome.Rejected rejected -> Reply.message(401, rejected.message());
            case Logins.Outcome.NotPermitted() -> notPermitted();
        };
    }

    static Reply notPermitted() {
        return Reply.message(403, "The user does not have permission to use the API.");
    }

    private Reply tokenRefused() {
        return switch (site.style().tokenRefusals()) {
            case UNAUTHORIZED_401 -> Reply.message(401, "The token is missing, has expired or was revoked.");
            case REDIRECT_302 -> Reply.redirectToLogin();
            case LOGIN_PAGE_200 -> Reply.loginPage();
        };
    }
}
