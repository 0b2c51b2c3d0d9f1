package org.harmregistry.sources.duplicate.domain;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.harmregistry.kit.problem.Failure;
import org.harmregistry.sources.source.domain.WebAddress;

/**
 * The address of a page in the form that also its copies have: without scheme, without the hosts that only serve telephones,
 * and taken out of the address of a capture in a web archive.
 */
final class PageAddress {

    private static final Pattern CAPTURE = Pattern.compile(
            "https?://(?:web\\.archive\\.org/web|archive\\.(?:today|is|ph|li|vn|fo|md)|arquivo\\.pt/wayback|webarchive\\.[a-z.]+(?:/wayback)?)"
                    + "/[0-9*]{1,14}(?:[a-z]{2}_)?/(.+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile("https?:/+", Pattern.CASE_INSENSITIVE);
    private static final Pattern COPYING_HOST = Pattern.compile("^(?:www|m|mobile|amp)\\.(?=[^.]+\\.[^.])");
    private static final int MOST_CAPTURES = 3;

    private PageAddress() {
    }

    static Optional<String> of(WebAddress address) {
        String value = address.value();
        for (int i = 0; i < MOST_CAPTURES; i++) {
            Matcher capture = CAPTURE.matcher(value);
            if (!capture.matches()) {
                break;
            }
            String captured = BARE.matcher(capture.group(1)).replaceFirst("http://");
            value = captured.startsWith("http://") ? captured : "http://" + captured;
        }
        return plain(value);
    }

    private static Optional<String> plain(String value) {
        try {
            URI uri = URI.create(new WebAddress(value).canonical());
            String host = COPYING_HOST.matcher(uri.getHost()).replaceFirst("");
            String port = uri.getPort() == -1 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return Optional.of(host + port + uri.getRawPath() + query);
        } catch (Failure | IllegalArgumentException e) {
            // What an archive's address holds may be no address: then it tells nothing.
            return Optional.empty();
        }
    }
}
