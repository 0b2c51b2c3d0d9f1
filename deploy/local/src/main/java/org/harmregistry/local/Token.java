package org.harmregistry.local;

import java.net.URI;
import java.util.List;

import org.harmregistry.local.issuer.TokenMinter;
import org.harmregistry.local.keycloak.Keycloak;
import org.harmregistry.local.keycloak.KeycloakAccounts;

/** {@code deploy/token ROLE [ORGANISATION] [PERSON]}. */
final class Token {

    /** The organisation that the loaded data belong to. */
    static final String ORGANISATION = "harm-registry";
    private static final String PERSON = "1";

    private final Settings settings;

    Token(Settings settings) {
        this.settings = settings;
    }

    /** @throws IllegalArgumentException if the words are not a role, an organisation and a person */
    String mint(List<String> words) {
        if (words.isEmpty() || words.size() > 3) {
            throw new IllegalArgumentException("Say deploy/token ROLE [ORGANISATION] [PERSON], with a role of "
                    + String.join(", ", TokenMinter.ROLES.stream().sorted().toList()));
        }
        if (words.get(0).equals("party") && words.size() == 1) {
            throw new IllegalArgumentException(
                    "The role party speaks for one party: deploy/token party PARTY, such as coalition");
        }
        String organisation = words.size() > 1 ? words.get(1) : ORGANISATION;
        TokenMinter.check(words.get(0), organisation);
        StateFolder state = StateFolder.open(settings.home());
        PartRecord issuer = PartRecord.read(state, PartName.ISSUER).orElseThrow(
                () -> new Fault("No suite was started here, so there is no issuer to sign for", "Run deploy/up first"));
        if (settings.oidcIssuer().isPresent() || issuer.isUsers()) {
            throw new Fault(
                    "Tokens come from OIDC_ISSUER here (" + settings.oidcIssuer().orElse(issuer.endpoint().base()) + ")",
                    "Ask that issuer for one");
        }
        String person = words.size() > 2 ? words.get(2) : PERSON;
        if (Keycloak.isIssuer(issuer.endpoint().base())) {
            return new KeycloakAccounts(issuer.endpoint().base(), new Secrets(state)).mint(words.get(0), organisation, person,
                    settings.tokenLife());
        }
        return new TokenMinter(state.path(), URI.create(issuer.endpoint().base()), settings.tokenLife()).mint(words.get(0),
                organisation, person);
    }
}
