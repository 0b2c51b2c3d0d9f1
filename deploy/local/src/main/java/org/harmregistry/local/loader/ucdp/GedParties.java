package org.harmregistry.local.loader.ucdp;

import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.harmregistry.local.loader.client.Wire.ExternalId;
import org.harmregistry.local.loader.client.Wire.PartyBody;

/** The groups that take part in UCDP's events, as parties of the registry. */
public final class GedParties {

    private final Map<String, String> slugsOfOwn;

    /**
     * @param slugsOfOwn UCDP name to slug, for the groups that the registry knows under another name
     */
    public GedParties(Map<String, String> slugsOfOwn) {
        this.slugsOfOwn = Map.copyOf(slugsOfOwn);
    }

    /** The slug of a group: its name in ASCII, lower case, words joined by hyphens; apostrophes are dropped. */
    public String slug(String group) {
        String own = slugsOfOwn.get(group);
        return own != null ? own
                : Normalizer.normalize(group, Normalizer.Form.NFKD).replaceAll("[\\p{M}'’]", "").toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    /** The groups that have no record of their own yet, by slug, in the order in which the events name them. */
    public Map<String, PartyBody> bodies(Collection<GedEvent> events) {
        Map<String, PartyBody> parties = new LinkedHashMap<>();
        events.stream().flatMap(event -> event.groups().stream()).distinct().filter(group -> !slugsOfOwn.containsKey(group))
                .forEach(group -> parties.put(slug(group), new PartyBody(group, kind(group), actor(group, events))));
        return parties;
    }

    private static String kind(String group) {
        return group.startsWith("Government of ") ? "state" : "armed_group";
    }

    /** UCDP numbers sides, so a group has a number of its own only where it fights alone; null where it never does. */
    private static List<ExternalId> actor(String group, Collection<GedEvent> events) {
        return events.stream().flatMap(event -> Stream.of(event.a(), event.b())).filter(side -> side.name().equals(group))
                .findFirst().map(side -> List.of(new ExternalId("ucdp-actor", side.actorId()))).orElse(null);
    }
}
