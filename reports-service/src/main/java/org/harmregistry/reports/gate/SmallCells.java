package org.harmregistry.reports.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Table;
import org.harmregistry.reports.figure.Figure;

/** No number singles out a person. */
@ApplicationScoped
class SmallCells implements GateRule {

    /** The parts of a figure's key that say that it counts people. */
    private static final Pattern PEOPLE = Pattern.compile("(^|[._-])(killed|injured|deaths|missing|victims|families|interviews|"
            + "children|women|men|girls|boys|people)([._-]|$)");
    private static final Pattern NUMBER = Pattern.compile("[\\p{Nd}][\\p{Nd},.\\u066C\\u00A0\\u202F]*");

    @Override
    public String name() {
        return "small-cells-1";
    }

    @Override
    public String text() {
        return "Where the definition sets gate.smallCellFloor: a figure that counts people and lies between 1 and the floor, "
                + "the floor itself not included, blocks; two people may override it. A numeric cell of a table that does is "
                + "warned of, since a table does not say whether it counts people. 0 is no person.";
    }

    @Override
    public List<Finding> check(GateEvidence evidence) {
        Integer floor = evidence.floors().smallCellFloor();
        List<Finding> found = new ArrayList<>();
        if (floor == null) {
            return found;
        }
        for (int i = 0; i < evidence.document().figures().size(); i++) {
            Figure figure = evidence.document().figures().get(i);
            if (PEOPLE.matcher(figure.key().toLowerCase(Locale.ROOT)).find() && isSmall(figure, floor)) {
                found.add(Finding.blocks(name(), "/figures/" + i, "The figure " + figure.key() + " counts fewer than " + floor
                        + " people.", true));
            }
        }
        for (int i = 0; i < evidence.document().sections().size(); i++) {
            List<Block> blocks = evidence.document().sections().get(i).blocks();
            for (int j = 0; j < blocks.size(); j++) {
                if (blocks.get(j).table() != null) {
                    cells("/sections/" + i + "/blocks/" + j + "/table", blocks.get(j).table(), floor, found);
                }
            }
        }
        return found;
    }

    /** A range counts as small if its upper end does: an unknown end may be anything. */
    private static boolean isSmall(Figure figure, int floor) {
        Long most = figure.value() != null ? figure.value() : figure.max();
        return most != null && most >= 1 && most < floor;
    }

    private void cells(String at, Table table, int floor, List<Finding> found) {
        for (int row = 0; row < table.rows().size(); row++) {
            List<String> cells = table.rows().get(row).cells();
            for (int cell = 0; cell < cells.size() && cell + 1 < table.columns().size(); cell++) {
                if (table.columns().get(cell + 1).numeric() && isSmall(cells.get(cell), floor)) {
                    found.add(Finding.warns(name(), at + "/rows/" + row + "/cells/" + cell,
                            "This cell is smaller than " + floor + "."));
                }
            }
        }
    }

    private static boolean isSmall(String cell, int floor) {
        if (!NUMBER.matcher(cell.trim()).matches()) {
            return false;
        }
        String digits = cell.codePoints().filter(Character::isDigit).map(point -> Character.digit(point, 10))
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
        return digits.length() < 9 && Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) < floor;
    }
}
