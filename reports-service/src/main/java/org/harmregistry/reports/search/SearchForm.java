package org.harmregistry.reports.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.harmregistry.kit.words.SearchTerms;

/**
 * What somebody typed into the search. Whatever it is, it is kept as it was typed, so that the form can be shown again
 * with what is to be mended.
 */
public final class SearchForm {

    /** The fields of the form, under the names that they have in the API; {@code sort} has words of its own. */
    public static final List<String> FIELDS = List.of("q", "place", "from", "to", "gradings", "party", "bbox", "sort", "after");
    /** What incidents can be graded, for people to choose from. */
    public static final List<String> GRADINGS = List.of("confirmed", "fair", "weak", "contested", "discounted", "ungraded");

    private static final String NO_CHOICE = "choice";
    private static final Pattern PARTY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
    private static final Pattern BOX = Pattern.compile("-?\\d{1,3}(\\.\\d{1,12})?(,-?\\d{1,3}(\\.\\d{1,12})?){3}");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_CURSOR = 2_000;
    private static final int MOST_WORDS = 20;

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final Map<String, String> faults = new LinkedHashMap<>();

    /** @param given what was typed by field; {@code null} and blank texts count as left empty */
    public SearchForm(Map<String, String> given) {
        for (String field : FIELDS) {
            String text = given.get(field);
            if (text != null && !text.isBlank()) {
                typed.put(field, text.strip());
                String fault = fault(field, text.strip());
                if (fault != null) {
                    faults.put(field, fault);
                }
            }
        }
        if (faults.isEmpty() && has("from") && has("to") && day("from").isAfter(day("to"))) {
            faults.put("to", "order");
        }
    }

    private static String fault(String field, String text) {
        return switch (field) {
            case "q" -> {
                int words = text.length() > LONGEST_LINE ? 0 : SearchTerms.query(text).size();
                yield words > 0 && words <= MOST_WORDS ? null : "words";
            }
            case "place" -> text.length() <= LONGEST_LINE ? null : "line";
            case "from", "to" -> isDay(text) ? null : "day";
            case "gradings" -> GRADINGS.contains(text) ? null : NO_CHOICE;
            case "party" -> PARTY.matcher(text).matches() ? null : NO_CHOICE;
            case "bbox" -> isBox(text) ? null : "box";
            case "sort" -> SearchOrder.of(text).isPresent() ? null : NO_CHOICE;
            default -> text.length() <= LONGEST_CURSOR ? null : NO_CHOICE;
        };
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isBox(String text) {
        if (!BOX.matcher(text).matches()) {
            return false;
        }
        String[] edges = text.split(",");
        return within(edges[0], 180) && within(edges[2], 180) && within(edges[1], 90) && within(edges[3], 90)
                && Double.parseDouble(edges[1]) <= Double.parseDouble(edges[3]);
    }

    private static boolean within(String angle, int most) {
        return Math.abs(Double.parseDouble(angle)) <= most;
    }

    public boolean has(String field) {
        return typed.containsKey(field);
    }

    /** What was typed into a field; empty if nothing was. */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    private LocalDate day(String field) {
        return LocalDate.parse(text(field));
    }

    public SearchOrder order() {
        return SearchOrder.of(text("sort")).orElse(SearchOrder.NEWEST);
    }

    /**
     * What is wrong with each field that cannot be searched for: {@code words}, {@code line}, {@code day}, {@code order},
     * {@code box} or {@code choice}.
     */
    public Map<String, String> faults() {
        return Map.copyOf(faults);
    }

    /** The filter in the registry's own terms. */
    public Map<String, String> filter() {
        Map<String, String> filter = new LinkedHashMap<>(typed);
        filter.keySet().removeAll(List.of("sort", "after"));
        return filter;
    }

    /** The filter with order and place in the list, in the registry's own terms. */
    Map<String, String> question() {
        Map<String, String> question = filter();
        question.put("sort", order().parameter());
        if (has("after")) {
            question.put("after", text("after"));
        }
        return question;
    }

    /** What leads to the same form with one field put otherwise, from the first page of its list. */
    public Map<String, String> with(String field, String text) {
        Map<String, String> other = new LinkedHashMap<>(typed);
        other.remove("after");
        other.remove(field);
        if (text != null) {
            other.put(field, text);
        }
        return other;
    }
}
