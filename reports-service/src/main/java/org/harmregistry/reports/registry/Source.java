package org.harmregistry.reports.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.harmregistry.reports.figure.SourceLink;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What a report needs of a source. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Source(UUID id, Long version, String kind, String title, String url, String publisher, Publication publishedOn,
        Fieldwork fieldwork, List<String> sensitivity, String licence, String attribution) {

    public Source {
        sensitivity = sensitivity == null ? List.of() : List.copyOf(sensitivity);
    }

    /** When it was published, as far as that is known. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Publication(LocalDate date, String precision, String asPrinted) {
    }

    /** The field work that a report states of itself. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Fieldwork(Long sitesVisited, Long interviews, Long families) {
    }

    /** The day it was published, or {@code null}. */
    public LocalDate day() {
        return publishedOn == null ? null : publishedOn.date();
    }

    public SourceLink link() {
        return new SourceLink(id == null ? null : id.toString(), title, url);
    }
}
