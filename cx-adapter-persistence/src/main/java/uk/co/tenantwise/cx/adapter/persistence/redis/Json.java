package uk.co.tenantwise.cx.adapter.persistence.redis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Function;

/**
 * A value as JSON, by way of a record that says field by field what is written. Unknown and missing fields are errors of
 * those who read: they make a value absent.
 *
 * @param <S> the value
 * @param <J> the record
 */
final class Json<S, J> implements Format<S> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private final Class<J> type;
    private final Function<S, J> write;
    private final Function<J, S> read;

    Json(Class<J> type, Function<S, J> write, Function<J, S> read) {
        this.type = type;
        this.write = write;
        this.read = read;
    }

    @Override
    public byte[] write(S value) throws IOException {
        return MAPPER.writeValueAsBytes(write.apply(value));
    }

    @Override
    public S read(byte[] bytes) throws IOException {
        return read.apply(MAPPER.readValue(bytes, type));
    }
}
