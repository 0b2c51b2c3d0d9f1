package org.harmregistry.sources.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.harmregistry.sources.testing.Samples.altered;
import static org.harmregistry.sources.testing.Samples.bytes;
import static org.harmregistry.sources.testing.Samples.file;
import static org.harmregistry.sources.testing.Samples.find;
import static org.harmregistry.sources.testing.Samples.zip;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

import org.harmregistry.sources.capture.domain.CheckOutcome;
import org.harmregistry.sources.capture.domain.CheckResult;
import org.harmregistry.sources.capture.domain.WaczVerification;
import org.harmregistry.sources.capture.domain.WarcVerification;
import org.harmregistry.sources.inspection.domain.Deadline;
import org.harmregistry.sources.inspection.domain.FileBytes;
import org.junit.jupiter.api.Test;

class WebArchiveVerificationTest {

    /** By hand by ISO 28500; the digest is that of {@code printf hello | sha1sum}, in base 32. */
    private static final String RECORD = """
            WARC/1.0\r
            WARC-Type: resource\r
            WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r
            WARC-Date: 2017-06-25T18:00:00Z\r
            WARC-Target-URI: https://example.org/a\r
            %sContent-Type: text/plain\r
            Content-Length: 5\r
            \r
            hello\r
            \r
            """;
    private static final String BLOCK = "WARC-Block-Digest: sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N\r\n";

    @Test
    void aWholeWarcIsVerified() throws IOException {
        assertThat(warc(file("captures/page.warc"))).extracting(CheckResult::outcome, CheckResult::detail)
                .containsExactly(CheckOutcome.VERIFIED, "7 digests in 4 records match.");
        assertThat(warc(file("captures/page.warc.gz")).outcome()).isEqualTo(CheckOutcome.VERIFIED);
        assertThat(warc(bytes(RECORD.formatted(BLOCK))).outcome()).isEqualTo(CheckOutcome.VERIFIED);
    }

    @Test
    void oneByteAlteredIsFound() throws IOException {
        byte[] whole = file("captures/page.warc");
        assertThat(warc(altered(whole, find(whole, "page 1"))).outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(warc(altered(whole, find(whole, "page 2") + 50)).outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(warc(altered(whole, find(whole, "made for a test"))).outcome()).isEqualTo(CheckOutcome.FAILED);
        byte[] packed = file("captures/page.warc.gz");
        for (int at = 20; at < packed.length; at += 37) {
            assertThat(warc(altered(packed, at)).outcome()).as("byte " + at).isNotEqualTo(CheckOutcome.NOT_VERIFIABLE);
        }
        assertThat(warc(bytes(RECORD.formatted(BLOCK).replace("hello", "hellO"))).outcome()).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void aWarcThatBreaksOffIsFound() throws IOException {
        byte[] whole = file("captures/page.warc");
        assertThat(warc(Arrays.copyOf(whole, whole.length - 100)).outcome()).isEqualTo(CheckOutcome.FAILED);
        byte[] packed = file("captures/page.warc.gz");
        assertThat(warc(Arrays.copyOf(packed, packed.length - 50)).outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(warc(bytes("no archive at all")).outcome()).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void aWarcWithoutDigestsCannotBeVerified() throws IOException {
        assertThat(warc(bytes(RECORD.formatted(""))).outcome()).isEqualTo(CheckOutcome.NOT_VERIFIABLE);
    }

    @Test
    void aWholeWaczIsVerified() throws IOException {
        assertThat(wacz(file("captures/page.wacz"))).extracting(CheckResult::outcome, CheckResult::detail).containsExactly(
                CheckOutcome.VERIFIED, "The digests of 2 resources match, and what 1 archives state of themselves.");
    }

    @Test
    void oneByteAlteredInAWaczIsFound() throws IOException {
        byte[] whole = file("captures/page.wacz");
        int data = find(whole, "archive/page.warc.gz") + 20;
        for (int at = data; at < data + 1200; at += 61) {
            assertThat(wacz(altered(whole, at)).outcome()).as("byte " + at).isEqualTo(CheckOutcome.FAILED);
        }
    }

    @Test
    void aWaczThatHoldsMoreOrLessThanItListsIsFound() throws IOException {
        byte[] warc = file("captures/page.warc.gz");
        String list = "{\"resources\": [{\"path\": \"archive/a.warc.gz\", \"hash\": \"sha256:%s\", \"bytes\": %d}]}";
        String digest = "e0c7b1b6b7aa5f0b8f2f2c3f0f6d6c6e7a1d0c9b8a7f6e5d4c3b2a1908f7e6d5";
        assertThat(wacz(zip("archive/a.warc.gz", warc, "datapackage.json", list.formatted(digest, warc.length))).outcome())
                .isEqualTo(CheckOutcome.FAILED);
        assertThat(wacz(zip("pages/p", "x", "datapackage.json", list.formatted(digest, 1))).outcome())
                .isEqualTo(CheckOutcome.FAILED);
        assertThat(wacz(zip("archive/a.warc.gz", warc, "datapackage.json", "{\"resources\": []}")).outcome())
                .isEqualTo(CheckOutcome.NOT_VERIFIABLE);
        assertThat(wacz(zip("archive/a.warc.gz", warc, "datapackage.json", "{\"resources\"")).outcome())
                .isEqualTo(CheckOutcome.FAILED);
        // sha256 of nothing
        String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        String listed = "{\"resources\": [{\"path\": \"pages/p\", \"hash\": \"sha256:" + empty + "\", \"bytes\": 0}]}";
        assertThat(wacz(zip("pages/p", "", "datapackage.json", listed)).outcome()).isEqualTo(CheckOutcome.VERIFIED);
        assertThat(wacz(zip("pages/p", "", "archive/b.warc", "x", "datapackage.json", listed)).outcome())
                .isEqualTo(CheckOutcome.FAILED);
    }

    private static CheckResult warc(byte[] bytes) throws IOException {
        return WarcVerification.verify(of(bytes));
    }

    private static CheckResult wacz(byte[] bytes) throws IOException {
        return WaczVerification.verify(of(bytes));
    }

    private static FileBytes of(byte[] bytes) {
        return FileBytes.of(bytes, Deadline.in(Duration.ofSeconds(20)));
    }
}
