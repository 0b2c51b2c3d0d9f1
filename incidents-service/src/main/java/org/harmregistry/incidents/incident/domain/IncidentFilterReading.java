package org.harmregistry.incidents.incident.domain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.harmregistry.incidents.place.Gazetteer;
import org.harmregistry.incidents.place.PlaceQuery;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.kit.words.SearchTerms;

/**
 * Reads a filter as it is written in a request. Every part may be {@code null}; one that cannot be read is a 400
 * {@code invalid_parameter}, a day that does not exist {@code invalid_date}.
 */
public final class IncidentFilterReading {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern AREA = Pattern.compile("[A-Z]{2}[A-Z0-9-]{1,18}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
    /** States of an allegation as its own feature knows them; that feature builds on this one. */
    public static final Set<String> ASSESSMENTS = Set.of("received", "under_assessment", "credible", "non_credible",
            "duplicate", "insufficient_information", "reopened");
    private static final String ASSESSMENTS_FORM = "assessment is a state of an allegation, or several: "
            + ASSESSMENTS.stream().sorted().collect(Collectors.joining(", ")) + ".";
    private static final int LONGEST_LINE = 200;
    private static final int MOST_NAMES = 20;
    private static final int MOST_WORDS = 20;

    private LocalDate from;
    private LocalDate to;
    private LocalDate overlapsFrom;
    private LocalDate overlapsTo;
    private String country;
    private String admin1;
    private String admin2;
    private PlaceQuery place;
    private BoundingBox bbox;
    private Near near;
    private String party;
    private List<String> rules;
    private List<String> assessments;
    private GradingChoice gradings;
    private Integer minKilled;
    private Boolean civilianHarm;
    private List<StrikeStatus> strikeStatuses;
    private List<StrikeType> strikeTypes;
    private List<Infrastructure> infrastructure;
    private String search;
    private List<String> words;
    private String organisation;
    private String dataset;
    private IncidentStatus status;
    private Instant updatedSince;

    public IncidentFilterReading from(String text) {
        from = day("from", text);
        return this;
    }

    public IncidentFilterReading to(String text) {
        to = day("to", text);
        return this;
    }

    public IncidentFilterReading overlaps(String text) {
        if (text != null) {
            String[] days = text.split("/", -1);
            if (days.length != 2) {
                throw invalid("overlaps", "overlaps is two days with a slash between them.");
            }
            overlapsFrom = day("overlaps", days[0]);
            overlapsTo = day("overlaps", days[1]);
        }
        return this;
    }

    public IncidentFilterReading country(String text) {
        country = inCountry("country", form("country", text, COUNTRY, "country is two letters such as SY."));
        return this;
    }

    public IncidentFilterReading admin1(String text) {
        admin1 = inCountry("admin1", form("admin1", text, AREA, "admin1 is a code such as SY11."));
        return this;
    }

    public IncidentFilterReading admin2(String text) {
        admin2 = inCountry("admin2", form("admin2", text, AREA, "admin2 is a code such as SY1101."));
        return this;
    }

    public IncidentFilterReading place(String text, Gazetteer gazetteer) {
        place = text == null ? null : gazetteer.understand(line("place", text));
        return this;
    }

    /** A place that is understood already. */
    public IncidentFilterReading place(PlaceQuery understood) {
        place = understood;
        return this;
    }

    public IncidentFilterReading bbox(String text) {
        bbox = text == null ? null : BoundingBox.of(text);
        return this;
    }

    public IncidentFilterReading near(String text, String radius) {
        near = Near.of(text, radius);
        return this;
    }

    public IncidentFilterReading party(String text) {
        party = form("party", text, NAME, "party is a slug such as coalition.");
        return this;
    }

    public IncidentFilterReading rules(String text) {
        rules = names("rule", text, "A rule is named like airwars-series-1.");
        return this;
    }

    public IncidentFilterReading assessments(String text) {
        assessments = names("assessment", text, ASSESSMENTS_FORM);
        if (!ASSESSMENTS.containsAll(assessments)) {
            throw invalid("assessment", ASSESSMENTS_FORM);
        }
        return this;
    }

    public IncidentFilterReading gradings(String text) {
        if (text != null && !text.equals("all")) {
            Set<Grading> graded = EnumSet.noneOf(Grading.class);
            boolean ungraded = false;
            for (String term : text.split(",", -1)) {
                if (term.equals(GradingChoice.UNGRADED)) {
                    ungraded = true;
                } else {
                    graded.add(Term.of(Grading.class, term)
                            .orElseThrow(() -> invalid("gradings", "gradings is all, ungraded, or a list of gradings.")));
                }
            }
            gradings = new GradingChoice(graded, ungraded);
        }
        return this;
    }

    public IncidentFilterReading minKilled(String text) {
        if (text != null) {
            if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > CasualtyRange.LARGEST) {
                throw invalid("minKilled", "minKilled is a whole number from 0 to 1,000,000.");
            }
            minKilled = Integer.valueOf(text);
        }
        return this;
    }

    public IncidentFilterReading civilianHarm(String text) {
        if (text != null && !text.equals("yes") && !text.equals("no")) {
            throw invalid("civilianHarm", "civilianHarm is yes or no.");
        }
        civilianHarm = text == null ? null : text.equals("yes");
        return this;
    }

    public IncidentFilterReading strike(String statuses, String types) {
        strikeStatuses = terms("strikeStatus", statuses, StrikeStatus.class);
        strikeTypes = terms("strikeType", types, StrikeType.class);
        return this;
    }

    public IncidentFilterReading infrastructure(String text) {
        infrastructure = terms("infrastructure", text, Infrastructure.class);
        return this;
    }

    public IncidentFilterReading search(String text) {
        if (text != null) {
            search = line("q", text);
            words = SearchTerms.query(text);
            if (words.isEmpty()) {
                throw invalid("q", "q holds at least one word of two letters or digits.");
            }
            if (words.size() > MOST_WORDS) {
                throw invalid("q", "q holds at most 20 words.");
            }
        }
        return this;
    }

    public IncidentFilterReading organisation(String text) {
        organisation = text == null ? null : line("organisation", text);
        return this;
    }

    public IncidentFilterReading dataset(String text) {
        dataset = form("dataset", text, NAME, "dataset is a name such as ucdp-ged-syria.");
        return this;
    }

    public IncidentFilterReading status(String text) {
        if (text != null) {
            status = Term.of(IncidentStatus.class, text)
                    .orElseThrow(() -> invalid("status", "status is draft, submitted, accepted, withdrawn or merged."));
        }
        return this;
    }

    public IncidentFilterReading updatedSince(String text) {
        try {
            updatedSince = text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw invalid("updatedSince", "updatedSince is an instant such as 2026-11-23T20:00:00Z.");
        }
        return this;
    }

    /** @throws Failure 422 {@code range_inverted} if a period ends before it begins */
    public IncidentFilter filter() {
        return new IncidentFilter(new IncidentFilter.When(from, to, overlapsFrom, overlapsTo),
                new IncidentFilter.Where(country, admin1, admin2, place, bbox, near),
                new IncidentFilter.Harm(gradings, minKilled, civilianHarm, strikeStatuses, strikeTypes, infrastructure, search,
                        words),
                new IncidentFilter.Whom(party, rules, assessments),
                new IncidentFilter.Standing(organisation, dataset, status, updatedSince), null);
    }

    private static List<String> names(String parameter, String text, String description) {
        if (text == null) {
            return List.of();
        }
        String[] names = text.split(",", -1);
        if (names.length > MOST_NAMES) {
            throw invalid(parameter, "At most 20 are taken here.");
        }
        return Stream.of(names).map(name -> form(parameter, name, NAME, description)).distinct().sorted().toList();
    }

    private static <T extends Enum<T> & Term> List<T> terms(String parameter, String text, Class<T> vocabulary) {
        if (text == null) {
            return List.of();
        }
        Set<T> terms = EnumSet.noneOf(vocabulary);
        for (String term : text.split(",", -1)) {
            terms.add(Term.of(vocabulary, term).orElseThrow(() -> invalid(parameter, "One or several of "
                    + Stream.of(vocabulary.getEnumConstants()).map(Term::term).collect(Collectors.joining(", ")) + ".")));
        }
        return List.copyOf(terms);
    }

    private static String line(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST_LINE || text.indexOf('\0') >= 0) {
            throw invalid(name, name + " has 1 to 200 characters.");
        }
        return text;
    }

    private static LocalDate day(String name, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Failure.atParameter(CommonFailure.INVALID_DATE, name, "No such date, or not in the form YYYY-MM-DD.");
        }
    }

    private static String form(String name, String text, Pattern form, String description) {
        if (text != null && !form.matcher(text).matches()) {
            throw invalid(name, description);
        }
        return text;
    }

    private static String inCountry(String name, String code) {
        if (code != null && !COUNTRIES.contains(code.substring(0, 2))) {
            throw invalid(name, name + " begins with two letters of ISO 3166-1, such as SY.");
        }
        return code;
    }

    private static Failure invalid(String name, String description) {
        return Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, description);
    }
}
