package org.harmregistry.reports.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a question to the registry, as it stands in a report for everybody to ask again. */
public final class Query {

    private Query() {
    }

    public static String of(String path, Map<String, String> parameters) {
        return "/api/v1" + path + string(parameters);
    }

    /** What stands behind the path of an address, the question mark included; nothing without parameters. */
    public static String string(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8)
                        .replace("%2F", "/").replace("%2C", ",").replace("+", "%20"))
                .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
    }
}
