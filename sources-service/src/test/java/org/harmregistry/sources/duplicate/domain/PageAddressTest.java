package org.harmregistry.sources.duplicate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.harmregistry.sources.source.domain.WebAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {

    @ParameterizedTest
    @ValueSource(strings = { "https://example.org/news/1?id=7", "http://example.org/news/1?id=7",
            "https://www.example.org/news/1?id=7",
            "https://m.example.org/news/1?id=7&utm_source=app", "https://mobile.example.org/news/1/?id=7#top",
            "https://amp.example.org/news/1?id=7", "https://web.archive.org/web/20170702101530/https://example.org/news/1?id=7",
            "https://web.archive.org/web/20170702101530if_/http://www.example.org/news/1?id=7",
            "http://web.archive.org/web/2017*/example.org/news/1?id=7",
            "https://archive.ph/20170702/https://m.example.org/news/1?id=7" })
    void copiesOfAPageHaveOneAddress(String address) {
        assertThat(PageAddress.of(new WebAddress(address))).contains("example.org/news/1?id=7");
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://example.org/news/2?id=7", "https://example.org/news/1?id=8",
            "https://mexample.org/news/1?id=7",
            "https://news.example.org/news/1?id=7", "https://example.org:8443/news/1?id=7",
            "https://archive.org/details/example.org",
            "https://web.archive.org/web/20170702101530/https://example.org/news/1?id=8" })
    void otherPagesHaveOthers(String address) {
        assertThat(PageAddress.of(new WebAddress(address)).orElse("")).isNotEqualTo("example.org/news/1?id=7");
    }

    @Test
    void whatAnArchivesAddressHoldsMayBeNone() {
        assertThat(PageAddress.of(new WebAddress("https://web.archive.org/web/2017/http://user:word@example.org/"))).isEmpty();
        assertThat(PageAddress.of(new WebAddress("https://m.org/x"))).contains("m.org/x");
    }
}
