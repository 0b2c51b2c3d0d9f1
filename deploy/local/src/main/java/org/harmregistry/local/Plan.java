package org.harmregistry.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.harmregistry.local.gateway.Gateway;
import org.harmregistry.local.issuer.TokenIssuer;
import org.harmregistry.local.keycloak.Keycloak;
import org.harmregistry.local.keycloak.KeycloakAccounts;
import org.harmregistry.local.mongo.MongoStandIn;
import org.harmregistry.local.postgres.Binaries;
import org.harmregistry.local.postgres.Cluster;
import org.harmregistry.local.postgres.Provisioning;
import org.harmregistry.local.postgres.ServerAddress;
import org.harmregistry.local.postgres.ServiceDatabase;

/** What is to run, and with what: from the settings and the ports to one {@link Part} each. */
final class Plan {

    /**
     * It holds all that a question finds, also when a part is asked for: a check of all texts of 100,000 sources needs more
     * than 192.
     */
    private static final int STAND_IN_HEAP_MIB = 512;
    private static final int ISSUER_HEAP_MIB = 32;
    private static final int GATEWAY_HEAP_MIB = 64;
    private static final int SERVICE_HEAP_MIB = 256;
    private static final Runnable NOTHING = () -> {
    };

    private final Settings settings;
    private final StateFolder state;
    private final Secrets secrets;
    private final Readiness readiness;
    private final Java java;
    private final Map<PartName, Endpoint> endpoints = new EnumMap<>(PartName.class);

    Plan(Settings settings, StateFolder state, Secrets secrets, Ports ports) {
        this.settings = settings;
        this.state = state;
        this.secrets = secrets;
        this.readiness = new Readiness(secrets);
        this.java = new Java(settings.project());
        for (PartName name : PartName.values()) {
            endpoints.put(name, endpoint(name, ports));
        }
    }

    Map<PartName, Endpoint> endpoints() {
        return endpoints;
    }

    String gateway() {
        return endpoints.get(PartName.GATEWAY).base();
    }

    String issuer() {
        return endpoints.get(PartName.ISSUER).base();
    }

    Part part(PartName name) {
        return switch (name) {
            case POSTGRESQL -> settings.postgresUrl().map(this::usersPostgres).orElseGet(this::postgres);
            case MONGODB -> settings.mongodbUrl().isPresent() ? users(name, NOTHING)
                    : program(name, java.program(MongoStandIn.class, STAND_IN_HEAP_MIB, endpoints.get(name).port(),
                            folder("mongodb").resolve("store")));
            case ISSUER -> settings.oidcIssuer().isPresent() ? users(name, NOTHING)
                    : settings.keycloak().isPresent() ? keycloakPart()
                            : program(name, java.program(TokenIssuer.class, ISSUER_HEAP_MIB, endpoints.get(name).port(),
                                    state.path()));
            case INCIDENTS_SERVICE, SOURCES_SERVICE, REPORTS_SERVICE -> service(name);
            case GATEWAY -> gatewayPart();
        };
    }

    private Endpoint endpoint(PartName name, Ports ports) {
        return switch (name) {
            case POSTGRESQL -> settings.postgresUrl().map(ServerAddress::parse)
                    .map(server -> Endpoint.of(server.host(), server.port())).orElseGet(() -> local(name, ports));
            case MONGODB -> settings.mongodbUrl().map(MongoUrl::endpoint).orElseGet(() -> local(name, ports));
            case ISSUER -> settings.oidcIssuer().map(Plan::usersIssuer).orElseGet(() -> issuer(local(name, ports).port()));
            case INCIDENTS_SERVICE, SOURCES_SERVICE, REPORTS_SERVICE -> Endpoint.local(port(name, "", ports),
                    port(name, "-management", ports));
            case GATEWAY -> Endpoint.local(settings.gatewayPort());
        };
    }

    private Endpoint local(PartName name, Ports ports) {
        return Endpoint.local(port(name, "", ports));
    }

    private Endpoint issuer(int port) {
        return settings.keycloak().isEmpty() ? Endpoint.local(port)
                : new Endpoint(Endpoint.LOOPBACK, port, port, Keycloak.issuer(port));
    }

    private int port(PartName name, String suffix, Ports ports) {
        return ports.get(name.text() + suffix, port -> PartRecord.read(state, name).filter(PartRecord::runs)
                .filter(record -> record.endpoint().port() == port || record.endpoint().managementPort() == port).isPresent());
    }

    private static Endpoint usersIssuer(String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && uri.getScheme().matches("https?")) {
                int port = uri.getPort() > 0 ? uri.getPort() : uri.getScheme().equals("https") ? 443 : 80;
                return new Endpoint(uri.getHost(), port, port, url.replaceAll("/+$", ""));
            }
        } catch (IllegalArgumentException e) {
            // Answered below, as an address of another kind is.
        }
        throw new Fault("OIDC_ISSUER is not understood", "Write it as https://host/realms/name");
    }

    private Part usersPostgres(String url) {
        ServerAddress server = ServerAddress.parse(url);
        return users(PartName.POSTGRESQL, server::answers, new Provisioning(server, secrets::get)::run);
    }

    private Part postgres() {
        Binaries binaries = Binaries.in(state.path());
        Cluster cluster = new Cluster(folder("postgresql"), binaries);
        int port = endpoints.get(PartName.POSTGRESQL).port();
        String password = secrets.get("postgresql");
        ServerAddress server = new ServerAddress(Endpoint.LOOPBACK, port, Cluster.SUPERUSER, password, "postgres");
        Runnable prepare = () -> {
            cluster.initialise(password);
            cluster.clearRemains();
        };
        return new Part(PartName.POSTGRESQL, endpoints.get(PartName.POSTGRESQL), cluster.command(port), Map.of("TZ", "UTC"), "",
                prepare, server::answers, new Provisioning(server, secrets::get)::run);
    }

    private Keycloak keycloak() {
        return new Keycloak(settings.keycloak().orElseThrow(), settings.project().resolve("deploy/keycloak/realm.json"), state,
                secrets, endpoints.get(PartName.ISSUER).port());
    }

    private Part keycloakPart() {
        Keycloak keycloak = keycloak();
        return new Part(PartName.ISSUER, endpoints.get(PartName.ISSUER), keycloak.command(), keycloak.environment(), "",
                keycloak::prepare, () -> readiness.of(PartName.ISSUER, endpoints.get(PartName.ISSUER)),
                () -> new KeycloakAccounts(issuer(), secrets).makePeople(Token.ORGANISATION));
    }

    private Part gatewayPart() {
        List<Object> arguments = new ArrayList<>(List.of(settings.gatewayPort(), gateway()));
        Stream.of(PartName.values()).filter(PartName::isService)
                .forEach(service -> arguments.add(service.text() + "=" + endpoints.get(service).base()));
        return program(PartName.GATEWAY, java.program(Gateway.class, GATEWAY_HEAP_MIB, arguments.toArray()));
    }

    private Part program(PartName name, List<String> command) {
        return new Part(name, endpoints.get(name), command, SmallJvm.ENVIRONMENT, Artefact.stamp(java.launcherJar()), NOTHING,
                () -> readiness.of(name, endpoints.get(name)), NOTHING);
    }

    private Part service(PartName name) {
        return new Part(name, endpoints.get(name), java.service(name, SERVICE_HEAP_MIB), environment(name),
                Artefact.stamp(java.application(name)), NOTHING, () -> readiness.of(name, endpoints.get(name)), NOTHING);
    }

    private Part users(PartName name, Runnable whenAnswering) {
        return users(name, () -> readiness.of(name, endpoints.get(name)), whenAnswering);
    }

    private Part users(PartName name, BooleanSupplier answers, Runnable whenAnswering) {
        return new Part(name, endpoints.get(name), List.of(), Map.of(), "", NOTHING, answers, whenAnswering);
    }

    private Map<String, String> environment(PartName name) {
        Endpoint own = endpoints.get(name);
        Endpoint postgres = endpoints.get(PartName.POSTGRESQL);
        ServiceDatabase database = new ServiceDatabase(name.text().replace("-service", ""));
        Map<String, String> environment = new HashMap<>(SmallJvm.ENVIRONMENT);
        environment.put("QUARKUS_HTTP_HOST", own.host());
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(own.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", own.host());
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(own.managementPort()));
        environment.put("POSTGRES_URL", "postgresql://" + postgres.host() + ":" + postgres.port() + "/" + database.name());
        environment.put("POSTGRES_USER", database.service());
        environment.put("POSTGRES_PASSWORD", secrets.get(database.service()));
        environment.put("POSTGRES_MIGRATION_USER", database.owner());
        environment.put("POSTGRES_MIGRATION_PASSWORD", secrets.get(database.owner()));
        environment.put("MONGODB_URL", settings.mongodbUrl().map(MongoUrl::withTimeouts)
                .orElseGet(() -> MongoUrl.standIn(endpoints.get(PartName.MONGODB))));
        environment.put("MONGODB_DATABASE", database.name());
        environment.put("OIDC_ISSUER", issuer());
        environment.put("CURSOR_KEY", secrets.get("cursor"));
        // There is no other replica to go to while one leaves, unless somebody runs more of them and says so.
        environment.put("QUARKUS_SHUTDOWN_DELAY", System.getenv().getOrDefault("QUARKUS_SHUTDOWN_DELAY", "PT0S"));
        if (name == PartName.SOURCES_SERVICE) {
            environment.put("CUSTODY_KEY", secrets.get("custody"));
            environment.put("CUSTODY_SIGNING_KEY", secrets.signingKey("custody-signing"));
            // An identity provider of the user's has clients of its own: their names come with the user's environment.
            if (settings.oidcIssuer().isEmpty()) {
                environment.put("SERVICE_CLIENT", Keycloak.SERVICE_CLIENT);
                if (settings.keycloak().isPresent()) {
                    environment.put("SERVICE_CLIENT_KEY", keycloak().serviceKey());
                } else {
                    environment.put("SERVICE_CLIENT_SECRET", secrets.get(Keycloak.SERVICE_CLIENT));
                }
            }
            environment.put("WITNESS_KEYS_FILE", new WitnessKeys(state).file().toString());
            environment.put("WITNESS_KEYS_DATABASE", database.name() + "_keys");
        }
        if (name == PartName.REPORTS_SERVICE) {
            environment.put("LOG_SIGNING_KEY", secrets.signingKey("log-signing"));
            environment.put("SUBSCRIPTION_KEY", secrets.key("subscriptions"));
            // Whoever tries webhooks out has a receiver on this machine.
            environment.put("WEBHOOK_PERMIT", "127.0.0.0/8");
        }
        environment.put("INCIDENTS_URL", endpoints.get(PartName.INCIDENTS_SERVICE).base());
        environment.put("SOURCES_URL", endpoints.get(PartName.SOURCES_SERVICE).base());
        environment.put("PUBLIC_URL", gateway());
        return environment;
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(state.data().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
