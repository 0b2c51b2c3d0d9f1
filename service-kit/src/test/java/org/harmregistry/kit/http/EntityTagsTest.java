package org.harmregistry.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.junit.jupiter.api.Test;

/** Which tags name the same: RFC 9110, 8.8.3.2 with its table of examples, and 13.1. */
class EntityTagsTest {

    @Test
    void readersAreSparedByTheWeakComparison() {
        assertThat(Preconditions.isNotModified("W/\"1\"", "W/\"1\"")).isTrue();
        assertThat(Preconditions.isNotModified("W/\"1\"", "W/\"2\"")).isFalse();
        assertThat(Preconditions.isNotModified("W/\"1\"", "\"1\"")).isTrue();
        assertThat(Preconditions.isNotModified("\"1\"", "W/\"1\"")).isTrue();
        assertThat(Preconditions.isNotModified("\"0\", W/\"1\"", "\"1\"")).isTrue();
        assertThat(Preconditions.isNotModified("\"1W/\"", "\"1\"")).isFalse();
        assertThat(Preconditions.isNotModified("*", "\"1\"")).isTrue();
        assertThat(Preconditions.isNotModified(null, "\"1\"")).isFalse();
    }

    @Test
    void writersAreHeldToTheStrongOne() {
        Preconditions.requireMatch("\"1\"", "\"1\"");
        assertThatThrownBy(() -> Preconditions.requireMatch("W/\"1\"", "\"1\"")).isInstanceOfSatisfying(Failure.class,
                failure -> assertThat(failure.code()).isEqualTo(CommonFailure.VERSION_STALE));
    }
}
