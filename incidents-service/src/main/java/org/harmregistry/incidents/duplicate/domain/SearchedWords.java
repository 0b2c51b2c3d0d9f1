package org.harmregistry.incidents.duplicate.domain;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.words.SearchTerms;

/** Folds words as the search does. */
@ApplicationScoped
public class SearchedWords implements FoldedWords {

    @Override
    public List<String> of(String text) {
        return SearchTerms.of(text);
    }
}
