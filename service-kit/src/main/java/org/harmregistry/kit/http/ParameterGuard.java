package org.harmregistry.kit.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that an operation does not know, or that are given twice: a misspelt filter is never ignored. */
public class ParameterGuard {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseUnknown(ResourceInfo resource, ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method == null || !method.getDeclaringClass().getName().startsWith("org.harmregistry.")) {
            return;
        }
        refuseUnstorablePath(request);
        Set<String> names = known.computeIfAbsent(method, ParameterGuard::parametersOf);
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!names.contains(name)) {
                throw Failure.atParameter(CommonFailure.UNKNOWN_PARAMETER, name,
                        "Known here: " + names.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
            if (values.size() > 1) {
                throw Failure.atParameter(CommonFailure.REPEATED_PARAMETER, name, "Give this parameter once.");
            }
            // The framework hands an empty value on as if the parameter were not there.
            if (values.isEmpty() || values.get(0) == null || values.get(0).isEmpty()) {
                if (method.isAnnotationPresent(FromForm.class)) {
                    return;
                }
                throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name,
                        "Leave this parameter out, or give it a value.");
            }
            if (values.get(0).indexOf(0) >= 0) {
                throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, "The character U+0000 is not taken here.");
            }
        });
    }

    /** PostgreSQL keeps no text with U+0000, so nothing can be behind such an address. */
    private static void refuseUnstorablePath(ContainerRequestContext request) {
        boolean unstorable = request.getUriInfo().getPathParameters().values().stream()
                .anyMatch(values -> values.stream().anyMatch(value -> value.indexOf(0) >= 0));
        if (unstorable) {
            throw Failure.of(CommonFailure.NOT_FOUND);
        }
    }

    private static Set<String> parametersOf(Method method) {
        return Stream.of(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? fieldsOf(parameter.getType()).flatMap(ParameterGuard::nameOf)
                        : nameOf(parameter))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Its own, and those that it shares with other requests. */
    private static Stream<Field> fieldsOf(Class<?> request) {
        return Stream.<Class<?>> iterate(request, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()));
    }

    private static Stream<String> nameOf(AnnotatedElement element) {
        Annotation annotation = element.getAnnotation(QueryParam.class);
        return annotation instanceof QueryParam query ? Stream.of(query.value()) : Stream.empty();
    }
}
