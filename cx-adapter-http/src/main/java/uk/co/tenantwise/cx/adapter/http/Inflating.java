package uk.co.tenantwise.cx.adapter.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/** Decompresses answers that came compressed although nobody asked for that, within the limit for their size. */
final class Inflating {
    private Inflating() {}

    /**
     * The content of {@code body}.
     *
     * @throws CxFault.ContractBroken when it is larger than {@code limit}, damaged, or encoded in another way than gzip
     */
    static byte[] inflate(byte[] body, String encoding, int limit) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> gunzip(body, limit);
            default -> throw new CxFault.ContractBroken("Cx compressed its answer in a way that was not asked for");
        };
    }

    private static byte[] gunzip(byte[] body, int limit) {
        try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] content = stream.readNBytes(limit);
            if (stream.read() != -1) {
                throw TransportFaults.tooLarge(limit);
            }
            return content;
        } catch (IOException e) {
            throw new CxFault.ContractBroken("Cx sent a compressed answer that is damaged");
        }
    }
}
