package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an API URL refuses, grouped by the remedy that the administrator reads. */
class ApiUrlRefusalTest {
    @Nested
    class Parse {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "cx.example.org",
                    "cx.example.org:8443",
                    "localhost:8080",
                    "//cx.example.org",
                    "/cx",
                    "httpss://cx.example.org",
                    "http+unix://cx.example.org",
                    "ftp://cx.example.org",
                    "file:///etc/passwd",
                    "gopher://cx.example.org",
                    "ws://cx.example.org",
                    "ldap://cx.example.org",
                    "jar:https://cx.example.org!/",
                    "data:text/plain,cx",
                    "javascript:alert(1)"
                })
        void parse_shouldAskForHttps_whenSchemeIsAnotherOrMissing(String text) {
            refuses(text, "The API URL must start with https://");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://admin@cx.example.org",
                    "https://admin:hunter2@cx.example.org",
                    "https://@cx.example.org",
                    "https://:@cx.example.org/",
                    "https://cx.example.org@evil.example",
                    "https://cx.example.org:443@evil.example",
                    "https://cx.example.org#@evil.example",
                    "https://cx.example.org?@evil.example",
                    "https://user@[::1]"
                })
        void parse_shouldRefuseWithoutQuotingIt_whenUserInfo(String text) {
            refuses(text, "The API URL must not contain a user name or password");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://cx.example.org?",
                    "https://cx.example.org/?",
                    "https://cx.example.org?a=b",
                    "https://cx.example.org/api?a=b",
                    "https://cx.example.org#",
                    "https://cx.example.org/#",
                    "https://cx.example.org#top",
                    "https:cx.example.org#top"
                })
        void parse_shouldRefuse_whenQueryOrFragment(String text) {
            refuses(text, "The API URL must end after the host: remove everything from ? or # on");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/api", "/api/", "//", "/.", "/..", "/%2e%2e", "/;a", "//evil.example", "/:8443"})
        void parse_shouldNameThePath_whenThereIsOne(String path) {
            refuses("https://cx.example.org" + path, "The API URL must be the base URL: remove " + path);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // No host at all, or not one that DNS could hold.
                    "https:cx.example.org",
                    "https:/",
                    "https:///",
                    "https://:443",
                    "https://cx_1.example.org",
                    "https://-cx.example.org",
                    "https://cx-.example.org",
                    "https://cx..example.org",
                    "https://.example.org",
                    "https://%63x.example.org",
                    "https://cx.example.org:8443:1",
                    "https://cx,example.org",
                    "https://*.example.org",
                    // A trailing dot is a second spelling of the same name.
                    "https://cx.example.org.",
                    "https://localhost.",
                    // Names outside ASCII are entered as xn--, so that look-alikes show.
                    "https://\u043f\u0440\u0438\u043c\u0435\u0440.example",
                    "https://\u0441x.example.org",
                    "https://cx\u3002example.org",
                    "https://\uff43\uff58.example.org",
                    "https://cx\u200b.example.org",
                    "https://\u212aelvin.example.org",
                    // Some resolvers read these as addresses.
                    "https://127.1",
                    "https://127.0.1",
                    "https://2130706433",
                    "https://017700000001",
                    "https://0x7f000001",
                    "https://0X7F000001",
                    "https://0x7f.0.0.1",
                    "https://127.0.0.0x1",
                    "https://0177.0.0.1",
                    "https://127.0.0.01",
                    "https://127.0.0.1.",
                    "https://0",
                    "https://0x",
                    "https://1.2.3",
                    "https://1.2.3.4.5",
                    "https://1.2.3.256",
                    "https://260.2.3.4",
                    "https://1.300.3.4",
                    "https://1.2.3.1000",
                    "https://cx.1",
                    "https://cx.example.0x7f",
                    // Addresses within a link: the zone is a matter of this machine.
                    "https://[fe80::1%eth0]",
                    "https://[fe80::1%25eth0]",
                    "https://[fe80::1%1]:8443",
                    // Ports that are no numbers.
                    "https://cx.example.org:-1",
                    "https://cx.example.org:+443",
                    "https://cx.example.org:abc",
                    "https://cx.example.org:\uff14\uff14\uff13",
                    "https://cx.example.org:99999999999"
                })
        void parse_shouldAskForAHost_whenItIsNotOne(String text) {
            refuses(text, "The API URL must name a host, such as cx.yourdomain.com");
        }

        @Test
        void parse_shouldAskForAHost_whenLabelOrHostIsLongerThanDnsAllows() {
            String label = "a".repeat(63) + ".";
            String message = "The API URL must name a host, such as cx.yourdomain.com";

            refuses("https://" + "a".repeat(64), message);
            refuses("https://" + "a".repeat(64) + ".example.org", message);
            refuses("https://" + label.repeat(3) + "b".repeat(62), message);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://cx.example.org:",
                    "https://cx.example.org:/",
                    "https://cx.example.org:0",
                    "https://cx.example.org:00000/",
                    "https://cx.example.org:65536",
                    "https://cx.example.org:2147483647",
                    "http://203.0.113.7:0",
                    "https://[::1]:",
                    "https://[::1]:/",
                    "https://[::1]:65536"
                })
        void parse_shouldNameTheRange_whenPortIsEmptyOrOutOfIt(String text) {
            refuses(text, "The port in the API URL must be 1 to 65535");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https:",
                    "https://",
                    "https://cx.example.org\r\nHost: evil.example",
                    "https://cx.example.org\n.evil.example",
                    "https://cx.example.org\t/",
                    "https://cx example.org",
                    "https://cx.example.org\u00a0",
                    "https://cx.example.org\u0000",
                    "https://cx.example.org\\@evil.example",
                    "https:\\\\cx.example.org",
                    "https://<cx>",
                    "https://{host}",
                    "https://[::1",
                    "https://::1]",
                    "https://[::1]x",
                    "https://[1:2:3]",
                    "https://[12345::1]",
                    "https://[::1::2]",
                    "https://[v1.a]",
                    "https://[]",
                    "127.0.0.1:8443",
                    "://cx.example.org",
                    "https://cx.example.org/%"
                })
        void parse_shouldShowAnExample_whenItIsNotAUrl(String text) {
            refuses(text, "Enter the API URL as the address of your Cx instance, such as https://cx.yourdomain.com");
        }

        @Test
        void parse_shouldNameTheLimit_whenTooLong() {
            String message = "Enter an API URL of at most 300 characters";

            refuses(ApiUrlTest.padded(301), message);
            refuses("https://cx.example.org/" + "a".repeat(10_240), message);
            refuses("x".repeat(301), message);
        }
    }

    private static void refuses(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiUrl.parse(text))
                .withMessage(message);
    }
}
