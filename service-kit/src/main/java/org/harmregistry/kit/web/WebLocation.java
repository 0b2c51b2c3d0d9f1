package org.harmregistry.kit.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.Failure;

/**
 * Where something is on the web, read strictly: what two programs could take for different hosts is taken for none.
 *
 * @param uri as it is asked for, without fragment
 * @param secure whether over TLS
 * @param host a name, or a literal address without brackets
 * @param port the port, 1 to 65535
 * @param literal whether the host is a literal address
 */
public record WebLocation(URI uri, boolean secure, String host, int port, boolean literal) {

    private static final int MOST = 2_000;
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern IPV4 = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

    /** @throws Failure 422 {@code address_not_allowed} for what is no plain address on the web */
    public static WebLocation of(String address) {
        if (address == null || address.length() > MOST) {
            throw refused();
        }
        try {
            URI uri = new URI(address);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean secure = scheme.equals("https");
            if (!secure && !scheme.equals("http") || uri.getHost() == null || uri.getRawUserInfo() != null) {
                throw refused();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT);
            boolean literal = IPV4.matcher(host).matches() || IPV6.matcher(host).matches();
            if (!literal && !NAME.matcher(host).matches()) {
                throw refused();
            }
            int port = uri.getPort() == -1 ? secure ? 443 : 80 : uri.getPort();
            return new WebLocation(plain(uri), secure, host.replaceAll("[\\[\\]]", ""), port, literal);
        } catch (URISyntaxException e) {
            throw refused();
        }
    }

    private static URI plain(URI uri) {
        String text = uri.toASCIIString();
        int fragment = text.indexOf('#');
        return URI.create(fragment < 0 ? text : text.substring(0, fragment));
    }

    /** The path and query as they are asked for. */
    public String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** Where a redirect leads, checked as strictly. */
    public WebLocation to(String redirect) {
        try {
            return of(uri.resolve(new URI(redirect)).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw refused();
        }
    }

    /** The address that a literal host stands for. */
    public InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw refused();
        }
    }

    /** What is said of every address that is not reached. */
    public static Failure refused() {
        return Failure.at(WebFailure.ADDRESS_NOT_ALLOWED, "/url", WebFailure.ADDRESS_NOT_ALLOWED.title() + ".");
    }
}
