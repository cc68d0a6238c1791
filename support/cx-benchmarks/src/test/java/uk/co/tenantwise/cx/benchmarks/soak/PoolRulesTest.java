package uk.co.tenantwise.cx.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoolRulesTest {
    @Test
    void check_shouldAccept_whenAllPoolsAreFull() {
        assertThat(new PoolRules(32, 32, 6).check()).isEmpty();
    }

    @Test
    void check_shouldNameThose_whenMoreAreOpen() {
        assertThat(new PoolRules(33, 33, 7).check())
                .hasSize(3)
                .first()
                .isEqualTo("33 connections to Cx at rest, more than the pools of two nodes hold");
        assertThat(new PoolRules(32, 33, 6).check()).singleElement().asString().contains("PostgreSQL");
    }
}
