package uk.co.tenantwise.cx.app.demo;

import java.io.PrintStream;
import java.util.Optional;

/** Tells on the console what can be tried. */
final class Guide {
    private final PrintStream out;
    private final String service;
    private final String simulator;

    Guide(PrintStream out, String service, String simulator) {
        this.out = out;
        this.service = service;
        this.simulator = simulator;
    }

    void print(
            String adminName,
            String adminPassword,
            String adminToken,
            String megan,
            String rhys,
            Optional<String> cancellable) {
        out.println();
        out.println("The demo is ready. Stop it with Ctrl-C.");
        out.println();
        out.println("  service      " + service + "   administrator: " + adminName + " / " + adminPassword);
        out.println("  pages        " + service + "/admin for the administrator, " + service + "/my for customers");
        out.println("  simulator    " + simulator + "   customers: " + simulator + "/simulator/customers");
        out.println();
        title("The settings, and a test of the connection, as the administrator");
        out.println("  curl -s -u '" + adminName + ":" + adminPassword + "' " + service + "/api/v1/integration");
        out.println("  curl -s -u '" + adminName + ":" + adminPassword + "' -X POST " + service
                + "/api/v1/integration/test");
        title("The same with a token");
        out.println("  curl -s -H 'Authorization: Bearer " + adminToken + "' " + service + "/api/v1/integration");
        title("Megan's repairs (customer " + DemoCx.MEGAN + ")");
        out.println("  curl -s -H 'Authorization: Bearer " + megan + "' " + customer(DemoCx.MEGAN) + "/repairs");
        cancellable.ifPresent(repair -> {
            title("Megan cancels the repair " + repair);
            out.println("  curl -s -H 'Authorization: Bearer " + megan + "' -X POST " + customer(DemoCx.MEGAN)
                    + "/repairs/" + repair + "/cancellation");
        });
        title("Rhys's repairs (customer " + DemoCx.RHYS + ")");
        out.println(
                "  curl -s -H 'Authorization: Bearer " + rhys + "' " + customer(DemoCx.RHYS_IN_A_PATH) + "/repairs");
        out.println();
    }

    private String customer(String inPath) {
        return service + "/api/v1/customers/" + inPath;
    }

    private void title(String text) {
        out.println();
        out.println(text + ":");
    }
}
