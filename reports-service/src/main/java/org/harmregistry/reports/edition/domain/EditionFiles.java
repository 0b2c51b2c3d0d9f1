package org.harmregistry.reports.edition.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.harmregistry.reports.archive.Archive;
import org.harmregistry.reports.document.ReportDocument;
import org.harmregistry.reports.run.domain.RunAttempt;
import org.harmregistry.reports.run.domain.RunAttempts;
import org.harmregistry.reports.run.domain.RunStep;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Writes an edition's files, each format in each language, and keeps them in the archive. */
@ApplicationScoped
public class EditionFiles {

    private final RenderingWorkers workers;
    private final Archive archive;
    private final RunAttempts attempts;
    private final List<FileFormat> formats;

    EditionFiles(RenderingWorkers workers, Archive archive, RunAttempts attempts, Instance<FileFormat> formats) {
        this.workers = workers;
        this.attempts = attempts;
        this.archive = archive;
        this.formats = formats.stream().sorted(Comparator.comparing(FileFormat::name)).toList();
    }

    private record Task(int place, FileFormat format, EditionDocument document) {
    }

    private record Kept(int place, EditionFile file) {
    }

    /** The files in the order of languages and formats; if one of them cannot be written, none is there. */
    Uni<List<EditionFile>> make(EditionDocument first, List<ReportDocument.Translation> translations, RunAttempt attempt) {
        return workers.on(() -> tasks(first, translations))
                .call(tasks -> attempts.enter(attempt, RunStep.RENDERING, (long) tasks.size()))
                .chain(tasks -> write(tasks, attempt));
    }

    private Uni<List<EditionFile>> write(List<Task> tasks, RunAttempt attempt) {
        Map<Boolean, List<Task>> byWeight = tasks.stream().collect(Collectors.partitioningBy(task -> task.format().isHeavy()));
        return Multi.createBy().merging().streams(
                Multi.createFrom().iterable(byWeight.get(true))
                        .onItem().transformToUniAndConcatenate(task -> keep(task, attempt)),
                Multi.createFrom().iterable(byWeight.get(false))
                        .onItem().transformToUni(task -> keep(task, attempt)).merge(Math.max(1, workers.threads() - 1)))
                .collect().asList()
                .map(kept -> kept.stream().sorted(Comparator.comparingInt(Kept::place)).map(Kept::file).toList());
    }

    private List<Task> tasks(EditionDocument first, List<ReportDocument.Translation> translations) {
        List<EditionDocument> documents = new ArrayList<>(List.of(first));
        translations.forEach(translation -> documents.add(first.in(translation)));
        List<Task> tasks = new ArrayList<>();
        documents.forEach(document -> formats.forEach(format -> tasks.add(new Task(tasks.size(), format, document))));
        return tasks;
    }

    private Uni<Kept> keep(Task task, RunAttempt attempt) {
        String type = task.format().mediaType();
        return workers.on(() -> {
            attempt.writes(task.format().name(), task.document().language());
            return task.format().write(task.document());
        }).chain(bytes -> archive.keep(bytes, type).invoke(attempt::advance).map(digest -> new Kept(task.place(),
                new EditionFile(task.format().name(), task.document().language(), type, digest, bytes.length))));
    }
}
