package org.harmregistry.reports.subscription.api;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** A page of subscriptions. */
@Schema(name = "SubscriptionPage")
public record SubscriptionPage(List<SubscriptionView> items, Page.Position page) {
}
