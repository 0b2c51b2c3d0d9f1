package org.harmregistry.reports.registry;

import java.util.List;

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

    public boolean isNamed(String wanted) {
        return wanted != null && (wanted.equalsIgnoreCase(name)
                || names.stream().anyMatch(other -> wanted.equalsIgnoreCase(other.name())));
    }

    /** The short name that people use in a language, or the full one. */
    public String nameIn(String language) {
        return names.stream().filter(other -> language.equals(other.language())).map(Name::name).findFirst().orElse(name);
    }
}
