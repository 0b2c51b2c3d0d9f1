package org.harmregistry.sources.source.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * What people say of a source, as opposed to what the registry adds; absent is {@code null}, lists are never null.
 *
 * @param title as published; at most 1,000 characters
 * @param archivedUrl where a capture of the page is kept
 * @param publisher the office or body that speaks; at most 300 characters
 * @param author as printed; at most 300 characters
 * @param language BCP 47 tag of the original
 * @param credibility from 1, confirmed by other sources, to 5, improbable; 6: cannot be judged (Admiralty scale)
 * @param interview only of an interview
 * @param siteVisit only of a site visit
 * @param imagery only of imagery
 * @param statement only of a statement
 * @param letter only of a letter
 * @param registerEntry only of a register
 * @param post only of a post
 * @param article only of an article
 * @param fieldwork only of a report
 * @param dataset the data set that the record was taken from, a slug
 * @param licence SPDX identifier or short name; at most 200 characters
 * @param attribution the credit that the licence asks for; at most 500 characters
 */
public record SourceContent(List<ExternalId> externalIds, SourceKind kind, String title, WebAddress url,
        WebAddress archivedUrl, String publisher, String author, PublishedOn publishedOn, String language, Medium medium,
        List<SourceText> texts, Reliability reliability, Integer credibility, Independence independence,
        List<Sensitivity> sensitivity, Interview interview, SiteVisit siteVisit, Imagery imagery, PublicStatement statement,
        Letter letter, RegisterEntry registerEntry, Post post, Article article, Fieldwork fieldwork, String dataset,
        String licence, String attribution) {

    static final int MAX_EXTERNAL_IDS = 20;
    static final int MAX_TEXTS = 50;

    public SourceContent {
        externalIds = listed(externalIds, MAX_EXTERNAL_IDS, "/externalIds");
        texts = listed(texts, MAX_TEXTS, "/texts");
        sensitivity = listed(sensitivity, Sensitivity.values().length, "/sensitivity");
        requireKind(kind);
        Texts.required(title, 1_000, "/title");
        Texts.bounded(publisher, 300, "/publisher");
        Texts.bounded(author, 300, "/author");
        Texts.bounded(licence, 200, "/licence");
        Texts.bounded(attribution, 500, "/attribution");
        Texts.formed(dataset, "[a-z0-9][a-z0-9-]{0,99}", "/dataset", "A data set is named by a slug of a-z, 0-9 and hyphen.");
        if (language != null) {
            LanguageTag.check(language, "/language");
        }
        if (credibility != null && (credibility < 1 || credibility > 6)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, "/credibility", "A whole number from 1 to 6 is taken here.");
        }
        if (fieldwork != null && kind != SourceKind.REPORT) {
            throw Failure.at(SourceFailure.FIELDWORK_WITHOUT_REPORT, "/fieldwork",
                    "Only a source of kind report has this part.");
        }
        requireOf(SourceKind.INTERVIEW, kind, interview, "/interview");
        requireOf(SourceKind.SITE_VISIT, kind, siteVisit, "/siteVisit");
        requireOf(SourceKind.IMAGERY, kind, imagery, "/imagery");
        requireOf(SourceKind.STATEMENT, kind, statement, "/statement");
        requireOf(SourceKind.LETTER, kind, letter, "/letter");
        requireOf(SourceKind.REGISTER, kind, registerEntry, "/registerEntry");
        requireOf(SourceKind.POST, kind, post, "/post");
        requireOf(SourceKind.ARTICLE, kind, article, "/article");
        requireTranslated(texts);
    }

    String canonicalKey() {
        return CanonicalKey.of(url, publisher, publishedOn, title);
    }

    List<Finding> findings() {
        return publishedOn != null && publishedOn.precision() == DatePrecision.UNKNOWN
                ? List.of(new Finding(FindingCode.PUBLICATION_DATE_UNKNOWN, "/publishedOn"))
                : List.of();
    }

    /** The content as everybody may see it; this content itself where that is no different. */
    SourceContent forEverybody() {
        Interview shownInterview = interview == null ? null : interview.forEverybody();
        SiteVisit shownVisit = siteVisit == null ? null : siteVisit.forEverybody();
        Imagery shownImagery = imagery == null ? null : imagery.forEverybody();
        if (Objects.equals(shownInterview, interview) && Objects.equals(shownVisit, siteVisit)
                && Objects.equals(shownImagery, imagery)) {
            return this;
        }
        return new SourceContent(externalIds, kind, title, url, archivedUrl, publisher, author, publishedOn, language, medium,
                texts, reliability, credibility, independence, sensitivity, shownInterview, shownVisit, shownImagery,
                statement, letter, registerEntry, post, article, fieldwork, dataset, licence, attribution);
    }

    /** The same content with another assessment. */
    SourceContent assessed(Reliability reliable, Integer credible) {
        return new SourceContent(externalIds, kind, title, url, archivedUrl, publisher, author, publishedOn, language, medium,
                texts, reliable, credible, independence, sensitivity, interview, siteVisit, imagery, statement, letter,
                registerEntry, post, article, fieldwork, dataset, licence, attribution);
    }

    private static void requireOf(SourceKind wanted, SourceKind kind, Object part, String pointer) {
        if (part != null && kind != wanted) {
            throw Failure.at(SourceFailure.PART_OF_ANOTHER_KIND, pointer, "Only a source of kind "
                    + wanted.name().toLowerCase(Locale.ROOT) + " has this part.");
        }
    }

    /** A text translates another one of the source; round in a circle there would be no original. */
    private static void requireTranslated(List<SourceText> texts) {
        Map<String, String> origins = new HashMap<>();
        texts.forEach(text -> origins.put(text.digest(), text.translation() == null ? null : text.translation().of()));
        for (int i = 0; i < texts.size(); i++) {
            String at = texts.get(i).digest();
            for (int steps = 0; origins.get(at) != null; steps++) {
                at = origins.get(at);
                if (!origins.containsKey(at) || steps > texts.size()) {
                    throw Failure.at(SourceFailure.TRANSLATION_UNKNOWN, "/texts/" + i + "/translation/of",
                            "Name another text of this source, which is no translation of this one.");
                }
            }
        }
    }

    private static void requireKind(SourceKind kind) {
        if (kind == null) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/kind", "This field is required.");
        }
    }

    /** A list without gaps or repetitions: twice the same says nothing more. */
    private static <T> List<T> listed(Collection<T> values, int max, String pointer) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(value -> value == null)) {
            throw Failure.at(CommonFailure.WRONG_TYPE, pointer, "null is not taken in this list.");
        }
        if (values.size() > max) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "At most " + max + " entries are taken here.");
        }
        return values.stream().distinct().toList();
    }
}
