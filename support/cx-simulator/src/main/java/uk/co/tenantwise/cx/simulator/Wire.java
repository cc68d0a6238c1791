package uk.co.tenantwise.cx.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Puts one reply on the connection, whole or in one of the ways in which networks and servers break it. */
final class Wire {

    private static final byte[] BLANKS = new byte[8_192];

    static {
        Arrays.fill(BLANKS, (byte) ' ');
    }

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Runnable beforeLast;

    /**
     * @param beforeLast runs before the last byte goes out or the connection ends, so that a caller who has the answer
     *     finds the request finished
     */
    Wire(Request request, Response response, Callback callback, Runnable beforeLast) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.beforeLast = beforeLast;
    }

    void send(Reply reply) {
        byte[] body = head(reply);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        beforeLast.run();
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** Ends the connection without an answer: by a reset when abrupt, else in good order. */
    void hangUp(boolean abrupt) throws IOException {
        beforeLast.run();
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (abrupt && endPoint.getTransport() instanceof SocketChannel channel) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        endPoint.close();
        callback.failed(new QuietException.Exception("ended by a script"));
    }

    /** Half of the body under the length of the whole. */
    void half(Reply reply, boolean abrupt) throws IOException {
        byte[] body = head(reply);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        Content.Sink.write(response, false, ByteBuffer.wrap(body, 0, body.length / 2));
        hangUp(abrupt);
    }

    /** Waits between two bytes; says whether the waiting is over for good. */
    interface Pause {
        boolean isOverAfter(Duration time) throws InterruptedException;
    }

    /** The head at once, then the body byte by byte with a pause before each, until the pauses are over. */
    void drip(Reply reply, Duration time, Pause pause) throws IOException, InterruptedException {
        byte[] body = head(reply);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        Content.Sink.write(response, false, BufferUtil.EMPTY_BUFFER);
        int sent = 0;
        while (sent < body.length - 1 && !pause.isOverAfter(time)) {
            Content.Sink.write(response, false, ByteBuffer.wrap(body, sent, 1));
            sent++;
        }
        beforeLast.run();
        response.write(true, ByteBuffer.wrap(body, sent, body.length - sent), callback);
    }

    /** The body grown by blanks, in chunks, and compressed if asked for. */
    void grown(Reply reply, long bytes, boolean compressed) throws IOException {
        byte[] body = head(reply);
        if (compressed) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
        }
        OutputStream sink = Content.Sink.asOutputStream(response);
        OutputStream out = compressed ? new GZIPOutputStream(sink, BLANKS.length) : sink;
        for (long left = bytes - body.length; left > 0; left -= BLANKS.length) {
            out.write(BLANKS, 0, (int) Math.min(left, BLANKS.length));
        }
        beforeLast.run();
        out.write(body);
        out.close();
        callback.succeeded();
    }

    private byte[] head(Reply reply) {
        response.setStatus(reply.status());
        reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        return reply.body().getBytes(StandardCharsets.UTF_8);
    }
}
