package org.harmregistry.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

/** Who gets which page, by a clock that the test turns. */
class RecentPagesTest {

    private static final long MOMENT = Duration.ofSeconds(1).toNanos();

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 10);
    private final AtomicInteger made = new AtomicInteger();
    private final RecentPages pages = new RecentPages(Duration.ofSeconds(1)) {

        @Override
        long now() {
            return time.get();
        }
    };

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

    @Test
    void isSentAsItWasMade() {
        PreparedPage page = page("ض & more");
        assertThat(page.shared().html()).isEqualTo(page.html());
        assertThat(page.shared().html().toString()).contains("ض & more");
    }
}
