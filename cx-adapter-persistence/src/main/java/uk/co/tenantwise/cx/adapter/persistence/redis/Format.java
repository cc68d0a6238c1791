package uk.co.tenantwise.cx.adapter.persistence.redis;

import java.io.IOException;

/**
 * How a value is written as bytes before it is encrypted. A change that older nodes cannot read needs another
 * {@link Sealing#SCHEMA}.
 *
 * @param <S> the value
 */
interface Format<S> {
    byte[] write(S value) throws IOException;

    /**
     * The value that {@code bytes} are.
     *
     * @throws IOException when they are no such value; any RuntimeException says the same
     */
    S read(byte[] bytes) throws IOException;
}
