package org.harmregistry.reports.delivery.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.harmregistry.kit.paging.CursorCodec;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a webhook carries: type, timestamp and data as Standard Webhooks recommends, thin, so that the receiver fetches
 * the edition with its own rights; and a cursor to replay from.
 */
@ApplicationScoped
public class WebhookMessage {

    /** What cursors of announcements are bound to. */
    public static final String CURSORS = "announcements";

    private final ObjectMapper mapper;
    private final CursorCodec cursors;
    private final PublicUrl publicUrl;

    public WebhookMessage(ObjectMapper mapper, CursorCodec cursors, PublicUrl publicUrl) {
        this.mapper = mapper;
        this.cursors = cursors;
        this.publicUrl = publicUrl;
    }

    /** The body, in UTF-8; the same each time it is sent. */
    public byte[] body(Announcement announcement) {
        ObjectNode body = mapper.createObjectNode().put("type", announcement.occasion().word())
                .put("timestamp", announcement.at().toString());
        ObjectNode data = body.putObject("data");
        if (announcement.edition() != null) {
            data.put("edition", announcement.edition().toString()).put("report", announcement.report())
                    .put("period", announcement.periodKey()).put("number", announcement.number())
                    .put("href", publicUrl.of("/api/v1/editions/" + announcement.edition()));
        }
        return body.put("cursor", cursor(announcement)).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Where a reader stands that has got this and all before. */
    public String cursor(Announcement announcement) {
        return cursors.encode(CURSORS, List.of(Long.toString(announcement.id()), announcement.messageId().toString()));
    }
}
