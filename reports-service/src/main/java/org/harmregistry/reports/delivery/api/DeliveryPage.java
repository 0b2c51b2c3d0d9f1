package org.harmregistry.reports.delivery.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** A page of deliveries. */
@Schema(name = "DeliveryPage")
public record DeliveryPage(List<DeliveryView> items, Page.Position page) {
}
