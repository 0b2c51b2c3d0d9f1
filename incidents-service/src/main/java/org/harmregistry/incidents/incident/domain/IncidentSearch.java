package org.harmregistry.incidents.incident.domain;

import java.util.ArrayList;
import java.util.List;

import org.harmregistry.incidents.place.SearchTerms;

/** By which words an incident is found: those of its titles and summaries, and the names of its place. */
final class IncidentSearch {

    private IncidentSearch() {
    }

    static List<String> termsOf(IncidentContent content) {
        List<String> texts = new ArrayList<>();
        texts.add(content.title());
        texts.add(content.summary());
        content.texts().forEach(text -> {
            texts.add(text.title());
            texts.add(text.summary());
        });
        if (content.place() != null) {
            texts.add(content.place().name());
            content.place().names().forEach(name -> texts.add(name.name()));
        }
        return SearchTerms.of(texts.toArray(String[]::new));
    }
}
