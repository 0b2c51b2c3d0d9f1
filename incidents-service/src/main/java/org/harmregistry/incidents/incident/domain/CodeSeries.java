package org.harmregistry.incidents.incident.domain;

/**
 * The series that an incident's code is counted in.
 *
 * @param country two letters of ISO 3166-1, {@code XX} while the country is unknown
 * @param year the year in which it happened
 */
public record CodeSeries(String country, int year) implements Comparable<CodeSeries> {

    static CodeSeries of(IncidentContent content) {
        String country = content.place() == null ? null : content.place().country();
        return new CodeSeries(country == null ? "XX" : country, content.occurred().from().getYear());
    }

    /** The code with a number of this series, such as {@code SY-2017-00042}. */
    public String code(long number) {
        return prefix() + "%05d".formatted(number);
    }

    boolean contains(String code) {
        return code.startsWith(prefix());
    }

    private String prefix() {
        return country + "-" + year + "-";
    }

    @Override
    public int compareTo(CodeSeries other) {
        int byCountry = country.compareTo(other.country);
        return byCountry != 0 ? byCountry : Integer.compare(year, other.year);
    }
}
