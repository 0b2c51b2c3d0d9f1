package org.harmregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Runs the loader, which speaks to the suite from outside as a partner's program would. */
final class DataLoad {

    private static final String LOADER = "org.harmregistry.local.loader.LoadData";

    private final Settings settings;
    private final StateFolder state;
    private final Plan plan;

    DataLoad(Settings settings, StateFolder state, Plan plan) {
        this.settings = settings;
        this.state = state;
        this.plan = plan;
    }

    void run(Progress progress) {
        if (DataLoad.class.getClassLoader().getResource(LOADER.replace('.', '/') + ".class") == null) {
            throw new Fault("The loader of the data is missing from this build",
                    "Run mvn -DskipTests package, or deploy/up --no-data");
        }
        progress.say("loading the data through " + plan.gateway());
        ProcessBuilder builder = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", new Java(settings.project()).classPath(),
                LOADER))
                .inheritIO();
        builder.environment().put("GATEWAY_URL", plan.gateway());
        builder.environment().put("REGISTRY_HOME", state.path().toString());
        builder.environment().put("OIDC_ISSUER", plan.issuer());
        try {
            if (builder.start().waitFor() != 0) {
                throw new Fault("The data were not loaded completely: the last lines above say why",
                        "Run deploy/up again: what is loaded stays, the rest follows");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
