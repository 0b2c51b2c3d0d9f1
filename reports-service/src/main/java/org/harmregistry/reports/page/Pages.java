package org.harmregistry.reports.page;

import java.util.List;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The templates of the pages; what comes from data is escaped by the engine. */
@CheckedTemplate(basePath = "pages")
final class Pages {

    private Pages() {
    }

    static native TemplateInstance edition(Frame frame, EditionFace edition);

    static native TemplateInstance incident(Frame frame, IncidentFace incident);

    static native TemplateInstance search(Frame frame, SearchFace search);

    static native TemplateInstance log(Frame frame, LogFace log);

    static native TemplateInstance home(Frame frame, List<ReportFace> reports);

    static native TemplateInstance report(Frame frame, ReportFace report);

    static native TemplateInstance standing(Frame frame, String address);

    static native TemplateInstance replies(Frame frame, List<ReplyFace> replies, List<String> silences);

    static native TemplateInstance proof(Frame frame, ProofFace proof);

    static native TemplateInstance withdrawn(Frame frame, String lead, String text, String digest, ProofFace proof);

    static native TemplateInstance correctionDue(Frame frame, String text);

    static native TemplateInstance act(Frame frame, String text, String act);

    static native TemplateInstance message(Frame frame, String lead, String text);
}
