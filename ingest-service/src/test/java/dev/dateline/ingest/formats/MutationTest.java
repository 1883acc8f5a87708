package dev.dateline.ingest.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.common.http.ProblemException;
import dev.dateline.ingest.read.ArticleRules;
import dev.dateline.ingest.read.FormatReader;
import dev.dateline.ingest.read.MediaType;
import dev.dateline.ingest.read.Reading;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Damaged documents are read or refused, never more. {@code -Dmutations=20000} tries more, {@code -Dmutations.seed} others; a failure
 * names both.
 */
class MutationTest {
    private static final int COUNT = Integer.getInteger("mutations", 3000);
    private static final long SEED = Long.getLong("mutations.seed", 20260504);
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<String> CHARSETS = List.of(
            "utf-8", "utf-16", "utf-16le", "iso-8859-1", "shift_jis", "iso-2022-jp", "utf-32", "ibm037", "nonsense");
    private static final String LAUGHS =
            "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;\">"
                    + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";

    @Test
    void aDamagedDocumentIsReadOrRefused() {
        List<Path> samples = Samples.all();
        List<byte[]> originals = samples.stream().map(Samples::bytes).toList();
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < COUNT; i++) {
            int sample = i % samples.size();
            byte[] damaged = originals.get(sample);
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                damaged = damage(damaged, originals.get(random.nextInt(originals.size())), random);
            }
            MediaType type = random.nextInt(4) == 0
                    ? new MediaType(
                            Samples.genericType(samples.get(sample)).name(),
                            CHARSETS.get(random.nextInt(CHARSETS.size())))
                    : Samples.genericType(samples.get(sample));
            read += tried(samples.get(sample), damaged, type, i) ? 1 : 0;
        }
        assertThat(read).as("documents that are still read").isPositive();
    }

    private static String opening(byte[] damaged) {
        return new String(damaged, 0, Math.min(damaged.length, 400), StandardCharsets.ISO_8859_1);
    }

    /** Whether any article came of it. */
    private static boolean tried(Path sample, byte[] damaged, MediaType type, int number) {
        FormatReader reader = Samples.reader(damaged, type);
        FormatReader own = Formats.all().readers().stream()
                .filter(one ->
                        one.name().equals(sample.getParent().getFileName().toString()))
                .findFirst()
                .orElseThrow();
        boolean read = false;
        for (FormatReader one : reader == null || reader == own ? List.of(own) : List.of(own, reader)) {
            try {
                List<Reading> readings = one.read(Samples.document(damaged, type));
                assertThat(readings).isNotEmpty();
                read |= readings.stream().anyMatch(MutationTest::admitted);
            } catch (ProblemException e) {
                assertThat(e.problem().status()).isBetween(400, 499);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(
                        "mutation %d of seed %d, -Dmutations=%d (%s, reader %s): %s"
                                .formatted(number, SEED, COUNT, sample.getFileName(), one.name(), opening(damaged)),
                        e);
            }
        }
        return read;
    }

    private static boolean admitted(Reading reading) {
        if (!(reading instanceof Reading.Article article)) {
            return false;
        }
        try {
            return ArticleRules.admit(article.draft(), "application/json", NOW, null)
                            .articleId()
                    != null;
        } catch (ProblemException e) {
            return false;
        }
    }

    private static byte[] damage(byte[] bytes, byte[] other, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, at + random.nextInt(60));
        return switch (random.nextInt(9)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> swapped(bytes, random);
            case 2 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            case 3 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 4 -> joined(bytes, at, "[{\"a\":".repeat(random.nextInt(400)).getBytes(StandardCharsets.UTF_8));
            case 5 -> joined(bytes, at, "<p>".repeat(random.nextInt(400)).getBytes(StandardCharsets.UTF_8));
            case 6 ->
                joined(
                        LAUGHS.getBytes(StandardCharsets.UTF_8),
                        joined(bytes, at, "&b;&x;&nbsp;".getBytes(StandardCharsets.UTF_8)));
            case 7 ->
                joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, Math.min(other.length, at), other.length));
            default ->
                new String(bytes, StandardCharsets.UTF_8)
                        .getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] swapped(byte[] bytes, Random random) {
        byte[] swapped = bytes.clone();
        for (int i = 0; i < 8 && bytes.length > 0; i++) {
            swapped[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return swapped;
    }

    private static byte[] joined(byte[] bytes, int at, byte[] inserted) {
        return joined(joined(Arrays.copyOf(bytes, at), inserted), Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
