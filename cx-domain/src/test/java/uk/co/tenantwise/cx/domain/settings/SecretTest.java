package uk.co.tenantwise.cx.domain.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    @Nested
    class Of {
        @Test
        void of_shouldRefuse_whenEmpty() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Secret.of(""))
                    .withMessage("secret must not be empty");
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", " ", " hunter2 ", "p\u00e4ss\n"})
        void of_shouldKeepTheTextAsItIs(String text) {
            assertThat(Secret.of(text).reveal()).isEqualTo(text);
        }
    }

    @Nested
    class Equality {
        @Test
        void equals_shouldGoByTheText() {
            assertThat(Secret.of("hunter2"))
                    .isEqualTo(Secret.of("hunter2"))
                    .hasSameHashCodeAs(Secret.of("hunter2"))
                    .isNotEqualTo(Secret.of("Hunter2"))
                    .isNotEqualTo("hunter2");
            assertThat(Secret.of("hunter2").hashCode())
                    .isNotEqualTo(Secret.of("hunter3").hashCode());
        }
    }

    @Nested
    class ToString {
        @Test
        void toString_shouldHideTheText_whereverItIsPrinted() {
            Secret secret = Secret.of("hunter2");

            assertThat(secret).hasToString("Secret[hidden]");
            assertThat(String.valueOf(Optional.of(secret))).doesNotContain("hunter2");
            assertThat(new CxConnection(Samples.URL, "tenantwise", secret).toString())
                    .isEqualTo("CxConnection[apiUrl=https://cx.example.org, username=tenantwise,"
                            + " password=Secret[hidden]]");
            assertThat(new ConnectionDraft(Optional.of(true), Optional.empty(), Optional.empty(), Optional.of(secret))
                            .toString())
                    .doesNotContain("hunter2");
        }
    }
}
