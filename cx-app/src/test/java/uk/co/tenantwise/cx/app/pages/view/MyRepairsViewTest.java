package uk.co.tenantwise.cx.app.pages.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MyRepairsViewTest {
    @Nested
    class Empty {
        @Test
        void empty_shouldBeTrue_whenThereIsNothing() {
            assertThat(view("").empty()).isTrue();
        }

        /** Guards against: "You have no repairs to show." above "1 record could not be shown". */
        @Test
        void empty_shouldBeFalse_whenSomethingCouldNotBeShown() {
            assertThat(view("1 record could not be shown").empty()).isFalse();
        }

        private static MyRepairsView view(String setAside) {
            return new MyRepairsView("", "As of 10:42", "", setAside, List.of(), List.of());
        }
    }
}
