package org.harmregistry.reports.wording;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * Texts, numbers and dates in one language. In a text, {@code {0}} is the first argument: numbers are grouped, days and months
 * written out. An argument that runs the other way than the language is kept apart (UAX #9, isolates), so that a name or a code
 * never turns the sentence around it.
 */
public final class Wording {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final Locale locale;
    private final Map<String, String> texts;

    Wording(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = Map.copyOf(texts);
    }

    public String language() {
        return locale.getLanguage();
    }

    /** The language's own name. */
    public String languageName() {
        return text("language.name");
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return text("direction");
    }

    public boolean isRightToLeft() {
        return direction().equals("rtl");
    }

    /** The text of a key with its arguments; a key without a text is a fault of the build, not of the data. */
    public String text(String key, Object... arguments) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        Matcher places = TextFile.PLACE.matcher(text);
        return places.replaceAll(place -> Matcher.quoteReplacement(
                written(arguments[Integer.parseInt(place.group(1))])));
    }

    /** The text of a word from the data, such as {@code partial_admission}; the word itself if it has none. */
    public String word(String list, String word) {
        return word == null ? "" : texts.getOrDefault(list + "." + word, word.replace('_', ' '));
    }

    public String number(Long number) {
        return number == null ? "" : NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** The number that a text writes as {@link #number} does, or {@code null} if it writes none or more than one. */
    public Long numberIn(String text) {
        ParsePosition position = new ParsePosition(0);
        Number parsed = NumberFormat.getIntegerInstance(locale).parse(text, position);
        return parsed instanceof Long number && number(number).equals(text) ? number : null;
    }

    public String day(LocalDate day) {
        return text("date.day", Integer.toString(day.getDayOfMonth()), name(day.getMonthValue()), year(day.getYear()));
    }

    /** A day where there is little room. */
    public String shortDay(LocalDate day) {
        return text("date.day", Integer.toString(day.getDayOfMonth()), text("month.short." + day.getMonthValue()),
                year(day.getYear()));
    }

    public String month(YearMonth month) {
        return text("date.month", name(month.getMonthValue()), year(month.getYear()));
    }

    public String shortMonth(YearMonth month) {
        return text("date.month", text("month.short." + month.getMonthValue()), year(month.getYear()));
    }

    public String instant(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        return text("date.instant", day(utc.toLocalDate()), utc.format(TIME));
    }

    private String name(int month) {
        return text("month." + month);
    }

    private static String year(int year) {
        return Integer.toString(year);
    }

    /** A period of days, as short as it can be said. */
    public String period(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return day(from);
        }
        YearMonth month = YearMonth.from(from);
        if (from.getDayOfMonth() == 1 && to.equals(month.atEndOfMonth())) {
            return month(month);
        }
        String start = from.getYear() == to.getYear()
                ? text("date.day_of_year", Integer.toString(from.getDayOfMonth()), name(from.getMonthValue()))
                : day(from);
        return text("period", start, day(to));
    }

    /** A range; an end that is not there is said to be unknown. */
    public String range(Long min, Long max) {
        if (min == null && max == null) {
            return text("range.unknown");
        }
        if (min == null) {
            return text("range.up_to", max);
        }
        if (max == null) {
            return text("range.at_least", min);
        }
        return min.equals(max) ? number(min) : text("range.between", min, max);
    }

    /** A text from data, kept apart from the sentence that it is set into. */
    public String apart(String text) {
        return Bidi.isolated(text, isRightToLeft());
    }

    private String written(Object argument) {
        if (argument instanceof Long || argument instanceof Integer) {
            return number(((Number) argument).longValue());
        }
        if (argument instanceof LocalDate day) {
            return day(day);
        }
        if (argument instanceof YearMonth month) {
            return month(month);
        }
        return argument instanceof Instant instant ? instant(instant)
                : apart(String.valueOf(argument));
    }
}
