package org.harmregistry.reports.edition.api;

import java.util.List;

import org.harmregistry.kit.paging.Page;

/** A page of editions. */
public record EditionPage(List<EditionSummary> items, Page.Position page) {
}
