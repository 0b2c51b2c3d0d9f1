package org.harmregistry.reports.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.harmregistry.reports.figure.Figure;
import org.harmregistry.reports.figure.FigureBuilder;

/** The figures of a report while it is written: each key once. */
public final class FigureSheet {

    private final Map<String, Figure> figures = new LinkedHashMap<>();

    /** Takes a figure in, and gives its key to show it by. */
    public String add(FigureBuilder builder) {
        Figure figure = builder.build();
        if (figures.putIfAbsent(figure.key(), figure) != null) {
            throw new IllegalStateException("figure twice: " + figure.key());
        }
        return figure.key();
    }

    public Optional<Figure> find(String key) {
        return Optional.ofNullable(figures.get(key));
    }

    public List<Figure> all() {
        return List.copyOf(figures.values());
    }
}
