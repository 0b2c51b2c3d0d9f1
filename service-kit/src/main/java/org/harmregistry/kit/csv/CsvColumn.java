package org.harmregistry.kit.csv;

/**
 * One column of a collection's CSV.
 *
 * @param path the member of the record's JSON, in dotted camelCase, such as {@code harm.killed.civilians.min}
 * @param type what its cells hold
 * @param hxl its HXL tag; empty if it has none
 */
public record CsvColumn(String path, CsvType type, String hxl) {

    public static CsvColumn text(String path, String hxl) {
        return new CsvColumn(path, CsvType.TEXT, hxl);
    }

    public static CsvColumn number(String path, String hxl) {
        return new CsvColumn(path, CsvType.NUMBER, hxl);
    }

    public static CsvColumn bool(String path, String hxl) {
        return new CsvColumn(path, CsvType.BOOLEAN, hxl);
    }

    public static CsvColumn json(String path, String hxl) {
        return new CsvColumn(path, CsvType.JSON, hxl);
    }

    /** The JSON pointer (RFC 6901) to the member. */
    String pointer() {
        return "/" + path.replace('.', '/');
    }
}
