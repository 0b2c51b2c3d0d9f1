package org.harmregistry.sources.source.domain;

/**
 * An article in a newspaper, a magazine or a programme.
 *
 * @param outlet the paper, station or site; at most 300 characters
 * @param section at most 200 characters
 * @param page as printed; at most 50 characters
 */
public record Article(String outlet, String section, String page) {

    public Article {
        Texts.bounded(outlet, 300, "/outlet");
        Texts.bounded(section, 200, "/section");
        Texts.bounded(page, 50, "/page");
        Parts.requireSome(outlet, section, page);
    }
}
