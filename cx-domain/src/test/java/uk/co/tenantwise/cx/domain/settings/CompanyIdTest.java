package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompanyIdTest {
    static Stream<String> good() {
        return Stream.of("1", "a b", "HO/1", "9b2f-4c", "\u00e9", "x".repeat(100));
    }

    static Stream<String> bad() {
        return Stream.of("", " ", "\t", "a\nb", "a\u0000", "\u007f", "a\u0085b", "x".repeat(101));
    }

    @Nested
    class New {
        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.domain.settings.CompanyIdTest#good")
        void new_shouldKeepTheText_whenPrintable(String text) {
            assertThat(new CompanyId(text).value()).isEqualTo(text);
            assertThat(new CompanyId(text)).hasToString(text);
        }

        @ParameterizedTest
        @MethodSource("uk.co.tenantwise.cx.domain.settings.CompanyIdTest#bad")
        void new_shouldRefuse_whenBlankTooLongOrNotPrintable(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new CompanyId(text))
                    .withMessage("company id must be 1 to 100 printable characters");
        }
    }

    @Nested
    class Site {
        @Test
        void of_shouldTellInstancesAndCompaniesApart_butNotUsers() {
            CxAccess access = access(Samples.URL, "tenantwise", "1");

            assertThat(CxSite.of(access)).isEqualTo(new CxSite(Samples.URL, new CompanyId("1")));
            assertThat(CxSite.of(access(Samples.URL, "portal", "1"))).isEqualTo(CxSite.of(access));
            assertThat(CxSite.of(access(Samples.URL, "tenantwise", "2"))).isNotEqualTo(CxSite.of(access));
            assertThat(CxSite.of(access(Samples.OTHER_URL, "tenantwise", "1"))).isNotEqualTo(CxSite.of(access));
        }

        private static CxAccess access(ApiUrl url, String user, String company) {
            return new CxAccess(new CxConnection(url, user, Samples.PASSWORD), new CompanyId(company));
        }
    }
}
