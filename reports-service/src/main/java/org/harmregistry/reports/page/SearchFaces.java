package org.harmregistry.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.reports.registry.CountRange;
import org.harmregistry.reports.registry.FoundIncidents;
import org.harmregistry.reports.registry.IncidentRecord;
import org.harmregistry.reports.registry.Party;
import org.harmregistry.reports.registry.Query;
import org.harmregistry.reports.registry.Statistics;
import org.harmregistry.reports.search.Found;
import org.harmregistry.reports.search.SearchForm;
import org.harmregistry.reports.search.SearchOrder;
import org.harmregistry.reports.wording.Wording;

/** Writes what was searched for and found in the words of a language. */
final class SearchFaces {

    private static final String PAGE = "/incidents";

    private final Wording wording;
    private final SearchForm form;
    private final Found found;

    SearchFaces(Wording wording, SearchForm form, Found found) {
        this.wording = wording;
        this.form = form;
        this.found = found;
    }

    SearchFace face() {
        Map<String, String> typed = SearchForm.FIELDS.stream().filter(form::has)
                .collect(Collectors.toMap(field -> field, form::text));
        FoundIncidents page = found.page();
        String box = form.has("bbox") ? link(form.with("bbox", null)) : null;
        if (page == null) {
            return new SearchFace(typed, faults(), gradings(), parties(), orders(), box, List.of(), List.of(), null, List.of(),
                    null, null, List.of());
        }
        SearchMap map = new SearchMap(wording, found, this::into);
        return new SearchFace(typed, Map.of(), gradings(), parties(), orders(), box, said(map), guesses(), map.face(),
                page.items().stream().map(this::hit).toList(), page.next() == null ? null : link(following(page.next())),
                form.has("after") ? link(form.with("sort", form.has("sort") ? form.text("sort") : null)) : null, data());
    }

    private Map<String, String> faults() {
        if (form.faults().isEmpty()) {
            return Map.of("form", wording.text("search.refused"));
        }
        Map<String, String> faults = new LinkedHashMap<>(Map.of("form", wording.text("search.faults")));
        form.faults().forEach((field, fault) -> faults.put(field, wording.text("search.fault." + fault)));
        return faults;
    }

    private List<SearchFace.Choice> gradings() {
        return SearchForm.GRADINGS.stream().map(grading -> choice("gradings", grading, wording.word("grading", grading)))
                .toList();
    }

    private List<SearchFace.Choice> parties() {
        return found.parties().stream()
                .map(party -> choice("party", party.slug(), party.nameIn(wording.language()))).toList();
    }

    private List<SearchFace.Choice> orders() {
        return Stream.of(SearchOrder.values()).map(order -> new SearchFace.Choice(order.word(),
                wording.text("search.sort." + order.word()), order == form.order())).toList();
    }

    private SearchFace.Choice choice(String field, String value, String text) {
        return new SearchFace.Choice(value, text, form.text(field).equals(value));
    }

    private List<String> said(SearchMap map) {
        List<String> said = new ArrayList<>();
        FoundIncidents.UnderstoodPlace place = found.page().place();
        if (place != null) {
            said.add(understood(place));
        }
        if (found.map() == null) {
            said.add(wording.text(found.page().items().isEmpty() ? "search.none" : "search.map.away"));
            return said;
        }
        Statistics.Totals total = found.map().counts().total();
        if (total.incidents() == 0) {
            said.add(wording.text("search.none"));
            return said;
        }
        said.add(wording.text("search.found", total.incidents()) + " "
                + harm("search.killed", total.civiliansKilled()) + " " + harm("search.injured", total.civiliansInjured()));
        map.unlocated(total.incidents()).ifPresent(said::add);
        return said;
    }

    /** An upper end that some incidents do not have is no upper end of the sum. */
    private String harm(String key, CountRange sum) {
        int without = sum.maxUnknownIn() == null ? 0 : sum.maxUnknownIn();
        String text = wording.text(key, wording.range(sum.min(), without > 0 ? null : sum.upper()));
        return without == 0 ? text : text + " " + wording.text("search.unknown", (long) without);
    }

    private String understood(FoundIncidents.UnderstoodPlace place) {
        if (place.isGuess()) {
            return wording.text("search.guess", place.input());
        }
        return place.matched().isEmpty() ? wording.text("search.unknown_place", place.input())
                : wording.text("search.understood", place.input(), place.matched().stream().limit(8).map(wording::apart)
                        .collect(Collectors.joining(wording.text("list.separator"))));
    }

    private List<SearchFace.Link> guesses() {
        FoundIncidents.UnderstoodPlace place = found.page().place();
        return place == null || !place.isGuess() ? List.of()
                : Stream.concat(place.units().stream(), place.places().stream()).map(FoundIncidents.Named::name)
                        .filter(Objects::nonNull).distinct().limit(8)
                        .map(name -> new SearchFace.Link(link(form.with("place", name)), name)).toList();
    }

    private SearchFace.Hit hit(IncidentRecord incident) {
        String title = incident.titleIn(wording.language());
        String place = incident.place() == null ? null : incident.place().nameIn(wording.language());
        String grading = incident.harm() == null || incident.harm().grading() == null ? "ungraded" : incident.harm().grading();
        String about = Stream.of(day(incident.occurred()), place == null ? null : wording.apart(place),
                wording.text("search.grading", wording.word("grading", grading))).filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        String parties = incident.parties().stream().map(named -> wording.text("dossier.involved", party(named.party()),
                wording.word("party_role", named.role()))).distinct()
                .collect(Collectors.joining(wording.text("list.separator")));
        return new SearchFace.Hit(PAGE + "/" + incident.id() + PageLanguages.query(wording.language(), Map.of()),
                title == null ? wording.text("incident.untitled") : title,
                about, harm(incident.harm()), parties);
    }

    private String day(IncidentRecord.Occurred occurred) {
        return occurred == null || occurred.from() == null ? null
                : wording.period(occurred.from(), occurred.to() == null ? occurred.from() : occurred.to());
    }

    private String harm(IncidentRecord.Harm harm) {
        return wording.text("search.killed", range(harm == null ? null : harm.killed())) + " "
                + wording.text("search.injured", range(harm == null ? null : harm.injured()));
    }

    private String range(IncidentRecord.People people) {
        CountRange civilians = people == null ? null : people.civilians();
        return civilians == null ? wording.range(null, null) : wording.range(civilians.min(), civilians.max());
    }

    private String party(String slug) {
        return Party.in(found.parties(), slug).map(known -> known.nameIn(wording.language())).orElse(slug);
    }

    private List<SearchFace.Link> data() {
        Map<String, String> filter = form.filter();
        Map<String, String> counted = new LinkedHashMap<>(filter);
        counted.put("by", "month");
        return List.of(new SearchFace.Link(Query.of("/incidents", as("csv", filter)), wording.text("search.data.csv")),
                new SearchFace.Link(Query.of("/incidents", as("geojson", filter)), wording.text("search.data.geojson")),
                new SearchFace.Link(Query.of("/statistics", counted), wording.text("search.data.counts")));
    }

    private static Map<String, String> as(String format, Map<String, String> filter) {
        Map<String, String> parameters = new LinkedHashMap<>(filter);
        parameters.put("format", format);
        return parameters;
    }

    private Map<String, String> following(String cursor) {
        return form.with("after", cursor);
    }

    /** What leads into a part of the map. */
    private String into(String box) {
        return link(form.with("bbox", box));
    }

    private String link(Map<String, String> parameters) {
        return PAGE + PageLanguages.query(wording.language(), parameters);
    }
}
