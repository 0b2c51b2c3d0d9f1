package org.harmregistry.incidents.duplicate.domain;

import org.harmregistry.kit.words.SearchTerms;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;


/** Folds words as the search does. */
@ApplicationScoped
public class SearchedWords implements FoldedWords {

    @Override
    public List<String> of(String text) {
        return SearchTerms.of(text);
    }
}
