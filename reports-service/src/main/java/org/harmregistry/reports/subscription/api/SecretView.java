package org.harmregistry.reports.subscription.api;

import java.util.Base64;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The secrets that sign a subscription's webhooks now.
 *
 * @param secrets in the form of Standard Webhooks, whsec_ and Base64; the newest first, and the one before for as long as it
 *        signs as well
 */
@Schema(name = "SubscriptionSecret")
public record SecretView(List<String> secrets) {

    static SecretView of(List<byte[]> secrets) {
        return new SecretView(secrets.stream().map(secret -> "whsec_" + Base64.getEncoder().encodeToString(secret)).toList());
    }
}
