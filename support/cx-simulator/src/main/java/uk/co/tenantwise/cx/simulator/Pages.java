package uk.co.tenantwise.cx.simulator;

/** The HTML that stands in front of a Cx: its log-in page, and what an edge answers to a foreign address. */
final class Pages {

    static final String LOGIN = page("Log in - Cx", """
        <form method="post" action="/Account/Login">
          <label>User name <input name="UserName"></label>
          <label>Password <input name="Password" type="password"></label>
          <button>Log in</button>
        </form>\
        """);
    static final String MOVED = page("Object moved", "<p>Object moved to <a href=\"/Account/Login\">here</a>.</p>");
    static final String FORBIDDEN =
            page("403 Forbidden", "<h1>403 Forbidden</h1><p>Your address may not use this service.</p>");

    private Pages() {}

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>" + title + "</title></head>\n<body>\n" + body
                + "\n</body>\n</html>\n";
    }
}
