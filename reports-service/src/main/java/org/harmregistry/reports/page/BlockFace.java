package org.harmregistry.reports.page;

import java.util.List;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.MappedPlace;
import org.harmregistry.reports.picture.ChartDrawing;
import org.harmregistry.reports.picture.MapDrawing;
import org.harmregistry.reports.wording.Wording;

/**
 * A block as people see it.
 *
 * @param block the block
 * @param figures the figures that it shows
 * @param places the document's places
 * @param wording the language
 */
public record BlockFace(Block block, List<FigureFace> figures, List<MappedPlace> places, Wording wording) {

    public String kind() {
        return block.kind().word();
    }

    /** The chart or map as SVG, escaped by its writer; empty for other blocks. */
    public String svg() {
        if (block.map() != null) {
            return map().svg(length -> wording.text("map.scale", length), wording.isRightToLeft());
        }
        return block.chart() == null ? "" : ChartDrawing.svg(block.chart(), wording.isRightToLeft());
    }

    /** Whom to name for a map's outlines; empty if there are none. */
    public String mapCredit() {
        return block.map() == null ? "" : map().credit();
    }

    private MapDrawing map() {
        return new MapDrawing(block.map(), places);
    }
}
