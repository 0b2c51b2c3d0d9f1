package org.harmregistry.sources.source.domain;

/**
 * What somebody said for a party or an office.
 *
 * @param speaker who spoke, in public function; at most 300 characters
 * @param office the office that speaks; at most 300 characters
 * @param party slug of the party spoken for
 * @param channel through which it was said
 * @param addressedTo to whom; at most 300 characters
 */
public record PublicStatement(String speaker, String office, String party, StatementChannel channel, String addressedTo) {

    public PublicStatement {
        Texts.bounded(speaker, 300, "/speaker");
        Texts.bounded(office, 300, "/office");
        Texts.formed(party, "[a-z0-9][a-z0-9_-]{0,79}", "/party", "A party is named by its slug, such as coalition.");
        Texts.bounded(addressedTo, 300, "/addressedTo");
        Parts.requireSome(speaker, office, party, channel, addressedTo);
    }
}
