package uk.co.tenantwise.cx.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One request over a plain socket, to see how exactly the connection ends. */
final class RawCall implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;

    RawCall(CxSimulator simulator, String method, String path, String token, String body) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), simulator.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
        in = socket.getInputStream();
    }

    /** How a connection ended, and what came before. */
    record Ending(String received, boolean abrupt) {}

    /** Reads until the connection ends. */
    Ending ending() throws IOException {
        StringBuilder received = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                received.append((char) next);
            }
            return new Ending(received.toString(), false);
        } catch (SocketException e) {
            return new Ending(received.toString(), true);
        }
    }

    /** Reads the status line and the headers. */
    String head() throws IOException {
        StringBuilder received = new StringBuilder();
        while (received.indexOf("\r\n\r\n") < 0) {
            received.append((char) in.read());
        }
        return received.toString();
    }

    /** Reads so many bytes of the body. */
    String body(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** Whether nothing comes within a moment. */
    boolean isSilent() throws IOException {
        socket.setSoTimeout(50);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
