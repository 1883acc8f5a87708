package dev.dateline.dashboard.deadletters;

import dev.dateline.common.model.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * One dead letter with its original bytes.
 *
 * @param message all of it
 * @param headers of the letter; values as escaped text, the first {@value #MAX_HEADERS}
 * @param bytes length of the original value
 * @param shown how many of these {@code hex} and {@code text} show
 * @param hex two digits for each byte
 * @param text the bytes as UTF-8, control characters and what is no UTF-8 escaped as <code>&#92;x1b</code>
 * @param redrivenTo absent when it was not redriven
 */
public record LetterDetail(
        LetterRow letter,
        String message,
        String originalKey,
        String pipelineVersion,
        Map<String, String> headers,
        int bytes,
        int shown,
        String hex,
        String text,
        String redrivenTo) {
    static final int MAX_SHOWN = 64 << 10;
    private static final int MAX_HEADERS = 50;
    private static final int MAX_HEADER = 1000;

    static LetterDetail of(ConsumerRecord<byte[], byte[]> record, DeadLetter letter, String redrivenTo) {
        byte[] value = letter.originalValue() == null ? new byte[0] : letter.originalValue();
        byte[] shown = Arrays.copyOf(value, Math.min(value.length, MAX_SHOWN));
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (headers.size() < MAX_HEADERS) {
                byte[] bytes = header.value() == null ? new byte[0] : header.value();
                headers.put(header.key(), EscapedText.of(Arrays.copyOf(bytes, Math.min(bytes.length, MAX_HEADER))));
            }
        }
        return new LetterDetail(
                LetterRow.of(
                        new LetterPosition(record.partition(), record.offset()),
                        Instant.ofEpochMilli(record.timestamp()),
                        letter),
                letter.message(),
                letter.originalKey() == null
                        ? null
                        : EscapedText.of(letter.originalKey().getBytes(StandardCharsets.UTF_8)),
                letter.pipelineVersion(),
                headers,
                value.length,
                shown.length,
                HexFormat.of().formatHex(shown),
                EscapedText.of(shown),
                redrivenTo);
    }
}
