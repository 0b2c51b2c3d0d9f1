package org.harmregistry.local;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.harmregistry.local.issuer.TokenMinter;
import org.harmregistry.local.keycloak.KeycloakAccounts;

/** {@code deploy/up}: from whatever runs already to a suite that answers, with its data loaded and its reports published. */
final class Up {

    /** What needs no other part; the services need the first three of these. */
    private static final List<PartName> FIRST = List.of(PartName.POSTGRESQL, PartName.MONGODB, PartName.ISSUER,
            PartName.GATEWAY);
    private static final List<PartName> SERVICES = List.of(PartName.INCIDENTS_SERVICE, PartName.SOURCES_SERVICE,
            PartName.REPORTS_SERVICE);

    private final Settings settings;
    private final Progress progress;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    Up(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    void run(boolean fresh, boolean withData) {
        StateFolder state = StateFolder.open(settings.home());
        state.requireFree(settings.minFreeMib());
        Lock.during(state, () -> {
            if (fresh) {
                beginAgain(state);
            }
            Plan plan = phase("parts", () -> started(state));
            if (withData) {
                load(plan);
            }
            sum(plan, state);
        });
    }

    /** A port that somebody took between its choice and its use is chosen anew, once. */
    private Plan started(StateFolder state) {
        Plan plan = plan(state);
        try {
            start(plan, state);
            return plan;
        } catch (PortTaken taken) {
            progress.say(taken.part(), "port " + taken.port() + " is in use by another program; another one is chosen");
            Plan other = plan(state);
            start(other, state);
            return other;
        }
    }

    private Plan plan(StateFolder state) {
        return new Plan(settings, state, new Secrets(state), new Ports(state));
    }

    private void load(Plan plan) {
        DataLoad load = new DataLoad(settings, plan);
        if (load.mayRun()) {
            phase("data", () -> load.run(progress));
            phase("reports", () -> new Publications(plan.gateway()).await(progress));
        } else {
            progress.say("no data are loaded: tokens come from OIDC_ISSUER here, and " + DataLoad.TOKENS + " are not set");
        }
    }

    private void beginAgain(StateFolder state) {
        if (settings.postgresUrl().isPresent() || settings.mongodbUrl().isPresent()) {
            throw new Fault("--fresh empties what deploy/up made, not a server of POSTGRES_URL or MONGODB_URL",
                    "Empty that server by hand and run deploy/up without --fresh");
        }
        new Down(progress).stopAll(state);
        state.forgetData();
        progress.say("data and logs are deleted");
    }

    private void start(Plan plan, StateFolder state) {
        refuseTakenGatewayPort(state);
        StartOfPart start = new StartOfPart(state, progress);
        Parallel parallel = new Parallel(progress, "ready");
        parallel.run(work(FIRST, plan, start), 0, PartName.values().length);
        parallel.run(work(SERVICES, plan, start), FIRST.size(), PartName.values().length);
    }

    private static Map<PartName, Runnable> work(List<PartName> names, Plan plan, StartOfPart start) {
        Map<PartName, Runnable> work = new EnumMap<>(PartName.class);
        names.forEach(name -> work.put(name, () -> start.run(plan.part(name))));
        return work;
    }

    /** Before anything is started: the one port that is not ours to choose. */
    private void refuseTakenGatewayPort(StateFolder state) {
        boolean ours = PartRecord.read(state, PartName.GATEWAY).filter(PartRecord::runs)
                .filter(record -> record.endpoint().port() == settings.gatewayPort()).isPresent();
        if (!ours && !Ports.isFree(settings.gatewayPort())) {
            throw StartOfPart.gatewayPortTaken(settings.gatewayPort());
        }
    }

    private void phase(String name, Runnable work) {
        phase(name, () -> {
            work.run();
            return null;
        });
    }

    private <T> T phase(String name, Supplier<T> work) {
        Instant begin = Instant.now();
        T result = work.get();
        seconds.put(name, Progress.seconds(begin));
        return result;
    }

    private void sum(Plan plan, StateFolder state) {
        progress.say("the suite runs: " + String.join(", ", seconds.entrySet().stream()
                .map(phase -> String.format(Locale.ROOT, "%s %.1f s", phase.getKey(), phase.getValue())).toList()));
        progress.plain("");
        progress.plain("  pages       " + plan.gateway() + "/");
        progress.plain("  API         " + plan.gateway() + "/api/v1/incidents?limit=1");
        progress.plain("  reference   " + plan.gateway() + "/api/v1/docs/incidents  …/docs/sources  …/docs/reports");
        if (settings.oidcIssuer().isEmpty()) {
            progress.plain("  as analyst  curl -H \"Authorization: Bearer $(deploy/token analyst)\" '" + plan.gateway()
                    + "/api/v1/incidents?status=draft&limit=1'");
            progress.plain("  roles       " + String.join(", ", TokenMinter.ROLES.stream().sorted().toList())
                    + ": deploy/token ROLE [ORGANISATION] [PERSON]");
        }
        if (settings.keycloak().isPresent()) {
            progress.plain("  log in      " + plan.issuer() + "  as one of these roles; passwords: " + KeycloakAccounts.PASSWORD
                    + "ROLE in " + state.keys().resolve("secrets.properties"));
        }
        progress.plain("  look        deploy/status   (logs: " + state.logs() + ")");
        progress.plain("  stop        deploy/down     (data stay; deploy/up --fresh begins again)");
    }
}
