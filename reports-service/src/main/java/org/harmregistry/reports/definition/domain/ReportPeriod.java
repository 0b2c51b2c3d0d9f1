package org.harmregistry.reports.definition.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The period that an edition is about: whole days, both ends included. A calendar month is written {@code 2018-06}, any other
 * period with its two days.
 *
 * @param month the month, if the period is one
 * @param from first day
 * @param to last day
 * @param label a name given to the period; may be absent
 */
public record ReportPeriod(YearMonth month, LocalDate from, LocalDate to, String label) {

    private static final int MAX_LABEL = 200;

    public ReportPeriod {
        if (from.isAfter(to)) {
            throw Failure.at(CommonFailure.RANGE_INVERTED, "/to", "The period ends before it begins.");
        }
        if (label != null && (label.isBlank() || label.length() > MAX_LABEL)) {
            throw Failure.at(CommonFailure.TEXT_TOO_LONG, "/label", "A label has 1 to " + MAX_LABEL + " characters.");
        }
    }

    public static ReportPeriod of(YearMonth month) {
        return new ReportPeriod(month, month.atDay(1), month.atEndOfMonth(), null);
    }

    /** Reads both forms; a fault is named with its place. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReportPeriod read(JsonNode node) {
        if (node != null && node.isTextual()) {
            return of(monthOf(node.textValue()));
        }
        if (node == null || !node.isObject()) {
            throw Failure.at(CommonFailure.WRONG_TYPE, "", "A period is a month such as 2018-06, or {from, to, label?}.");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!name.equals("from") && !name.equals("to") && !name.equals("label")) {
                throw Failure.at(CommonFailure.UNKNOWN_FIELD, "/" + name, "This field is not known here.");
            }
        });
        JsonNode label = node.get("label");
        if (label != null && !label.isTextual() && !label.isNull()) {
            throw Failure.at(CommonFailure.WRONG_TYPE, "/label", "A label is a text.");
        }
        return new ReportPeriod(null, dayOf(node, "from"), dayOf(node, "to"), label == null ? null : label.textValue());
    }

    private static YearMonth monthOf(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Failure.at(CommonFailure.INVALID_DATE, "", "No such month, or not in the form YYYY-MM.");
        }
    }

    private static LocalDate dayOf(JsonNode node, String name) {
        JsonNode day = node.get(name);
        if (day == null || day.isNull()) {
            throw Failure.at(CommonFailure.MISSING_FIELD, "/" + name, "A period has a first and a last day.");
        }
        try {
            return LocalDate.parse(day.isTextual() ? day.textValue() : "");
        } catch (DateTimeException e) {
            throw Failure.at(CommonFailure.INVALID_DATE, "/" + name, "No such date, or not in the form YYYY-MM-DD.");
        }
    }

    /** As it was written. */
    @JsonValue
    public JsonNode written() {
        if (month != null) {
            return JsonNodeFactory.instance.textNode(month.toString());
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("from", from.toString()).put("to", to.toString());
        return label == null ? object : object.put("label", label);
    }

    /** The period's name in addresses: the month, or both days as an ISO 8601 interval with two hyphens. */
    public String key() {
        return month != null ? month.toString() : from + "--" + to;
    }
}
