package org.harmregistry.reports.reply;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.harmregistry.kit.paging.Page;

/** A page of questions. */
@Schema(name = "QuestionPage")
public record QuestionPage(List<QuestionView> items, Page.Position page) {
}
