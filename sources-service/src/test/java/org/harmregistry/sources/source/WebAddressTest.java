package org.harmregistry.sources.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.harmregistry.sources.source.domain.WebAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
            "https://example.org/news/1 https://example.org/news/1",
            "HTTPS://Example.ORG/news/1 https://example.org/news/1",
            "https://example.org/news/1/ https://example.org/news/1",
            "https://example.org/news/1#top https://example.org/news/1",
            "https://example.org:443/news/1 https://example.org/news/1",
            "http://example.org:80/news/1 http://example.org/news/1",
            "https://example.org:8443/news/1 https://example.org:8443/news/1",
            "https://example.org/news/1?utm_source=x&utm_medium=y https://example.org/news/1",
            "https://example.org/news/1?UTM_Source=x https://example.org/news/1",
            "https://example.org/news?id=1&fbclid=abc&page=2 https://example.org/news?id=1&page=2",
            "https://example.org/News/1 https://example.org/News/1",
            "https://example.org/ https://example.org",
            "https://example.org https://example.org",
            "https://example.org/a%2Fb https://example.org/a%2Fb",
    })
    void addressesOfOnePageHaveOneForm(String given, String canonical) {
        assertThat(new WebAddress(given).canonical()).isEqualTo(canonical);
    }
}
