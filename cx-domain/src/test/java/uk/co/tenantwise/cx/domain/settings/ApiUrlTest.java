package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an API URL accepts and what it makes of it; {@link ApiUrlRefusalTest} holds what it refuses. */
class ApiUrlTest {
    private static final String LABEL_63 = "a".repeat(63);
    private static final String HOST_253 = (LABEL_63 + ".").repeat(3) + "b".repeat(61);

    @Nested
    class Parse {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            https://cx.example.org             | https://cx.example.org             | cx.example.org         | 443   | encrypted
            https://cx.example.org/            | https://cx.example.org             | cx.example.org         | 443   | encrypted
            HTTPS://CX.Example.ORG/            | https://cx.example.org             | cx.example.org         | 443   | encrypted
            https://cx.example.org:443         | https://cx.example.org:443         | cx.example.org         | 443   | encrypted
            https://cx.example.org:0443/       | https://cx.example.org:443         | cx.example.org         | 443   | encrypted
            https://cx.example.org:1           | https://cx.example.org:1           | cx.example.org         | 1     | encrypted
            https://cx.example.org:8443/       | https://cx.example.org:8443        | cx.example.org         | 8443  | encrypted
            https://cx.example.org:65535       | https://cx.example.org:65535       | cx.example.org         | 65535 | encrypted
            http://cx.example.org              | http://cx.example.org              | cx.example.org         | 80    | plain
            HtTp://cx.example.org:8080         | http://cx.example.org:8080         | cx.example.org         | 8080  | plain
            http://cx.example.org:443          | http://cx.example.org:443          | cx.example.org         | 443   | plain
            https://localhost                  | https://localhost                  | localhost              | 443   | encrypted
            https://a                          | https://a                          | a                      | 443   | encrypted
            https://1a                         | https://1a                         | 1a                     | 443   | encrypted
            https://0xg                        | https://0xg                        | 0xg                    | 443   | encrypted
            https://1.cx.example.org           | https://1.cx.example.org           | 1.cx.example.org       | 443   | encrypted
            https://cx--1.example.org          | https://cx--1.example.org          | cx--1.example.org      | 443   | encrypted
            https://XN--e1afmkfd.example.org   | https://xn--e1afmkfd.example.org   | xn--e1afmkfd.example.org | 443   | encrypted
            https://203.0.113.7                | https://203.0.113.7                | 203.0.113.7            | 443   | encrypted
            https://0.0.0.0                    | https://0.0.0.0                    | 0.0.0.0                | 443   | encrypted
            https://10.99.100.199              | https://10.99.100.199              | 10.99.100.199          | 443   | encrypted
            https://200.249.250.255            | https://200.249.250.255            | 200.249.250.255        | 443   | encrypted
            http://127.0.0.1:8080/             | http://127.0.0.1:8080              | 127.0.0.1              | 8080  | plain
            https://[2001:DB8::1]              | https://[2001:db8::1]              | [2001:db8::1]          | 443   | encrypted
            https://[::1]:8443/                | https://[::1]:8443                 | [::1]                  | 8443  | encrypted
            http://[::FFFF:192.0.2.1]          | http://[::ffff:192.0.2.1]          | [::ffff:192.0.2.1]     | 80    | plain
            """)
        void parse_shouldNormalise_whenBaseUrl(String text, String normal, String host, int port, String encryption) {
            ApiUrl url = ApiUrl.parse(text);

            assertThat(url).hasToString(normal);
            assertThat(url.value()).isEqualTo(URI.create(normal));
            assertThat(url.host()).isEqualTo(host);
            assertThat(url.port()).isEqualTo(port);
            assertThat(url.isHttps()).isEqualTo(encryption.equals("encrypted"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    " https://cx.example.org",
                    "https://cx.example.org ",
                    "\t https://cx.example.org/ \t",
                    "https://cx.example.org\r\n",
                    "\u2003https://cx.example.org\u2003"
                })
        void parse_shouldTolerateWhiteSpace_whenAroundTheUrl(String text) {
            assertThat(ApiUrl.parse(text)).hasToString("https://cx.example.org");
        }

        @Test
        void parse_shouldAccept_whenLabelAndHostAreAsLongAsDnsAllows() {
            assertThat(ApiUrl.parse("https://" + LABEL_63).host()).isEqualTo(LABEL_63);
            assertThat(HOST_253).hasSize(253);
            assertThat(ApiUrl.parse("https://" + HOST_253).host()).isEqualTo(HOST_253);
        }

        @Test
        void parse_shouldAccept_whenExactlyAsLongAsAllowed() {
            String text = padded(ApiUrl.MAX_LENGTH);

            assertThat(text).hasSize(300);
            assertThat(ApiUrl.parse(text)).hasToString("https://cx.example.org:443");
        }

        @Test
        void parse_shouldNotCountWhiteSpace_whenLong() {
            assertThat(ApiUrl.parse(" ".repeat(10_000) + "https://cx.example.org"))
                    .isEqualTo(Samples.URL);
        }

        @Test
        void parse_shouldInvertToString_whenWrittenAnyWay() {
            qt().withFixedSeed(20_261_209)
                    .forAll(
                            integers().between(0, Integer.MAX_VALUE),
                            integers().between(1, 4),
                            integers().between(0, 65_535))
                    .check((seed, labels, port) -> {
                        String host = IntStream.range(0, labels)
                                .mapToObj(each -> "h" + Integer.toString(seed >>> each, 36) + "x")
                                .collect(Collectors.joining("."));
                        String text = "https://" + host + (port == 0 ? "" : ":" + port);
                        ApiUrl url = ApiUrl.parse(text);
                        return url.toString().equals(text)
                                && ApiUrl.parse(url.toString()).equals(url)
                                && ApiUrl.parse(text.toUpperCase(Locale.ROOT) + "/")
                                        .equals(url)
                                && url.port() == (port == 0 ? 443 : port);
                    });
        }
    }

    @Nested
    class Equality {
        @ParameterizedTest
        @CsvSource({
            "https://cx.example.org/, https://cx.example.org",
            "HTTPS://CX.EXAMPLE.ORG, https://cx.example.org",
            "https://cx.example.org:0443, https://cx.example.org:443",
            "http://[2001:DB8::A], http://[2001:db8::a]/",
        })
        void equals_shouldHold_whenOnlyTheWritingDiffers(String one, String other) {
            assertThat(ApiUrl.parse(one)).isEqualTo(ApiUrl.parse(other)).hasSameHashCodeAs(ApiUrl.parse(other));
        }

        @ParameterizedTest
        @CsvSource({
            "https://cx.example.org, http://cx.example.org",
            "https://cx.example.org, https://cx.example.com",
            "https://cx.example.org, https://cx.example.org:8443",
            "https://203.0.113.7, https://203.0.113.8",
        })
        void equals_shouldNotHold_whenSchemeHostOrPortDiffers(String one, String other) {
            assertThat(ApiUrl.parse(one)).isNotEqualTo(ApiUrl.parse(other));
        }
    }

    @Nested
    class New {
        @ParameterizedTest
        @ValueSource(
                strings = {"https://cx.example.org", "http://cx.example.org:8080", "https://[::1]", "http://10.0.0.1:1"
                })
        void new_shouldAccept_whenAsParseMakesIt(String text) {
            assertThat(new ApiUrl(URI.create(text))).isEqualTo(ApiUrl.parse(text));
        }

        @ParameterizedTest
        @CsvSource({
            "HTTPS://cx.example.org, https://cx.example.org",
            "https://CX.example.org, https://cx.example.org",
            "https://cx.example.org/, https://cx.example.org",
            "https://cx.example.org:0443, https://cx.example.org:443",
            "https://[2001:DB8::1], https://[2001:db8::1]",
        })
        void new_shouldRefuse_whenParseWouldWriteItOtherwise(String text, String normal) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ApiUrl(URI.create(text)))
                    .withMessage("API URL must be written as " + normal + ", was " + text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://cx.example.org/api",
                    "https://admin:pw@cx.example.org",
                    "https://cx.example.org?a",
                    "https://cx.example.org#a",
                    "https://127.1",
                    "https://cx.example.org:0",
                    "ftp://cx.example.org",
                    "cx.example.org"
                })
        void new_shouldRefuse_whenParseRefuses(String text) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ApiUrl(URI.create(text)));
        }
    }

    static String padded(int length) {
        String start = "https://cx.example.org:";
        return start + "0".repeat(length - start.length() - 3) + "443";
    }
}
