package org.harmregistry.incidents.duplicate.domain;

import java.util.List;

/** Port: the words of a text in the form in which spellings of one word become equal, in their order. */
public interface FoldedWords {

    /** The words; empty for a text without letters and digits. */
    List<String> of(String text);
}
