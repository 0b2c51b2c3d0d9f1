package org.harmregistry.reports.definition.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;
import org.harmregistry.reports.registry.ExternalId;

/**
 * The case that a report on an acknowledgement gap opens with. All members may be absent; the report then says less.
 *
 * @param report external id of the researchers' report
 * @param article external id of the article in which the sides answer each other
 * @param letter external id of a letter of another party
 * @param town name of the place whose part is shown apart
 * @param rules rules of suspicion whose parts are shown apart and together
 * @param ruleTexts what each of these rules says, in full, for the report to publish; by the rule's name
 * @param knownOn days on which the gap is shown as it was known
 * @param gapPlace name of the place that published totals are about
 * @param gapPeriod months that published totals are about
 * @param commitmentDueOn due day of the promise that is followed
 */
public record ReportCase(ExternalId report, ExternalId article, ExternalId letter, String town, List<String> rules,
        Map<String, String> ruleTexts, List<LocalDate> knownOn, String gapPlace, Months gapPeriod, LocalDate commitmentDueOn) {

    public static final ReportCase NONE = new ReportCase(null, null, null, null, null, null, null, null, null,
            null);
    private static final int MAX_RULES = 10;
    private static final int MAX_DAYS = 50;
    private static final int MAX_RULE_TEXT = 2_000;

    public ReportCase {
        rules = listOf("/rules", rules, MAX_RULES);
        ruleTexts = textsOf(rules, ruleTexts);
        knownOn = listOf("/knownOn", knownOn, MAX_DAYS);
        rules.forEach(rule -> {
            if (!rule.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/rules", "A rule is named by lower-case letters, digits and -.");
            }
        });
    }

    private static Map<String, String> textsOf(List<String> rules, Map<String, String> given) {
        if (given == null) {
            return Map.of();
        }
        given.forEach((rule, text) -> {
            if (!rules.contains(rule)) {
                throw Failure.at(CommonFailure.INVALID_VALUE, "/ruleTexts", "A text stands for one of the rules named.");
            }
            if (text == null || text.isBlank() || text.length() > MAX_RULE_TEXT) {
                throw Failure.at(CommonFailure.TEXT_TOO_LONG, "/ruleTexts", "A rule's text has 1 to 2,000 characters.");
            }
        });
        return Map.copyOf(given);
    }

    private static <T> List<T> listOf(String pointer, List<T> given, int most) {
        if (given == null) {
            return List.of();
        }
        if (given.size() > most || given.contains(null)) {
            throw Failure.at(CommonFailure.INVALID_VALUE, pointer, "At most " + most + " entries, none of them null.");
        }
        return List.copyOf(given);
    }

    /**
     * Months, both included.
     *
     * @param from first month, YYYY-MM
     * @param to last month, YYYY-MM
     */
    public record Months(String from, String to) {

        public Months {
            if (month("/from", from).isAfter(month("/to", to))) {
                throw Failure.at(CommonFailure.RANGE_INVERTED, "/to", "The period ends before it begins.");
            }
        }

        private static YearMonth month(String pointer, String text) {
            try {
                return YearMonth.parse(text == null ? "" : text);
            } catch (DateTimeException e) {
                throw Failure.at(CommonFailure.INVALID_DATE, pointer, "No such month, or not in the form YYYY-MM.");
            }
        }
    }
}
