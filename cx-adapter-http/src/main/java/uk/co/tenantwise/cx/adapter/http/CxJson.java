package uk.co.tenantwise.cx.adapter.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import uk.co.tenantwise.cx.ports.driven.Rows;
import uk.co.tenantwise.cx.ports.fault.CxFault;

/**
 * Reads the JSON of Cx row by row and within limits: nesting 50, 100 digits in a number, 1,000,000 characters in a text,
 * 20,000 rows. A row that is no object or has no usable reference is set aside; everything else that does not fit is a
 * {@link CxFault.ContractBroken}. Thread-safe.
 */
final class CxJson {
    private static final int MOST_ROWS = 20_000;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(100)
                    .maxStringLength(1_000_000)
                    .maxNameLength(1_000)
                    .maxTokenCount(2_000_000)
                    .build())
            .build());

    private CxJson() {}

    /** The rows of an array. @throws CxFault.ContractBroken when {@code json} is not one */
    static <T> Rows<T> rows(byte[] json, String what, Function<CxRow, T> read) {
        List<T> rows = new ArrayList<>();
        int setAside = 0;
        boolean anyObject = false;
        try (JsonParser parser = MAPPER.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_ARRAY) {
                throw first == JsonToken.START_OBJECT ? oddObject(parser, what) : wrongShape(what, "a list");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (rows.size() + setAside == MOST_ROWS) {
                    throw new CxFault.ContractBroken("Cx sent more than " + MOST_ROWS + " rows of " + what);
                }
                JsonNode node = MAPPER.readTree(parser);
                anyObject |= node.isObject();
                try {
                    rows.add(read.apply(CxRow.of(node)));
                } catch (CxRow.Unusable unusable) {
                    setAside++;
                }
            }
            requireEnd(parser, what);
            if (setAside > 0 && !anyObject) {
                throw wrongShape(what, "a list of objects");
            }
            return new Rows<>(rows, setAside);
        } catch (JsonProcessingException e) {
            throw unreadable(what);
        } catch (IOException e) {
            throw new UncheckedIOException("reading an array in memory failed", e);
        }
    }

    /** The one object that {@code json} is. @throws CxFault.ContractBroken when it is not one */
    static CxRow object(byte[] json, String what) {
        try (JsonParser parser = MAPPER.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw wrongShape(what, "an object");
            }
            CxRow row = CxRow.of(MAPPER.readTree(parser));
            requireEnd(parser, what);
            return row;
        } catch (JsonProcessingException e) {
            throw unreadable(what);
        } catch (IOException e) {
            throw new UncheckedIOException("reading an array in memory failed", e);
        }
    }

    /** What the one object that {@code json} is stands for. @throws CxFault when it is refused or has no reference */
    static <T> T one(byte[] json, String what, Function<CxRow, T> read) {
        CxRow row = object(json, what);
        try {
            return read.apply(row);
        } catch (CxRow.Unusable unusable) {
            throw row.isRefusal()
                    ? refused(what)
                    : new CxFault.ContractBroken("Cx answered the request for " + what + " without a usable reference");
        }
    }

    /** An object of texts. */
    static byte[] write(Map<String, String> texts) {
        ObjectNode object = MAPPER.createObjectNode();
        texts.forEach(object::put);
        try {
            return MAPPER.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    private static CxFault oddObject(JsonParser parser, String what) throws IOException {
        CxRow object = CxRow.of(MAPPER.readTree(parser));
        return object.isRefusal() ? refused(what) : wrongShape(what, "a list");
    }

    private static CxFault refused(String what) {
        return new CxFault.Refused("Cx refused the request for " + what);
    }

    private static void requireEnd(JsonParser parser, String what) throws IOException {
        if (parser.nextToken() != null) {
            throw unreadable(what);
        }
    }

    private static CxFault wrongShape(String what, String expected) {
        return new CxFault.ContractBroken(
                "Cx answered the request for " + what + " with something else than " + expected);
    }

    private static CxFault unreadable(String what) {
        return new CxFault.ContractBroken("Cx answered the request for " + what
                + " with something that is not JSON, is cut" + " off, or is too deep or long to be read");
    }
}
