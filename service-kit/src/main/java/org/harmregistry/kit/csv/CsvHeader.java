package org.harmregistry.kit.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.harmregistry.kit.json.JsonReading;
import org.harmregistry.kit.problem.CommonFailure;
import org.harmregistry.kit.problem.Failure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;

/** The header of a CSV that somebody sends: which column each cell of its lines belongs to. */
public final class CsvHeader {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final CsvReader.CsvReaderBuilder READER = CsvReader.builder();

    private final JsonReading json;
    private final List<CsvColumn> columns = new ArrayList<>();

    /**
     * @param line the first line, without its end
     * @throws Failure 400 if it names a column that is not there, or one twice
     */
    public CsvHeader(CsvColumns known, JsonReading json, String line) {
        this.json = json;
        Set<String> named = new HashSet<>();
        for (String name : cells(line)) {
            CsvColumn column = known.named(name.strip());
            if (column == null) {
                throw Failure.at(CommonFailure.UNKNOWN_FIELD, "",
                        "The first line names a column that is not known here: " + shortened(name) + ".");
            }
            if (!named.add(column.path())) {
                throw Failure.at(CommonFailure.DUPLICATE_KEY, column.pointer(), "The first line names this column twice.");
            }
            columns.add(column);
        }
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }

    /** The cells of one line, quotes undone. */
    private static List<String> cells(String line) {
        try {
            return READER.ofSingleCsvRecord(line).getFields();
        } catch (CsvParseException e) {
            throw Failure.at(CommonFailure.MALFORMED_REQUEST, "", "The line is not CSV as RFC 4180 has it.");
        }
    }

    /** True if the line holds HXL tags and no record: every cell is empty or begins with a hash. */
    public static boolean isTags(String line) {
        return line.indexOf('#') >= 0 && cells(line).stream().allMatch(cell -> cell.isEmpty() || cell.startsWith("#"));
    }

    /**
     * The JSON of a line. Empty cells are left out; what is not of its column's type is handed on as text, so that it is
     * refused where such JSON would be.
     *
     * @throws Failure 400 if the line has more or fewer cells than the header, or a cell's JSON is malformed
     */
    public byte[] json(String line) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw Failure.at(CommonFailure.MALFORMED_REQUEST, "",
                    "The line has " + cells.size() + " cells, the first line " + columns.size() + ".");
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                put(record, columns.get(i), cells.get(i));
            }
        }
        return record.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void put(ObjectNode record, CsvColumn column, String cell) {
        String[] path = column.path().split("\\.");
        ObjectNode at = record;
        for (int i = 0; i < path.length - 1; i++) {
            JsonNode next = at.get(path[i]);
            at = next instanceof ObjectNode object ? object : at.putObject(path[i]);
        }
        put(at, path[path.length - 1], column, cell);
    }

    private void put(ObjectNode at, String name, CsvColumn column, String cell) {
        String bare = cell.strip();
        switch (column.type()) {
            case TEXT -> at.put(name, CsvCell.unguarded(cell));
            case JSON -> at.set(name, json(column, cell));
            case NUMBER -> {
                if (NUMBER.matcher(bare).matches()) {
                    at.putRawValue(name, new RawValue(bare));
                } else {
                    at.put(name, cell);
                }
            }
            case BOOLEAN -> {
                String word = bare.toLowerCase(Locale.ROOT);
                if (word.equals("true") || word.equals("false")) {
                    at.put(name, word.equals("true"));
                } else {
                    at.put(name, cell);
                }
            }
        }
    }

    private JsonNode json(CsvColumn column, String cell) {
        try {
            return json.read(cell.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        } catch (Failure failure) {
            throw failure.below(column.pointer());
        }
    }
}
