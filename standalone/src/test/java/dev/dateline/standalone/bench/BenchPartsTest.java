package dev.dateline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.wire.Json;
import dev.dateline.enrich.Pipeline;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BenchPartsTest {
    private static final Instant NOW = Instant.parse("2026-04-14T09:00:00Z");

    @Test
    void percentilesAreValuesThatOccurred() {
        long[] hundred = LongStream.rangeClosed(1, 100).toArray();

        assertThat(LatencyRun.percentile(hundred, 50)).isEqualTo(50);
        assertThat(LatencyRun.percentile(hundred, 99)).isEqualTo(99);
        assertThat(LatencyRun.percentile(new long[] {7}, 50)).isEqualTo(7);
        assertThat(LatencyRun.percentile(new long[] {3, 9}, 99)).isEqualTo(9);
    }

    @Test
    void memoryIsReadInBytes() {
        List<String> status = List.of("Name:\tjava", "VmHWM:\t  204800 kB", "VmRSS:\t  102400 kB");

        assertThat(ProcessMemory.bytes(status, "VmRSS:")).isEqualTo(100L << 20);
        assertThat(ProcessMemory.bytes(status, "VmHWM:")).isEqualTo(200L << 20);
        assertThat(ProcessMemory.bytes(List.of(), "VmRSS:")).isNull();
    }

    @Test
    void articlesAreTheSameEveryTimeAndPassEveryStep() {
        List<RawArticle> articles = BenchArticles.articles(50, 1, NOW);

        assertThat(articles).hasSize(50).isEqualTo(BenchArticles.articles(50, 1, NOW));
        assertThat(new StepCosts(Pipeline.standard()).measure(articles).cpuMsPerArticle())
                .containsOnlyKeys(
                        "decode-record",
                        "extract-article",
                        "sketch-article",
                        "identify-article",
                        "tag-article",
                        "compose-event",
                        "write-json")
                .allSatisfy((step, millis) -> assertThat(millis).isPositive());
    }

    @Test
    void recordsHaveOneSizeAndHoldText() {
        List<RawArticle> articles = BenchArticles.articles(3, 1, NOW);

        List<byte[]> records = BenchArticles.records(articles, 10, 3072).toList();

        assertThat(records).hasSize(10).allMatch(record -> record.length == 3072);
        byte[] first = Json.bytes(articles.get(0));
        int whole = Math.min(first.length, 3072);
        assertThat(Arrays.copyOf(records.get(0), whole)).isEqualTo(Arrays.copyOf(first, whole));
    }
}
