package org.harmregistry.reports.definition.api;

import java.util.List;

import org.harmregistry.kit.paging.Page;

/** A page of definitions. */
public record DefinitionPage(List<DefinitionView> items, Page.Position page) {
}
