package org.harmregistry.kit.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of a collection's CSV, in the order of an export. An import takes any of them, in any order. */
public final class CsvColumns {

    /** A member of the JSON: a column, or an object with columns below it. */
    record Member(int column, Map<String, Member> members) {

        private static final int NONE = -1;

        static Member object() {
            return new Member(NONE, new HashMap<>());
        }

        boolean isColumn() {
            return column != NONE;
        }
    }

    private final List<CsvColumn> columns;
    private final Map<String, CsvColumn> byPath;
    private final Member root = Member.object();

    public CsvColumns(List<CsvColumn> columns) {
        this.columns = List.copyOf(columns);
        this.byPath = columns.stream().collect(Collectors.toUnmodifiableMap(CsvColumn::path, Function.identity()));
        for (int i = 0; i < columns.size(); i++) {
            place(columns.get(i).path().split("\\."), i);
        }
    }

    private void place(String[] path, int column) {
        Member at = root;
        for (int i = 0; i < path.length - 1; i++) {
            at = at.members().computeIfAbsent(path[i], name -> Member.object());
        }
        at.members().put(path[path.length - 1], new Member(column, Map.of()));
    }

    public List<CsvColumn> all() {
        return columns;
    }

    /** The column with this path, or {@code null}. */
    public CsvColumn named(String path) {
        return byPath.get(path);
    }

    Member root() {
        return root;
    }

    /** The first two lines of an export: paths, and HXL tags. */
    public String head() {
        return line(CsvColumn::path) + line(CsvColumn::hxl);
    }

    private String line(Function<CsvColumn, String> cell) {
        return columns.stream().map(cell).collect(Collectors.joining(",", "", CsvCell.LINE_END));
    }
}
