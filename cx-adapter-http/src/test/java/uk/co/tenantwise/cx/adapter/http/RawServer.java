package uk.co.tenantwise.cx.adapter.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import uk.co.tenantwise.cx.domain.settings.ApiUrl;
import uk.co.tenantwise.cx.domain.settings.CxAccess;
import uk.co.tenantwise.cx.domain.settings.CxConnection;
import uk.co.tenantwise.cx.testkit.Builders;

/** A server for what a well-behaved one never does: each connection is given to the test byte by byte. */
final class RawServer implements AfterEachCallback {
    /** What a connection is treated with. */
    @FunctionalInterface
    interface Behaviour {
        void treat(Socket connection) throws IOException;
    }

    private final ServerSocket server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Behaviour behaviour = connection -> {};

    RawServer() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        executor.execute(this::accept);
    }

    RawServer behaving(Behaviour wanted) {
        behaviour = wanted;
        return this;
    }

    int connections() {
        return connections.get();
    }

    ApiUrl url() {
        return ApiUrl.parse("http://127.0.0.1:" + server.getLocalPort());
    }

    int port() {
        return server.getLocalPort();
    }

    CxAccess access() {
        return new CxAccess(
                new CxConnection(url(), Builders.CONNECTION.username(), Builders.CONNECTION.password()),
                Builders.COMPANY.id());
    }

    /** Reads one request with its body. @return its first line, empty when the connection has ended */
    static String readRequest(Socket connection) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1), 1);
        String first = reader.readLine();
        if (first == null) {
            return "";
        }
        int length = 0;
        for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        while (length > 0 && reader.read() != -1) {
            length--;
        }
        return first;
    }

    static void write(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        connection.getOutputStream().flush();
    }

    /** Answers log-ins, and reads the first request that is another one. */
    static void readPastLogIn(Socket connection) throws IOException {
        while (readRequest(connection).startsWith("POST /api/token ")) {
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"Token\":\"T\"}");
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.incrementAndGet();
                executor.execute(() -> treat(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void treat(Socket connection) {
        try (connection) {
            behaviour.treat(connection);
        } catch (IOException e) {
            // the client has gone, which is what most of these tests want
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        server.close();
        executor.shutdownNow();
    }
}
