package uk.co.tenantwise.cx.adapter.persistence.database;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the JDBC URL must look like. */
public final class DatabaseUrl {
    private static final String H2 = "jdbc:h2:";
    private static final List<String> DIALECT =
            List.of("MODE=PostgreSQL", "DATABASE_TO_LOWER=TRUE", "DEFAULT_NULL_ORDERING=HIGH");
    private static final String DURABLE = "WRITE_DELAY=0";
    /** H2 would close the database as soon as the process is told to stop, under the requests that are still served. */
    private static final String OPEN_UNTIL_CLOSED = "DB_CLOSE_ON_EXIT=FALSE";

    private DatabaseUrl() {}

    /**
     * The URL of the H2 database in a folder: it speaks the dialect of PostgreSQL, a commit that was acknowledged survives
     * the end of the process, it is open until the service closes it, and files are written so that an interrupted thread does not close them for everybody.
     *
     * @throws DatabaseRefused when the path holds a semicolon, which URLs of H2 cannot
     */
    public static String inFolder(Path folder) {
        Path file = folder.toAbsolutePath().normalize().resolve("cx");
        if (file.toString().contains(";")) {
            throw new DatabaseRefused("The data folder " + folder + " must not have a semicolon in its path");
        }
        return H2 + "async:" + file + ";" + String.join(";", DIALECT) + ";" + DURABLE + ";" + OPEN_UNTIL_CLOSED;
    }

    /** Whether the URL is one of PostgreSQL. */
    static boolean isPostgres(String url) {
        return url.startsWith("jdbc:postgresql:");
    }

    /** Whether the URL is one of H2. */
    static boolean isH2(String url) {
        return url.startsWith(H2);
    }

    /** Whether the URL is one of an H2 database in a file that this process opens. */
    static boolean isH2File(String url) {
        return isH2(url)
                && !url.startsWith(H2 + "mem:")
                && !url.startsWith(H2 + "tcp:")
                && !url.startsWith(H2 + "ssl:");
    }

    /** @throws DatabaseRefused when the database is of another kind, or its URL lacks a setting that is needed */
    static void check(String url) {
        if (isPostgres(url)) {
            return;
        }
        if (!isH2(url)) {
            throw new DatabaseRefused("CX_DATASOURCE_URL must begin with jdbc:postgresql: or jdbc:h2:");
        }
        List<String> settings = Arrays.asList(url.toUpperCase(Locale.ROOT).split(";", -1));
        for (String needed : DIALECT) {
            if (!settings.contains(needed.toUpperCase(Locale.ROOT))) {
                throw new DatabaseRefused("The H2 URL needs ;" + needed + ": add it to CX_DATASOURCE_URL");
            }
        }
        if (isH2File(url) && !settings.contains(DURABLE)) {
            throw new DatabaseRefused(
                    "The H2 URL needs ;" + DURABLE + ": without it, a setting or a cancellation that was"
                            + " saved can be lost when the process ends. Add it to CX_DATASOURCE_URL");
        }
    }
}
