package uk.co.tenantwise.cx.reliability.harness;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the database of the nodes, past them. */
public final class Rows {
    private Rows() {}

    /** The one value that a query finds, "none" when it finds no row or null. */
    public static String text(Connection connection, String query, Object... values) throws SQLException {
        List<String> found = texts(connection, query, values);
        return found.isEmpty() ? "none" : found.getFirst();
    }

    /** The first column of every row that a query finds. */
    public static List<String> texts(Connection connection, String query, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    String value = results.getString(1);
                    found.add(value == null ? "none" : value);
                }
            }
            return found;
        }
    }

    /** Runs a statement that finds nothing. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
