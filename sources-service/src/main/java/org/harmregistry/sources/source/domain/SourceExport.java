package org.harmregistry.sources.source.domain;

import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.identity.Caller;

/** How all sources that match a filter are read one after the other. */
public interface SourceExport {

    /** The export of what the caller may see, texts by digest. */
    Export of(Caller caller, SourceFilter filter, ExportFormat format);
}
