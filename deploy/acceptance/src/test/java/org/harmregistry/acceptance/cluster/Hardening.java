package org.harmregistry.acceptance.cluster;

import static org.harmregistry.acceptance.cluster.Manifests.containers;
import static org.harmregistry.acceptance.cluster.Manifests.each;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The rules for pods: those of the Pod Security Standards' level "restricted", what a container may take of a node, and how a
 * deployment outlives the loss of one.
 */
final class Hardening {

    private static final String LABELS = "app.kubernetes.io/";
    private static final long LEAST_USER = 10_000;
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");

    private final Manifests manifests;
    private final Findings findings;

    Hardening(Manifests manifests, Findings findings) {
        this.manifests = manifests;
        this.findings = findings;
    }

    void look() {
        manifests.ofKind("Namespace").forEach(each -> findings.require(
                each.at("/metadata/labels/pod-security.kubernetes.io~1enforce").asText().equals("restricted"), each,
                "lets pods in that are not restricted"));
        manifests.ofKind("Deployment", "Job").forEach(each -> {
            pod(each);
            labels(each);
            containers(each.at("/spec/template")).forEach(container -> {
                restricted(each, container);
                amounts(each, container);
            });
            disk(each);
        });
        manifests.ofKind("Deployment").forEach(this::outlives);
    }

    private void pod(JsonNode document) {
        JsonNode pod = document.at("/spec/template/spec");
        JsonNode security = pod.path("securityContext");
        findings.require(security.path("runAsNonRoot").asBoolean(), document, "may run as root");
        findings.require(security.path("runAsUser").asLong() > LEAST_USER && security.path("runAsGroup").asLong() > LEAST_USER,
                document, "runs as a user that a node may have, too");
        findings.require(security.at("/seccompProfile/type").asText().equals("RuntimeDefault"), document, "has no seccomp");
        findings.require(isFalse(pod.path("automountServiceAccountToken")), document, "gets a token of the cluster");
        findings.require(isFalse(pod.path("enableServiceLinks")), document, "is told of services that it does not use");
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace")) {
            findings.require(!pod.path(shared).asBoolean(), document, "shares " + shared);
        }
        String account = pod.path("serviceAccountName").asText();
        findings.require(manifests.ofKind("ServiceAccount").anyMatch(each -> each.at("/metadata/name").asText().equals(account)
                && isFalse(each.path("automountServiceAccountToken"))), document, "has no account of its own: " + account);
        Set<String> volumes = each(pod.path("volumes")).map(each -> each.path("name").asText()).collect(Collectors.toSet());
        containers(document.at("/spec/template")).flatMap(container -> each(container.path("volumeMounts")))
                .forEach(mount -> findings.require(volumes.contains(mount.path("name").asText()), document,
                        "mounts what there is not: " + mount.path("name").asText()));
        each(pod.path("volumes")).forEach(each -> findings.require(each.path("hostPath").isMissingNode(), document,
                "mounts the node's files: " + each.path("name").asText()));
    }

    private void labels(JsonNode document) {
        for (String label : List.of("name", "component", "part-of")) {
            for (String place : List.of("/metadata/labels", "/spec/template/metadata/labels")) {
                findings.require(document.at(place).path(LABELS + label).isTextual(), document,
                        "has no label " + LABELS + label + " at " + place);
            }
        }
    }

    private void restricted(JsonNode document, JsonNode container) {
        String where = container.path("name").asText();
        JsonNode security = container.path("securityContext");
        findings.require(security.path("readOnlyRootFilesystem").asBoolean(), document, where + " may write its root");
        findings.require(isFalse(security.path("allowPrivilegeEscalation")), document, where + " may rise");
        findings.require(!security.path("privileged").asBoolean(), document, where + " is privileged");
        findings.require(security.at("/capabilities/drop/0").asText().equals("ALL")
                && security.at("/capabilities/add").isMissingNode(), document, where + " keeps capabilities");
        findings.require(container.path("image").asText().matches("\\S+/\\S+(:(?!latest)[\\w.-]+|@sha256:[0-9a-f]{64})"),
                document, where + " has no fixed image");
        findings.require(container.path("imagePullPolicy").asText().equals("Always"), document,
                where + " takes an image that lies on the node without a right to it");
    }

    private void amounts(JsonNode document, JsonNode container) {
        String where = container.path("name").asText();
        for (String of : List.of("cpu", "memory", "ephemeral-storage")) {
            JsonNode request = container.at("/resources/requests").path(of);
            JsonNode limit = container.at("/resources/limits").path(of);
            findings.require(!request.isMissingNode(), document, where + " has no requests/" + of);
            findings.require(!limit.isMissingNode(), document, where + " has no limits/" + of);
            findings.require(request.isMissingNode() || limit.isMissingNode()
                    || Quantity.of(request.asText()) <= Quantity.of(limit.asText()), document,
                    where + " asks for more " + of + " than it may have");
        }
        Matcher heap = HEAP.matcher(each(container.path("env"))
                .filter(each -> each.path("name").asText().equals("JAVA_TOOL_OPTIONS"))
                .map(each -> each.path("value").asText()).findFirst().orElse(""));
        if (heap.find()) {
            // What a JVM needs beside its heap was measured at some 150 MiB.
            findings.require(Quantity.of(heap.group(1) + "Mi") + Quantity.of("160Mi") <= Quantity
                    .of(container.at("/resources/limits/memory").asText("0")), document,
                    where + " has no room beside its heap");
        }
    }

    /** What lies in volumes on the node's disk counts: a pod that fills them must not be driven away for it. */
    private void disk(JsonNode document) {
        JsonNode pod = document.at("/spec/template");
        double volumes = each(pod.at("/spec/volumes")).map(each -> each.path("emptyDir")).filter(each -> !each.isMissingNode())
                .peek(each -> findings.require(each.path("sizeLimit").isTextual(), document, "has a volume without bound"))
                .filter(each -> !each.path("medium").asText().equals("Memory"))
                .mapToDouble(each -> Quantity.of(each.path("sizeLimit").asText("0"))).sum();
        double limits = each(pod.at("/spec/containers"))
                .mapToDouble(each -> Quantity.of(each.at("/resources/limits/ephemeral-storage").asText("0"))).sum();
        findings.require(limits > volumes, document, "may not fill its volumes: limits/ephemeral-storage is below their sizes");
    }

    private void outlives(JsonNode document) {
        JsonNode name = document.at("/metadata/name");
        JsonNode labels = document.at("/spec/template/metadata/labels");
        findings.require(document.at("/spec/strategy/rollingUpdate/maxUnavailable").asText().equals("0"), document,
                "is fewer while it is rolled out");
        findings.require(document.at("/spec/replicas").isMissingNode(), document, "fixes what the autoscaler decides");
        findings.require(manifests.ofKind("HorizontalPodAutoscaler")
                .anyMatch(each -> each.at("/spec/scaleTargetRef/name").equals(name)), document, "has no autoscaler");
        findings.require(manifests.ofKind("PodDisruptionBudget")
                .anyMatch(each -> Edges.covers(each.at("/spec/selector/matchLabels"), labels)
                        && each.at("/spec/maxUnavailable").asInt() == 1),
                document, "may be drained away whole");
        for (String over : List.of("topology.kubernetes.io/zone", "kubernetes.io/hostname")) {
            findings.require(each(document.at("/spec/template/spec/topologySpreadConstraints"))
                    .anyMatch(each -> each.path("topologyKey").asText().equals(over)
                            && Edges.covers(each.at("/labelSelector/matchLabels"), labels)),
                    document, "is not spread over " + over);
        }
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.asBoolean();
    }
}
