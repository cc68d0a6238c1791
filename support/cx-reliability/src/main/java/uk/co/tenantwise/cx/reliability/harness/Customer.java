package uk.co.tenantwise.cx.reliability.harness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A customer with one repair.
 *
 * @param contact the reference of the customer
 * @param repair the reference of the repair
 */
public record Customer(String contact, String repair) {
    static Customer number(int number) {
        return new Customer("C-" + number, "WO-" + number);
    }

    /** What a node stores in its database to tell a request to cancel the repair, without a note, from other requests. */
    String fingerprint() {
        try {
            byte[] request = ("REPAIR\n" + repair + "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The beginning of the call by which the repair is cancelled in Cx. */
    public String cancelRequest() {
        return "POST /api/companies/1/work-orders/" + repair + "/cancel";
    }
}
