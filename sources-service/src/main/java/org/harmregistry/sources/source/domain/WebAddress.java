package org.harmregistry.sources.source.domain;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An address on the web, kept as it was given.
 *
 * @param value absolute URL (RFC 3986) with scheme http or https and a host, without user or password, at most 2,000 characters
 */
public record WebAddress(@JsonValue String value) {

    public static final int MAX_LENGTH = 2_000;

    /** Parameters that tell how a reader came to a page, never which page it is. */
    private static final Set<String> TRACKING = Set.of("fbclid", "gclid", "dclid", "msclkid", "igshid", "mc_cid", "mc_eid",
            "yclid", "twclid", "_ga");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WebAddress {
        Texts.required(value, MAX_LENGTH, "");
        parse(value);
    }

    /** The address in the form that is the same for all addresses of one page, as far as the address itself can tell. */
    public String canonical() {
        URI uri = parse(value);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port(uri, scheme) + path + query(uri.getRawQuery());
    }

    private static String port(URI uri, String scheme) {
        int standard = scheme.equals("https") ? 443 : 80;
        return uri.getPort() == -1 || uri.getPort() == standard ? "" : ":" + uri.getPort();
    }

    private static String query(String query) {
        String kept = query == null ? ""
                : Arrays.stream(query.split("&")).filter(WebAddress::namesThePage).collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean namesThePage(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return !parameter.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name);
    }

    private static URI parse(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getPort() < 65_536) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Refused below like every other address that is none.
        }
        throw Failure.at(CommonFailure.INVALID_VALUE, "",
                "An absolute address with http or https and a host, without user or password, is taken here.");
    }
}
