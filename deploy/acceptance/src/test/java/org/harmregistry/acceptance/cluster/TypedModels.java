package org.harmregistry.acceptance.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.keycloak.representations.idm.RealmRepresentation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;

/**
 * fabric8's models of Kubernetes' kinds, and Keycloak's own of a realm: what they cannot hold is misspelt or of another type.
 * They know neither what is
 * required
 * nor which words a field takes.
 */
final class TypedModels implements KindCheck {

    private static final Map<String, Class<?>> MODELS = Map.ofEntries(Map.entry("v1/Namespace", Namespace.class),
            Map.entry("v1/ConfigMap", ConfigMap.class), Map.entry("v1/Service", Service.class),
            Map.entry("v1/ServiceAccount", ServiceAccount.class), Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("batch/v1/Job", Job.class), Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("gateway.networking.k8s.io/v1/Gateway", Gateway.class),
            Map.entry("gateway.networking.k8s.io/v1/HTTPRoute", HTTPRoute.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class));
    /** Of a kind that has no model of its own the parts that have one: Kubernetes' own, and Keycloak's of a realm. */
    private static final Map<String, Map<String, Class<?>>> PARTS = Map.of("mongodbcommunity.mongodb.com/v1/MongoDBCommunity",
            Map.of("/spec/statefulSet/spec", StatefulSetSpec.class), "k8s.keycloak.org/v2beta1/Keycloak",
            Map.of("/spec/unsupported/podTemplate", PodTemplateSpec.class, "/spec/resources", ResourceRequirements.class,
                    "/spec/db/usernameSecret", SecretKeySelector.class, "/spec/db/passwordSecret", SecretKeySelector.class),
            "k8s.keycloak.org/v2beta1/KeycloakRealmImport", Map.of("/spec/realm", RealmRepresentation.class));

    private static final ObjectMapper MAPPER = mapper();

    @Override
    public boolean knows(JsonNode document) {
        return MODELS.containsKey(KindCheck.kind(document)) || PARTS.containsKey(KindCheck.kind(document));
    }

    @Override
    public List<String> faults(Manifests manifests) throws IOException {
        List<String> found = new ArrayList<>();
        for (JsonNode document : manifests.documents()) {
            String kind = KindCheck.kind(document);
            if (MODELS.containsKey(kind)) {
                read(document, document, MODELS.get(kind), found);
            }
            for (Map.Entry<String, Class<?>> part : PARTS.getOrDefault(kind, Map.of()).entrySet()) {
                read(document, document.at(part.getKey()), part.getValue(), found);
            }
        }
        return found;
    }

    private static void read(JsonNode document, JsonNode content, Class<?> model, List<String> found) throws IOException {
        DeserializationProblemHandler unknown = new DeserializationProblemHandler() {
            @Override
            public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
                    JsonDeserializer<?> deserializer, Object owner, String property) throws IOException {
                found.add(Manifests.name(document) + ": has no field " + parser.getParsingContext().pathAsPointer());
                parser.skipChildren();
                return true;
            }
        };
        try {
            MAPPER.readerFor(model).withHandler(unknown).readValue(content);
        } catch (JsonMappingException e) {
            found.add(Manifests.name(document) + ": " + e.getPathReference() + " " + e.getOriginalMessage());
        }
    }

    /** Strict where the models are lenient: they keep fields that they do not know, so that a client loses none. */
    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder().annotationIntrospector(new JacksonAnnotationIntrospector() {
            private static final long serialVersionUID = 1L;

            @Override
            public Boolean hasAnySetter(Annotated annotated) {
                return false;
            }
        }).build();
        for (LogicalType type : List.of(LogicalType.Textual, LogicalType.Integer, LogicalType.Boolean)) {
            for (CoercionInputShape from : List.of(CoercionInputShape.Integer, CoercionInputShape.Boolean,
                    CoercionInputShape.Float, CoercionInputShape.String)) {
                mapper.coercionConfigFor(type).setCoercion(from, CoercionAction.Fail);
            }
        }
        return mapper;
    }
}
