package uk.co.tenantwise.cx.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends bytes that no client library would send. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 40_000;

    private RawHttp() {}

    /** Sends a request that asks for the connection to be closed, and reads the answer. */
    static Answer exchange(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String text) {
        String[] parts = text.split("\r\n\r\n", 2);
        List<String> head = Arrays.asList(parts[0].split("\r\n", -1));
        Map<String, List<String>> headers = head.stream()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> List.of(line[1]), (one, other) -> one));
        return new Answer(
                Integer.parseInt(head.getFirst().split(" ", 3)[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                parts.length > 1 ? parts[1] : "");
    }
}
