package dev.dateline.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Place;
import dev.dateline.enrich.near.SampleMembers;
import dev.dateline.enrich.sketch.Sketch;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberSerdeTest {
    private static final String TOPIC = "claims";
    private final ClaimSerde claims = new ClaimSerde();
    private final MemberSerde members = new MemberSerde();

    @ParameterizedTest
    @ValueSource(strings = {"0a1b2c3d4e5f6g7h8i9jaabbcc", "tag:example.org,2026:1", "", "ключ-статьи", "0"})
    void givesBackWhatItTook(String articleId) {
        Sketch sketch = new Sketch(1, new byte[] {-1, 0, 1}, new int[] {Integer.MIN_VALUE, 7}, new int[] {3, -3});
        Member member = new Member(
                new Place(Instant.parse("2026-03-01T00:00:00.123456789Z"), Instant.MAX, articleId), 3, 11, sketch);

        Claim claim =
                claims.deserializer().deserialize(TOPIC, claims.serializer().serialize(TOPIC, new Claim(7, member)));
        KeptMember kept = members.deserializer()
                .deserialize(TOPIC, members.serializer().serialize(TOPIC, new KeptMember(member, 1234L)));

        assertThat(claim).usingRecursiveComparison().isEqualTo(new Claim(7, member));
        assertThat(kept).usingRecursiveComparison().isEqualTo(new KeptMember(member, 1234L));
    }

    @Test
    void takesAboutTheBytesOfTheSketch() {
        byte[] bytes = claims.serializer().serialize(TOPIC, new Claim(0, SampleMembers.member(1, 1)));

        assertThat(bytes).hasSize(128 + 64 * Integer.BYTES + 16 + 2 * 12 + 3 * Integer.BYTES + 9 + 4 * 2);
    }

    @Test
    void keepsATombstone() {
        assertThat(members.serializer().serialize(TOPIC, null)).isNull();
        assertThat(members.deserializer().deserialize(TOPIC, null)).isNull();
        assertThat(claims.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void refusesEveryPartOfAClaim() {
        byte[] bytes = claims.serializer().serialize(TOPIC, new Claim(0, SampleMembers.member(1, 1)));

        for (int length = 0; length < bytes.length; length++) {
            byte[] part = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> claims.deserializer().deserialize(TOPIC, part))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("not a claim: its %d bytes end before it does", length);
        }
    }

    @Test
    void saysWhatIsWrong() {
        byte[] bytes = claims.serializer().serialize(TOPIC, new Claim(0, SampleMembers.member(1, 1)));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 2);
        byte[] newer = bytes.clone();
        newer[0] = 2;
        byte[] negative = bytes.clone();
        negative[1] = -1;

        assertRefused(longer, "not a claim: 2 bytes follow its end at byte " + bytes.length);
        assertRefused(newer, "not a claim: format version 2, known is 1");
        assertRefused(negative, "not a claim: no band partition has the number -72057594037927936");
    }

    @Test
    void refusesATextWithoutShingles() {
        Member member = SampleMembers.member(1, 1);
        Member none = new Member(member.place(), 1, 0, new Sketch(0, new byte[0], new int[0], new int[0]));

        assertRefused(
                claims.serializer().serialize(TOPIC, new Claim(0, none)),
                "not a claim: a text has at least one shingle, not 0");
    }

    @Test
    void refusesAnInstantThatThereIsNone() {
        byte[] bytes = claims.serializer().serialize(TOPIC, new Claim(0, SampleMembers.member(1, 1)));
        int publishedAt = 1 + 8 + 2 + 16;
        bytes[publishedAt] = 0x7f;

        assertThatThrownBy(() -> claims.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("not a claim: ");
    }

    private void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> claims.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(SerializationException.class)
                .hasMessage(message);
    }
}
