package org.harmregistry.kit.configuration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;

/**
 * A service that lacks a variable which it cannot do without ends with one line that names it, where the configuration's own
 * words
 * for that are a page of its inside. Outside the packaged service nothing is required, and nothing is said.
 */
// Outside of what expands expressions (3300), which notes what it could not expand.
@Priority(4000)
public class UnsetVariables implements ConfigSourceInterceptor {

    private static final long serialVersionUID = 1L;
    private static final boolean PACKAGED = System.getProperty("java.class.path", "").endsWith("quarkus-run.jar");
    private static final Pattern UNSET = Pattern.compile("Could not expand value (\\S+) in property");

    @Override
    public ConfigValue getValue(ConfigSourceInterceptorContext context, String name) {
        ConfigValue value = context.proceed(name);
        if (PACKAGED && value != null && value.hasProblems()) {
            Matcher unset = UNSET.matcher(value.getProblems().get(0).getMessage());
            if (unset.find()) {
                throw new ConfigurationException(
                        "The variable " + unset.group(1) + " is not set, and the service does not start without it.");
            }
        }
        return value;
    }
}
