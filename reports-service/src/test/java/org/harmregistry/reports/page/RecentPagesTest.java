package org.harmregistry.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Who gets which page, by a clock that the test turns. */
class RecentPagesTest {

    private static final long MOMENT = Duration.ofSeconds(1).toNanos();

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 10);
    private final AtomicInteger made = new AtomicInteger();
    @TempDir
    Path directory;

    private RecentPages pages;

    @BeforeEach
    void begin() {
        pages = new RecentPages(Duration.ofSeconds(1), new FilesAtOnce(directory)) {

            @Override
            long now() {
                return time.get();
            }
        };
    }

    private String asked() {
        return html(pages.of("/editions/1", () -> Uni.createFrom().item(() -> page("page " + made.incrementAndGet())))
                .await().indefinitely());
    }

    private static PreparedPage page(String text) {
        return PreparedPage.of("<html><style>a</style>" + text + "</html>");
    }

    private static String html(PreparedPage page) {
        return page.html().toString().replaceAll("<style>.*</style>|</?html>", "");
    }

    @Test
    void isPutTogetherOnceInAMoment() {
        assertThat(asked()).isEqualTo("page 1");
        time.addAndGet(MOMENT - 1);
        assertThat(asked()).isEqualTo("page 1");
        time.addAndGet(1);
        assertThat(asked()).isEqualTo("page 2");
        assertThat(asked()).isEqualTo("page 2");
        time.addAndGet(5 * MOMENT);
        assertThat(asked()).isEqualTo("page 3");
    }

    @Test
    void isGivenForOneMoreMomentWhileTheNextIsMade() {
        assertThat(asked()).isEqualTo("page 1");
        time.addAndGet(MOMENT);
        AtomicInteger begun = new AtomicInteger();
        UniEmitter<?>[] slow = new UniEmitter<?>[1];
        pages.of("/editions/1", () -> Uni.createFrom().<PreparedPage> emitter(emitter -> {
            begun.incrementAndGet();
            slow[0] = emitter;
        })).subscribe().with(done -> {
        }, failed -> {
        });
        assertThat(begun.get()).isEqualTo(1);
        assertThat(asked()).isEqualTo("page 1");
        slow[0].fail(new IllegalStateException("no page"));
        assertThat(asked()).as("the next one tries").isEqualTo("page 2");
    }

    @Test
    void isNeverOlderThanTwoMoments() {
        assertThat(asked()).isEqualTo("page 1");
        time.addAndGet(MOMENT);
        pages.of("/editions/1", () -> Uni.createFrom().nothing()).subscribe().with(never -> {
        });
        assertThat(asked()).isEqualTo("page 1");
        time.addAndGet(MOMENT);
        assertThat(asked()).isEqualTo("page 2");
    }

    @Test
    void aPageThatSaysWhyThereIsNoneIsNotKept() {
        assertThat(asked()).isEqualTo("page 1");
        time.addAndGet(MOMENT);
        String gone = html(pages.of("/editions/1", () -> Uni.createFrom()
                .item(PreparedPage.unkept(410, "<html><style>a</style>gone</html>"))).await().indefinitely());
        assertThat(gone).isEqualTo("gone");
        assertThat(asked()).isEqualTo("page 2");
        assertThat(html(pages.of("/editions/2", () -> Uni.createFrom().item(page("other"))).await().indefinitely()))
                .isEqualTo("other");
    }

    private PageFile file() {
        RecentPages.Kept kept = pages.ready("/editions/1");
        return kept == null ? null : kept.file();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(path -> path.toString().contains(".html")).sorted().toList();
        }
    }

    @Test
    void liesInFilesAsItWasMade() throws IOException {
        assertThat(file()).isNull();
        pages.of("/editions/1", () -> Uni.createFrom().item(page("\u0636 & more"))).await().indefinitely();
        assertThat(Files.readString(file().plain())).isEqualTo("<html><style>a</style>\u0636 & more</html>");
        try (GZIPInputStream inflated = new GZIPInputStream(Files.newInputStream(file().gzipped()))) {
            assertThat(inflated.readAllBytes()).isEqualTo(Files.readAllBytes(file().plain()));
        }
        assertThat(asked()).as("from where the file lies").isEqualTo("\u0636 & more");
    }

    @Test
    void filesStayAsLongAsThePageDoesNotChange() throws IOException {
        Supplier<Uni<PreparedPage>> same = () -> Uni.createFrom().item(page("same"));
        pages.of("/editions/1", same).await().indefinitely();
        PageFile first = file();
        time.addAndGet(MOMENT);
        assertThat(file()).as("somebody is to make the next one").isNull();
        pages.of("/editions/1", same).await().indefinitely();
        assertThat(file()).isSameAs(first);
        time.addAndGet(MOMENT);
        asked();
        assertThat(file()).isNotSameAs(first);
        assertThat(files()).containsExactly(file().plain(), file().gzipped());
    }

    @Test
    void filesGoWithWhatIsGone() throws IOException {
        asked();
        time.addAndGet(MOMENT);
        pages.of("/editions/1", () -> Uni.createFrom().item(PreparedPage.unkept(410, "<html><style>a</style>gone</html>")))
                .await().indefinitely();
        assertThat(files()).isEmpty();
        for (int i = 0; i < 100; i++) {
            String text = "page " + i;
            pages.of("/editions/" + i, () -> Uni.createFrom().item(page(text))).await().indefinitely();
        }
        assertThat(files()).hasSize(2 * 32);
        time.addAndGet(2 * MOMENT);
        pages.sweep().await().indefinitely();
        assertThat(files()).isEmpty();
    }

    @Test
    void whereThereIsNoRoomItIsGivenFromMemory() throws IOException {
        Path full = Files.createFile(directory.resolve("no folder"));
        pages = new RecentPages(Duration.ofSeconds(1), new FilesAtOnce(full));
        assertThat(asked()).isEqualTo("page 1");
        assertThat(asked()).isEqualTo("page 1");
        assertThat(file()).isNull();
    }

    @Test
    void aFileThatIsNotThereAnyMoreIsWrittenAnew() throws IOException {
        asked();
        PageFile first = file();
        Files.delete(first.plain());
        pages.lost("/editions/1", first);
        assertThat(file()).isNull();
        assertThat(asked()).isEqualTo("page 2");
        assertThat(file().plain()).exists();
    }

    @Test
    void theNextProcessRemovesWhatALostOneLeft() throws IOException {
        Path left = Files.createDirectory(directory.resolve("registry-pages-left"));
        Files.createFile(left.resolve("lock"));
        Files.createFile(left.resolve("1.html"));
        Path young = Files.createDirectory(directory.resolve("registry-pages-young"));
        try (PageFolder folder = PageFolder.in(directory)) {
            assertThat(left).doesNotExist();
            assertThat(young).as("not locked yet").exists();
            try (PageFolder other = PageFolder.in(directory)) {
                assertThat(folder.path()).as("in use").exists();
                assertThat(other.path()).isNotEqualTo(folder.path());
            }
        }
    }
}
