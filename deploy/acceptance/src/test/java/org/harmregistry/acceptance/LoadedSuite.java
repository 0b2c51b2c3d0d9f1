package org.harmregistry.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.restassured.RestAssured;

/**
 * The suite with the data that it ships, begun afresh by the first journey that asks for it and shared by those that
 * follow, as each start takes a minute or two. It is stopped after the last journey.
 */
final class LoadedSuite implements BeforeAllCallback {

    private static final ExtensionContext.Namespace OF_ALL_JOURNEYS = ExtensionContext.Namespace.create(LoadedSuite.class);

    private final boolean untouched;
    private Running running;

    private LoadedSuite(boolean untouched) {
        this.untouched = untouched;
    }

    /** With whatever other journeys left beside the data. */
    static LoadedSuite shared() {
        return new LoadedSuite(false);
    }

    /** With nothing but the data. */
    static LoadedSuite untouched() {
        return new LoadedSuite(true);
    }

    /** One for the whole run. */
    private static final class Running implements AutoCloseable {

        private final Suite suite = new Suite();
        private Suite.Outcome begun;
        private boolean used;

        void beginAfresh() {
            begun = suite.up("--fresh");
            System.out.printf("%s%ndeploy/up to published reports: %.1f s%n", begun.output(), begun.seconds());
            assertThat(begun.exit()).describedAs(begun.output()).isZero();
            used = false;
        }

        @Override
        public void close() {
            System.out.println(suite.status().output());
            suite.down();
        }
    }

    @Override
    public void beforeAll(ExtensionContext journey) {
        running = journey.getRoot().getStore(OF_ALL_JOURNEYS).computeIfAbsent("running", key -> new Running(), Running.class);
        if (running.begun == null || running.begun.exit() != 0 || untouched && running.used) {
            running.beginAfresh();
        } else if (running.used) {
            // What a journey killed and could not start again must not fail the next one.
            Suite.Outcome up = running.suite.up("--no-data");
            assertThat(up.exit()).describedAs(up.output()).isZero();
        }
        running.used = true;
        RestAssured.baseURI = running.suite.gateway();
    }

    Suite suite() {
        return running.suite;
    }

    /** What {@code deploy/up} said when it began afresh. */
    Suite.Outcome begun() {
        return running.begun;
    }
}
