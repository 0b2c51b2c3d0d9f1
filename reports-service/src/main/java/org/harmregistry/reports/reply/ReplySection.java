package org.harmregistry.reports.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.harmregistry.reports.document.Block;
import org.harmregistry.reports.document.Fact;
import org.harmregistry.reports.document.Section;
import org.harmregistry.reports.wording.Wording;

/** The section of an edition in which the questions stand with their answers, or with the silence that followed. */
public final class ReplySection {

    private final Wording wording;
    private final Instant asOf;
    private final Map<String, String> names;

    /**
     * @param asOf the instant that the edition is true of: silence is stated only of what was due before its day
     * @param names names of parties by their slugs
     */
    public ReplySection(Wording wording, Instant asOf, Map<String, String> names) {
        this.wording = wording;
        this.asOf = asOf;
        this.names = Map.copyOf(names);
    }

    /** The section, for at least one question. */
    public Section write(List<Question> questions, List<Reply> replies) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(wording.text("replies.intro")));
        questions.forEach(question -> {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(wording.text("replies.question", question.sentOn(), name(question.party()), question.channel(),
                    question.dueOn()), question.text(), null, null));
            List<Reply> answers = replies.stream().filter(reply -> question.id().equals(reply.questionId())
                    && !reply.recordedAt().isAfter(asOf)).toList();
            answers.forEach(answer -> facts.add(answer(answer)));
            blocks.add(Block.facts(facts));
            if (answers.isEmpty()) {
                blocks.add(Block.note(silence(question)));
            }
        });
        return new Section("replies", wording.text("replies.heading"), blocks);
    }

    private Fact answer(Reply answer) {
        String heading = wording.text("replies.answer", answer.receivedOn(), name(answer.party()), answer.channel());
        return new Fact(heading, answer.isOpen() ? answer.text() : wording.text("replies.held"), null, null);
    }

    private String silence(Question question) {
        LocalDate day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        return day.isAfter(question.dueOn()) ? wording.text("replies.silence", name(question.party()), question.dueOn(), day)
                : wording.text("replies.awaited", name(question.party()), question.dueOn(), day);
    }

    private String name(String party) {
        return names.getOrDefault(party, party);
    }
}
