package org.harmregistry.sources.citation.domain;

import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.identity.Caller;

/** How all citations that match a filter are read one after the other. */
public interface CitationExport {

    /** The export of what the caller may see; names of the dead as in a citation. */
    Export of(Caller caller, CitationFilter filter, ExportFormat format);
}
