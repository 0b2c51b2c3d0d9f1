package org.harmregistry.incidents.incident.domain;

import java.util.regex.Pattern;

/**
 * A party and what it has to do with an incident.
 *
 * @param party the party's slug
 * @param role known or suspected to be responsible, or only taking part
 * @param rule name and version of the rule by which the entry was made; absent if people made it
 */
public record PartyInvolvement(String party, PartyRole role, String rule) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,79}");

    public PartyInvolvement {
        Bounds.form(Bounds.required(party, "/party"), SLUG, "/party", "A party is named by its slug, such as coalition.");
        Bounds.required(role, "/role");
        Bounds.form(rule, SLUG, "/rule", "A rule is named like headline-names-coalition-1.");
    }
}
