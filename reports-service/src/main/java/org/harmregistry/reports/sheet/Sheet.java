package org.harmregistry.reports.sheet;

import org.dhatim.fastexcel.Worksheet;

/** One sheet, written row by row. */
final class Sheet {

    private static final double NARROW = 14;
    private static final double WIDE = 60;

    private final Worksheet sheet;
    private int row = -1;
    private int column;

    Sheet(Worksheet sheet, boolean rightToLeft) {
        this.sheet = sheet;
        if (rightToLeft) {
            sheet.rightToLeft();
        }
    }

    Sheet row() {
        row++;
        column = 0;
        return this;
    }

    /** A text, never a formula. */
    Sheet text(String text) {
        if (text != null && !text.isEmpty()) {
            sheet.value(row, column, SheetText.of(text));
            sheet.style(row, column).wrapText(true).verticalAlignment("top").set();
        }
        column++;
        return this;
    }

    Sheet heading(String text) {
        sheet.value(row, column, SheetText.of(text));
        sheet.style(row, column).bold().wrapText(true).verticalAlignment("top").set();
        column++;
        return this;
    }

    Sheet number(Number number) {
        if (number != null) {
            sheet.value(row, column, number);
            sheet.style(row, column).verticalAlignment("top").set();
        }
        column++;
        return this;
    }

    /** Keeps the rows so far, and the first column, in sight. */
    void freeze() {
        sheet.freezePane(1, row + 1);
    }

    void wide(int... columns) {
        for (int wide : columns) {
            sheet.width(wide, WIDE);
        }
    }

    void narrow(int from, int to) {
        for (int at = from; at <= to; at++) {
            sheet.width(at, NARROW);
        }
    }
}
