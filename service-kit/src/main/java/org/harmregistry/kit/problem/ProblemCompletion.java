package org.harmregistry.kit.problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;

/**
 * Gives every problem, the framework's own included, the members that the API promises: {@code type}, {@code code},
 * {@code instance} and {@code traceId}. What the framework would say of an unexpected failure is replaced, so that nothing of
 * the inside leaks.
 */
@ApplicationScoped
public class ProblemCompletion implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger("registry.problem");

    private final String apiRoot;

    public ProblemCompletion(@ConfigProperty(name = "quarkus.rest.path", defaultValue = "/") String apiRoot) {
        this.apiRoot = apiRoot;
    }

    @Override
    public int priority() {
        // After the extension's own defaults, which have priority 99.
        return 1;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        boolean ours = problem.getParameters().containsKey("code");
        var builder = ours ? HttpProblem.builder(problem) : ofFramework(problem);
        String traceId = Span.current().getSpanContext().getTraceId();
        if (problem.getStatusCode() >= 500) {
            report(problem, context.cause, traceId);
        }
        return builder.withInstance(instance(context))
                .with("traceId", traceId)
                .build();
    }

    private static HttpProblem.Builder ofFramework(HttpProblem problem) {
        FailureCode code = codeFor(problem.getStatusCode());
        var builder = HttpProblem.builder()
                .withType(ProblemAnswers.type(code))
                .withTitle(code.title())
                .withStatus(problem.getStatusCode())
                .withDetail(code.title())
                .with("code", code.code());
        problem.getHeaders().forEach(builder::withHeader);
        return builder;
    }

    private static FailureCode codeFor(int status) {
        return Arrays.stream(CommonFailure.values())
                .filter(code -> code.kind().status() == status)
                .findFirst()
                .orElse(status < 500 ? CommonFailure.MALFORMED_REQUEST : CommonFailure.UNEXPECTED);
    }

    /** The extension knows the path below the API's root only, and decoded: it may hold whatever a client sent. */
    private URI instance(ProblemContext context) {
        String below = context.path == null ? "" : context.path;
        String path = (apiRoot.endsWith("/") ? apiRoot.substring(0, apiRoot.length() - 1) : apiRoot)
                + (below.startsWith("/") ? below : "/" + below);
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            return URI.create(apiRoot);
        }
    }

    /** The trace id ties the answer to the log; the cause itself is written only where an operator asked for it. */
    private static void report(HttpProblem problem, Throwable cause, String traceId) {
        Object code = problem.getParameters().getOrDefault("code", CommonFailure.UNEXPECTED.code());
        String origin = cause instanceof Failure failure ? failure.origin() : null;
        LOG.errorf("answered %d %s%s, trace %s", problem.getStatusCode(), code, origin == null ? "" : " (" + origin + ")",
                traceId);
        LOG.debugf(cause, "cause of trace %s", traceId);
    }
}
