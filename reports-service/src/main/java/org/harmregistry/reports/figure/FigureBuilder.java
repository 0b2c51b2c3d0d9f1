package org.harmregistry.reports.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Puts a figure together, in the order in which one would say it. */
public final class FigureBuilder {

    private final String key;
    private final String label;
    private final List<SourceLink> sources = new ArrayList<>();
    private Long value;
    private Long min;
    private Boolean minExclusive;
    private Long max;
    private String words;
    private AsPublished asPublished;
    private String counts;
    private String doesNotCount;
    private String query;
    private String rule;
    private FigureRecords records;
    private Instant asOf;
    private LocalDate knownBy;

    FigureBuilder(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public FigureBuilder value(Number number) {
        this.value = number == null ? null : number.longValue();
        return this;
    }

    /** A range; equal ends are one number. */
    public FigureBuilder range(Long from, Long to) {
        if (from != null && from.equals(to)) {
            return value(from);
        }
        this.min = from;
        this.max = to;
        return this;
    }

    public FigureBuilder above(Boolean exclusive) {
        this.minExclusive = Boolean.TRUE.equals(exclusive) ? true : null;
        return this;
    }

    public FigureBuilder words(String text) {
        this.words = text;
        return this;
    }

    public FigureBuilder asPublished(AsPublished totals) {
        this.asPublished = totals;
        return this;
    }

    public FigureBuilder counts(String text) {
        this.counts = text;
        return this;
    }

    public FigureBuilder doesNotCount(String text) {
        this.doesNotCount = text;
        return this;
    }

    /** Whoever asks the address again asks it as of the same instant. */
    public FigureBuilder from(String address, String ruleName, Instant readAt) {
        this.query = address == null || readAt == null ? address
                : address + (address.contains("?") ? "&" : "?") + "asOf=" + readAt;
        this.rule = ruleName;
        this.asOf = readAt;
        return this;
    }

    public FigureBuilder records(FigureRecords behind) {
        this.records = behind;
        return this;
    }

    public FigureBuilder source(SourceLink source) {
        if (source != null) {
            sources.add(source);
        }
        return this;
    }

    public FigureBuilder sources(List<SourceLink> more) {
        more.stream().filter(Objects::nonNull).forEach(sources::add);
        return this;
    }

    public FigureBuilder knownBy(LocalDate day) {
        this.knownBy = day;
        return this;
    }

    public Figure build() {
        return new Figure(key, label, value, min, minExclusive, max, words, asPublished, counts, doesNotCount, query, rule,
                records, sources.stream().distinct().toList(), asOf, knownBy);
    }
}
