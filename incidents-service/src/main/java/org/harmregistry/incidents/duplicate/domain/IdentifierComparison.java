package org.harmregistry.incidents.duplicate.domain;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.incidents.incident.domain.ExternalId;
import org.harmregistry.incidents.incident.domain.IncidentContent;

/** Identifiers of other systems, and addresses on the web, that two records have in common. */
final class IdentifierComparison {

    private static final double ID_AGREES = 10;
    private static final double SYSTEM_TELLS_APART = 3;
    private static final double ADDRESS = 4;
    private static final double MOST_FOR_ADDRESSES = 8;
    private static final int MOST_ADDRESSES = 100;
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"'()\\[\\]{}]{1,500}");
    private static final Pattern TRAILING = Pattern.compile("[/.,;:!?]+$");
    private static final Pattern TRACKING = Pattern.compile("(utm_[a-z]+|fbclid|gclid)=.*");

    private IdentifierComparison() {
    }

    static ScorePart ofExternalIds(ComparedIncident one, ComparedIncident other) {
        List<ExternalId> shared = one.content().externalIds().stream().filter(other.content().externalIds()::contains).toList();
        if (!shared.isEmpty()) {
            String system = shared.get(0).system();
            return ScorePart.of(ScorePartKind.EXTERNAL_IDS, 1, ID_AGREES, SYSTEM_TELLS_APART, "same id in " + system);
        }
        Set<String> systems = other.content().externalIds().stream().map(ExternalId::system).collect(Collectors.toSet());
        return one.content().externalIds().stream().map(ExternalId::system).filter(systems::contains).findFirst()
                .map(system -> ScorePart.of(ScorePartKind.EXTERNAL_IDS, 0, ID_AGREES, SYSTEM_TELLS_APART,
                        "two ids in " + system))
                .orElse(null);
    }

    /** That two records give different addresses says nothing. */
    static ScorePart ofAddresses(ComparedIncident one, ComparedIncident other) {
        Set<String> shared = new HashSet<>(addresses(one.content()));
        shared.retainAll(addresses(other.content()));
        if (shared.isEmpty()) {
            return null;
        }
        double points = Math.min(MOST_FOR_ADDRESSES, ADDRESS * shared.size());
        String text = shared.size() == 1 ? "same address" : shared.size() + " addresses in common";
        return ScorePart.of(ScorePartKind.ADDRESSES, 1, points, 0, text);
    }

    static Set<String> addresses(IncidentContent content) {
        Stream<String> texts = Stream.concat(Stream.of(content.title(), String.valueOf(content.summary())),
                content.texts().stream().map(text -> String.valueOf(text.summary())));
        return Stream.concat(texts, content.externalIds().stream().map(ExternalId::id))
                .flatMap(text -> WEB.matcher(text).results().map(match -> match.group()))
                .limit(MOST_ADDRESSES).map(IdentifierComparison::bare).collect(Collectors.toSet());
    }

    /** An address without what may differ between two copies of it. */
    private static String bare(String address) {
        String clean = TRAILING.matcher(address).replaceAll("");
        try {
            URI uri = URI.create(clean);
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            String query = uri.getRawQuery() == null ? ""
                    : Stream.of(uri.getRawQuery().split("&")).filter(part -> !tracks(part)).sorted()
                            .collect(Collectors.joining("&"));
            String path = TRAILING.matcher(String.valueOf(uri.getRawPath())).replaceAll("");
            return (host.startsWith("www.") ? host.substring(4) : host) + path + "?" + query;
        } catch (IllegalArgumentException e) {
            return clean;
        }
    }

    private static boolean tracks(String part) {
        Matcher tracking = TRACKING.matcher(part);
        return tracking.matches();
    }
}
