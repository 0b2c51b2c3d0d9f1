package org.harmregistry.acceptance.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Each document is of its kind by two means that know nothing of each other; each finds mistakes that are planted. A means that
 * this machine lacks the language for is skipped.
 */
class SchemasTest {

    private static final String PRODUCTION = "overlays/production";
    private static final String GATEWAY_API = "overlays/gateway-api";

    private static final Map<String, String> rendered = new HashMap<>();
    private static final Map<Means, KindCheck> checks = new EnumMap<>(Means.class);

    /** By whose knowledge a document is checked. */
    enum Means {
        MODELS,
        SHAPES,
        NPM("node", "npm"),
        GO("go");

        private final String[] programs;

        Means(String... programs) {
            this.programs = programs;
        }

        private KindCheck check() throws Exception {
            assumeTrue(ForeignCheck.isHere(programs), () -> "there is no " + String.join(" and ", programs)
                    + " here: documents are checked by the other means alone");
            if (!checks.containsKey(this)) {
                checks.put(this, switch (this) {
                    case MODELS -> new TypedModels();
                    case SHAPES -> DeclaredShapes.read();
                    case NPM -> ForeignCheck.npm();
                    case GO -> ForeignCheck.go();
                });
            }
            return checks.get(this);
        }
    }

    @BeforeAll
    static void render() throws Exception {
        assumeTrue(Manifests.kustomize().isPresent(), "there is no kustomize here: the cluster's manifests are not rendered");
        for (String overlay : Manifests.OVERLAYS) {
            rendered.put(overlay, Manifests.rendered(overlay));
        }
    }

    static Stream<Arguments> meansAndOverlays() {
        return Stream.of(Means.values())
                .flatMap(means -> Manifests.OVERLAYS.stream().map(overlay -> Arguments.of(means, overlay)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("meansAndOverlays")
    void everyDocumentIsOfItsKind(Means means, String overlay) throws Exception {
        KindCheck check = means.check();
        assertThat(check.faults(Manifests.read(rendered.get(overlay)))).isEmpty();
    }

    @Test
    void everyKindIsKnownToTwoMeans() throws Exception {
        assumeTrue(ForeignCheck.isHere("node", "npm", "go"));
        Set<String> known = new TreeSet<>();
        for (String overlay : Manifests.OVERLAYS) {
            for (JsonNode document : Manifests.read(rendered.get(overlay)).documents()) {
                int by = 0;
                for (Means means : Means.values()) {
                    by += means.check().knows(document) ? 1 : 0;
                }
                assertThat(by).describedAs(Manifests.name(document)).isGreaterThanOrEqualTo(2);
                known.add(KindCheck.kind(document));
            }
        }
        assertThat(known).hasSizeGreaterThan(15);
    }

    static Stream<Arguments> mistakes() {
        String container = "/spec/template/spec/containers/0";
        return Stream.of(
                planted(Means.MODELS, "Deployment sources-service", container, "containers/0/readinesProbe",
                        each -> each.set("readinesProbe", each.remove("readinessProbe"))),
                planted(Means.MODELS, "Deployment gateway", container + "/ports/0", "containerPort",
                        each -> each.put("containerPort", "https")),
                planted(Means.MODELS, "Deployment sources-service", container + "/env/0", "value",
                        each -> each.put("value", 1)),
                planted(Means.MODELS, "NetworkPolicy names", "/spec", "policyType",
                        each -> each.set("policyType", each.remove("policyTypes"))),
                planted(Means.MODELS, "PrometheusRule registry", "/spec/groups/0/rules/0", "expresion",
                        each -> each.set("expresion", each.remove("expr"))),
                planted(Means.MODELS, "HTTPRoute reports", "/spec/rules/0", "backendRef",
                        each -> each.set("backendRef", each.remove("backendRefs"))),
                planted(Means.NPM, "Deployment sources-service", "/spec", "selector", each -> each.remove("selector")),
                planted(Means.NPM, "Deployment gateway", container + "/ports/0", "containerPort",
                        each -> each.put("containerPort", "https")),
                planted(Means.NPM, "HTTPRoute reports", "/spec/rules/0/matches/0/path", "path/type",
                        each -> each.put("type", "Prefix")),
                planted(Means.SHAPES, "Cluster sources-db", "/spec", "instance",
                        each -> each.set("instance", each.remove("instances"))),
                planted(Means.SHAPES, "MongoDBCommunity archive", "/spec/users/0", "scramCredentialsSecretName",
                        each -> each.remove("scramCredentialsSecretName")),
                planted(Means.SHAPES, "ClientTrafficPolicy registry", "/spec/path", "escapedSlashesAction",
                        each -> each.put("escapedSlashesAction", "Refuse")),
                planted(Means.SHAPES, "Keycloak keycloak", "/spec/db", "usernameSecret", each -> each.remove("usernameSecret")),
                planted(Means.SHAPES, "Keycloak keycloak", "/spec/hostname", "hostnam",
                        each -> each.set("hostnam", each.remove("hostname"))),
                planted(Means.MODELS, "Keycloak keycloak", "/spec/unsupported/podTemplate/spec/containers/0",
                        "securityContexts",
                        each -> each.set("securityContexts", each.remove("securityContext"))),
                planted(Means.MODELS, "KeycloakRealmImport harm-registry", "/spec/realm/clients/0", "clients/0/rootURL",
                        each -> each.put("rootURL", "https://registry.example.org")),
                planted(Means.GO, "Cluster sources-db", "/spec/bootstrap/initdb", "spec.bootstrap.initdb.databse",
                        each -> each.set("databse", each.remove("database"))),
                planted(Means.GO, "ObjectStore sources-db", "/spec/configuration", "spec.configuration.destination",
                        each -> each.set("destination", each.remove("destinationPath"))),
                planted(Means.GO, "BackendTrafficPolicy records", "/spec/healthCheck/passive",
                        "spec.healthCheck.passive.consecutiveErrors", each -> each.put("consecutiveErrors", 3)),
                planted(Means.MODELS, "MongoDBCommunity archive", "/spec/statefulSet/spec/template/spec/containers/0",
                        "containers/0/resource", each -> each.set("resource", each.remove("resources"))));
    }

    private static Arguments planted(Means means, String document, String pointer, String place, Consumer<ObjectNode> mistake) {
        return Arguments.of(means, document, pointer, place, mistake);
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @MethodSource("mistakes")
    void aPlantedMistakeIsFoundByNameAndPlace(Means means, String document, String pointer, String place,
            Consumer<ObjectNode> mistake) throws Exception {
        KindCheck check = means.check();
        for (String overlay : List.of(PRODUCTION, GATEWAY_API)) {
            Manifests manifests = Manifests.read(rendered.get(overlay));
            List<JsonNode> one = manifests.documents().stream().filter(each -> Manifests.name(each).equals(document)).toList();
            if (!one.isEmpty()) {
                mistake.accept((ObjectNode) one.get(0).at(pointer));
                assertThat(check.faults(manifests)).isNotEmpty()
                        .anySatisfy(fault -> assertThat(fault).startsWith(document).contains(place))
                        .allSatisfy(fault -> assertThat(fault).startsWith(document));
                return;
            }
        }
        throw new AssertionError("no overlay has " + document);
    }
}
