package uk.co.tenantwise.cx.app.pages.web;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads forms. What is sent as anything else, such as text that only looks like a form, holds nothing. */
@Singleton
@Consumes(MediaType.ALL)
final class FormReader implements MessageBodyReader<Form> {
    @Override
    public Form read(Argument<Form> type, @Nullable MediaType mediaType, Headers headers, InputStream body) {
        if (mediaType == null || !mediaType.getName().equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED)) {
            return Form.EMPTY;
        }
        try {
            return Form.parse(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
