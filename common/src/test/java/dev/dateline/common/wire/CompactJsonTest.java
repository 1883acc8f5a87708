package dev.dateline.common.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class CompactJsonTest {
    record Berth(String harbour, int number) {}

    record Call(String ship, Instant at, List<Berth> berths, Double draught) {}

    private static final Serde<Call> SERDE = JsonSerde.compact(Call.class);

    private static Call read(String json) {
        return SERDE.deserializer().deserialize("calls", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void recordsAreArraysAndTimesAreMilliseconds() {
        Call call = new Call("Marrow", Instant.ofEpochMilli(1234), List.of(new Berth("Leven", 3)), 4.5);
        byte[] bytes = SERDE.serializer().serialize("calls", call);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("[\"Marrow\",1234,[[\"Leven\",3]],4.5]");
        assertThat(SERDE.deserializer().deserialize("calls", bytes)).isEqualTo(call);
    }

    @Test
    void anOlderValueHasNullForWhatWasAddedAtTheEnd() {
        assertThat(read("[\"Marrow\",1234,[]]"))
                .isEqualTo(new Call("Marrow", Instant.ofEpochMilli(1234), List.of(), null));
    }

    @Test
    void otherBytesAreNoRecordAndAreNotRepeatedInTheMessage() {
        assertThatThrownBy(() -> read("\"secret\""))
                .isInstanceOf(SerializationException.class)
                .hasMessage("not a Call on calls");
        assertThat(SERDE.deserializer().deserialize("calls", null)).isNull();
    }
}
