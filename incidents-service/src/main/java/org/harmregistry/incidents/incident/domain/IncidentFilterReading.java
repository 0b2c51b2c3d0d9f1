package org.harmregistry.incidents.incident.domain;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.harmregistry.incidents.place.Gazetteer;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/**
 * Reads a filter as it is written in a request. Every part may be {@code null}; one that cannot be read is a 400
 * {@code invalid_parameter}, a day that does not exist {@code invalid_date}.
 */
public final class IncidentFilterReading {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern AREA = Pattern.compile("[A-Z]{2}[A-Z0-9-]{1,18}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");
    private static final int LONGEST_PLACE = 200;
    private static final int MOST_RULES = 20;

    private final IncidentFilterBuilder builder = new IncidentFilterBuilder();

    public IncidentFilterReading from(String text) {
        builder.from(day("from", text));
        return this;
    }

    public IncidentFilterReading to(String text) {
        builder.to(day("to", text));
        return this;
    }

    public IncidentFilterReading overlaps(String text) {
        if (text != null) {
            String[] days = text.split("/", -1);
            if (days.length != 2) {
                throw invalid("overlaps", "overlaps is two days with a slash between them.");
            }
            builder.overlaps(day("overlaps", days[0]), day("overlaps", days[1]));
        }
        return this;
    }

    public IncidentFilterReading country(String text) {
        builder.country(form("country", text, COUNTRY, "country is two letters such as SY."));
        return this;
    }

    public IncidentFilterReading admin1(String text) {
        builder.admin1(form("admin1", text, AREA, "admin1 is a code such as SY11."));
        return this;
    }

    public IncidentFilterReading admin2(String text) {
        builder.admin2(form("admin2", text, AREA, "admin2 is a code such as SY1101."));
        return this;
    }

    public IncidentFilterReading place(String text, Gazetteer gazetteer) {
        if (text != null) {
            if (text.isBlank() || text.length() > LONGEST_PLACE || text.indexOf('\0') >= 0) {
                throw invalid("place", "place is a name of at most 200 characters.");
            }
            builder.place(gazetteer.understand(text));
        }
        return this;
    }

    public IncidentFilterReading bbox(String text) {
        builder.bbox(text == null ? null : BoundingBox.of(text));
        return this;
    }

    public IncidentFilterReading party(String text) {
        builder.party(form("party", text, NAME, "party is a slug such as coalition."));
        return this;
    }

    public IncidentFilterReading rules(String text) {
        if (text != null) {
            String[] rules = text.split(",", -1);
            if (rules.length > MOST_RULES) {
                throw invalid("rule", "At most 20 rules are taken here.");
            }
            builder.rules(Stream.of(rules).map(rule -> form("rule", rule, NAME, "A rule is named like airwars-series-1."))
                    .distinct().sorted().toList());
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
            builder.gradings(new GradingChoice(graded, ungraded));
        }
        return this;
    }

    public IncidentFilterReading minKilled(String text) {
        if (text != null) {
            if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > CasualtyRange.LARGEST) {
                throw invalid("minKilled", "minKilled is a whole number from 0 to 1,000,000.");
            }
            builder.minKilled(Integer.valueOf(text));
        }
        return this;
    }

    public IncidentFilterReading dataset(String text) {
        builder.dataset(form("dataset", text, NAME, "dataset is a name such as ucdp-ged-syria."));
        return this;
    }

    public IncidentFilterReading status(String text) {
        if (text != null) {
            builder.status(Term.of(IncidentStatus.class, text)
                    .orElseThrow(() -> invalid("status", "status is draft, submitted, accepted or withdrawn.")));
        }
        return this;
    }

    /** @throws Failure 422 {@code range_inverted} if a period ends before it begins */
    public IncidentFilter filter() {
        return builder.build();
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

    private static Failure invalid(String name, String description) {
        return Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, description);
    }
}
