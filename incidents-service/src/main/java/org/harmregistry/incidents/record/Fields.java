package org.harmregistry.incidents.record;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

/** What single fields are held to. Pointers are relative to the value that the field stands in. */
public final class Fields {

    public static final int MAX_NUMBER = 10_000_000;
    public static final int MAX_LINE = 300;
    public static final int MAX_TEXT = 10_000;
    /** As long as a place may be that is asked for by name. */
    public static final int MAX_AREA = 200;
    private static final int MAX_URL = 2_000;
    private static final int MAX_ITEMS = 200;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2200;

    private Fields() {
    }

    /** @throws Failure 400 {@code missing_field} */
    public static <T> T required(T value, String pointer) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, pointer, "This field is required.");
        }
        return value;
    }

    /** A whole number from 0 to 10,000,000, or none. */
    public static void number(Integer value, String pointer) {
        if (value != null && (value < 0 || value > MAX_NUMBER)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A whole number from 0 to 10,000,000.");
        }
    }

    /** A date in the years 1800 to 2200, or none. */
    public static LocalDate day(LocalDate value, String pointer) {
        if (value != null && (value.getYear() < FIRST_YEAR || value.getYear() > LAST_YEAR)) {
            throw Failure.at(CommonFailure.INVALID_DATE, pointer, "A date in the years 1800 to 2200.");
        }
        return value;
    }

    /** A month in the years 1800 to 2200, or none. */
    public static void month(YearMonth value, String pointer) {
        if (value != null) {
            day(value.atDay(1), pointer);
        }
    }

    /** A web address, or none. */
    public static void url(String value, String pointer) {
        if (value == null) {
            return;
        }
        if (value.length() > MAX_URL || !isWebAddress(value)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "An http or https address of at most 2,000 characters.");
        }
    }

    private static boolean isWebAddress(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A name that says something, or none. */
    public static void name(String value, String pointer) {
        if (value != null && value.isBlank()) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A name is not blank; leave it out if it is unknown.");
        }
    }

    /** Two letters of ISO 3166-1, or none. */
    public static void country(String value, String pointer) {
        if (value != null && !COUNTRIES.contains(value)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "Two letters of ISO 3166-1, such as SY, are taken here.");
        }
    }

    /** The same, of a query parameter; 400 {@code invalid_parameter} if it is none. */
    public static String countryParameter(String name, String text) {
        if (text != null && !COUNTRIES.contains(text)) {
            throw Failure.atParameter(CommonFailure.INVALID_PARAMETER, name, "Two letters of ISO 3166-1, such as SY.");
        }
        return text;
    }

    /** A language tag such as {@code en} or {@code ar-SY}, or none. */
    public static void language(String value, String pointer) {
        if (value != null && !value.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "A language tag (BCP 47) such as en or ar.");
        }
    }

    /** A list without gaps of at most 200 items; none becomes the empty list. */
    public static <T> List<T> list(List<T> values, String pointer) {
        if (values == null) {
            return List.of();
        }
        int gap = new ArrayList<>(values).indexOf(null);
        if (gap >= 0) {
            throw Failure.at(CommonFailure.WRONG_TYPE, pointer + "/" + gap, "null is not taken here.");
        }
        if (values.size() > MAX_ITEMS) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "At most 200 items.");
        }
        return List.copyOf(values);
    }

    /** @throws Failure 422 {@code text_too_long} */
    public static void atMost(int characters, String value, String pointer) {
        if (value != null && value.length() > characters) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, pointer, "At most " + characters + " characters.");
        }
    }

    /** @throws Failure 422 {@code range_inverted} if both days are given and the second comes first */
    public static void ordered(LocalDate from, LocalDate to, String pointer) {
        if (from != null && to != null && to.isBefore(from)) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, pointer, "This ends before it begins.");
        }
    }
}
