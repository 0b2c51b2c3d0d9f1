package org.harmregistry.reports.registry;

import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** A party to the conflict. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Party(String slug, String name, List<Name> names) {

    public Party {
        names = names == null ? List.of() : List.copyOf(names);
    }

    /** A name in one language. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Name(String language, String name) {
    }

    /** The one of several with this slug. */
    public static Optional<Party> in(List<Party> parties, String slug) {
        return parties.stream().filter(known -> known.slug().equals(slug)).findFirst();
    }

    public boolean isNamed(String wanted) {
        return wanted != null && (wanted.equalsIgnoreCase(name)
                || names.stream().anyMatch(other -> wanted.equalsIgnoreCase(other.name())));
    }

    /** The short name that people use in a language, or the full one. */
    public String nameIn(String language) {
        return names.stream().filter(other -> language.equals(other.language())).map(Name::name).findFirst().orElse(name);
    }
}
