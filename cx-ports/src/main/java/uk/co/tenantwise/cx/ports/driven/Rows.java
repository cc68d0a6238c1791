package uk.co.tenantwise.cx.ports.driven;

import java.util.List;

/**
 * The rows of an answer of Cx.
 *
 * @param rows those that could be read, in the order of the answer, duplicates included
 * @param setAside how many had no usable reference and were left out, 0 or more
 * @param <T> what a row is
 */
public record Rows<T>(List<T> rows, int setAside) {
    /** Copies the list. */
    public Rows {
        rows = List.copyOf(rows);
    }
}
