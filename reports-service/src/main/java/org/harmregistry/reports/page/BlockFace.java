package org.harmregistry.reports.page;

import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.picture.ChartDrawing;

/**
 * A block as people see it.
 *
 * @param block the block
 * @param figures the figures that it shows
 * @param rightToLeft true if it is read from the right
 */
public record BlockFace(Block block, List<FigureFace> figures, boolean rightToLeft) {

    public String kind() {
        return block.kind().word();
    }

    /** The chart as SVG, escaped by its writer; empty for other blocks. */
    public String svg() {
        return block.chart() == null ? "" : ChartDrawing.svg(block.chart(), rightToLeft);
    }
}
