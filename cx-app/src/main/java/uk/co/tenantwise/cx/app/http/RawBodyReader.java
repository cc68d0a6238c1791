package uk.co.tenantwise.cx.app.http;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Reads any body into a {@link RawBody}, whatever its content type says. */
@Singleton
@Consumes(MediaType.ALL)
final class RawBodyReader implements MessageBodyReader<RawBody> {
    @Override
    public RawBody read(Argument<RawBody> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
        try {
            return new RawBody(body.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
