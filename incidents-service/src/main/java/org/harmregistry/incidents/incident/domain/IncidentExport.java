package org.harmregistry.incidents.incident.domain;

import org.harmregistry.kit.export.Export;
import org.harmregistry.kit.export.ExportFormat;
import org.harmregistry.kit.identity.Caller;

/** Port: how all incidents that match a filter are read one after the other. */
public interface IncidentExport {

    /** The export of what the caller may see, each record as the caller may see it. */
    Export of(Caller caller, IncidentFilter filter, ExportFormat format);
}
