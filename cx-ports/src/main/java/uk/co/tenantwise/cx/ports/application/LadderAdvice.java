package uk.co.tenantwise.cx.ports.application;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uk.co.tenantwise.cx.ports.driving.LadderStep;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * What to tell an administrator about a step that failed, or that leaves something to do: the likely cause, and who can do
 * what about it.
 */
final class LadderAdvice {
    static final Advice INCOMPLETE = new Advice(
            "The API URL, the user name or the password has not been saved.",
            "Enter all three and save the changes, then test again.");
    static final Advice NO_COMPANIES = new Advice(
            "Cx lists no company for this user.",
            "Ask your Cx administrator to give the Cx user access to at least one company.");
    static final Advice NONE_SELECTED =
            new Advice("No company is selected.", "Choose the company under Selected Company and save the changes.");
    static final Advice COMPANY_GONE = new Advice(
            "The selected company is no longer in the list of Cx.",
            "Choose another company, or ask your Cx administrator why the Cx user can no longer see this one.");

    /** Of a step that is passed all the same. */
    static final Advice CODE_MISSING = new Advice(
            "The cancel status code or the cancel reason code of your site is not set: Cx will refuse to cancel"
                    + " repairs.",
            "Enter both under Repairs settings.");

    private static final String TRY_LATER = "Try again in a few minutes. If it stays so, ask Civica whether Cx is up.";
    private static final String CHECK_URL =
            "Check the API URL: it is the address at which you open Cx, such as https://cx.yourdomain.com.";

    /** What two clocks may differ: less is seen where one of them is not set by a time service for a while. */
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(2);

    private final List<String> addresses;

    LadderAdvice(List<String> addresses) {
        this.addresses = addresses;
    }

    /**
     * Cause and remedy.
     *
     * @param cause what is likely to be wrong
     * @param remedy what to do, and who does it
     */
    record Advice(String cause, String remedy) {}

    /** Of a step that is passed all the same, when the clocks differ. */
    static Optional<Advice> onClocks(Optional<Duration> ahead) {
        return ahead.filter(difference -> difference.abs().compareTo(CLOCKS_MAY_DIFFER) > 0)
                .map(difference -> new Advice(
                        "The clock of this server is " + inWords(difference.abs())
                                + (difference.isNegative() ? " behind" : " ahead of") + " the clock of Cx.",
                        "Until when customers may cancel is judged by the clock of this server. Ask whoever runs it to"
                                + " set it by a time service; if it is right, tell Civica that theirs is not."));
    }

    private static String inWords(Duration difference) {
        if (difference.toDays() > 1) {
            return difference.toDays() + " days";
        }
        return difference.toHours() > 1 ? difference.toHours() + " hours" : difference.toMinutes() + " minutes";
    }

    Advice on(LadderStep step, CxFault fault) {
        return switch (fault) {
            case CxFault.Unreachable unreachable -> unreachable(step);
            case CxFault.TimedOut late ->
                step == LadderStep.NAME_RESOLVES
                        ? new Advice("Looking up the host of the API URL took too long.", TRY_LATER)
                        : new Advice(
                                "Nothing answered in time. Often a firewall drops what comes from an address that is "
                                        + "not whitelisted.",
                                whitelist());
            case CxFault.TlsFailed tls ->
                new Advice(
                        "No secure connection: " + tls.detail(),
                        "Ask Civica, or whoever runs your Cx server, to install a valid certificate for this host. If"
                                + " it is of a certificate authority of your own, the operator of this service has to"
                                + " trust that authority.");
            case CxFault.AddressForbidden forbidden ->
                new Advice(
                        "This service may not call that address: " + forbidden.detail(),
                        CHECK_URL
                                + " If your Cx is on a private network, the operator of this service has to allow "
                                + "private addresses.");
            case CxFault.AddressNotWhitelisted blocked ->
                new Advice("A firewall in front of Cx turned this service away.", whitelist());
            case CxFault.CredentialsRejected rejected ->
                new Advice(
                        "Cx rejected the user name or the password, or the Cx user is locked or has to change the "
                                + "password.",
                        "Check the user in Cx, then enter user name and password again and save the changes.");
            case CxFault.NoApiPermission denied ->
                new Advice(
                        "The Cx user may not use the API.",
                        "Ask your Cx administrator to give the Cx user API permissions.");
            case CxFault.NotFound missing -> notCx();
            case CxFault.Refused refused -> notCx();
            case CxFault.ContractBroken broken -> notCx();
            case CxFault.Throttled busy -> new Advice("Cx asks for fewer requests.", TRY_LATER);
            case CxFault.Unavailable down -> new Advice("Cx reports an error or is being maintained.", TRY_LATER);
            case CxFault.Busy full ->
                new Advice(
                        "As many calls to Cx are under way as this service may make at a time: Cx answers slowly, or "
                                + "many customers are here at once.",
                        "Try again in a minute. If it stays so, ask Civica why Cx is slow, or the operator of this "
                                + "service to allow more calls.");
        };
    }

    private Advice unreachable(LadderStep step) {
        if (step == LadderStep.NAME_RESOLVES) {
            return new Advice("The host of the API URL is not known: its name does not resolve.", CHECK_URL);
        }
        if (step == LadderStep.TCP) {
            return new Advice(
                    "The host refused the connection: nothing listens there, or a firewall turned this service away.",
                    CHECK_URL + " If it is right: " + whitelist());
        }
        return new Advice("The connection broke before Cx answered. Often a firewall does that.", whitelist());
    }

    private static Advice notCx() {
        return new Advice("Something answers at the API URL, but it does not speak like Cx.", CHECK_URL);
    }

    private String whitelist() {
        return addresses.isEmpty()
                ? "Ask Civica to whitelist the outgoing IP addresses of this service; its operator knows them."
                : "Ask Civica to whitelist the outgoing IP addresses of this service: " + String.join(", ", addresses)
                        + ".";
    }
}
