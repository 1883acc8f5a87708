package dev.dateline.standalone.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.common.runtime.KafkaSettings;
import dev.dateline.common.topics.Topic;
import dev.dateline.standalone.TopicReader;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a careful consumer knows once it has read everything as committed.
 *
 * @param originals every article that came out, and its original: itself when it has an event
 * @param revisions of the articles that have an event: the latest one
 * @param refused step, reason and place in the raw topic of each dead letter
 * @param withdrawals events that were withdrawn on the way
 */
record FinalAssignments(
        SortedMap<String, String> originals,
        SortedMap<String, Integer> revisions,
        SortedSet<String> refused,
        int withdrawals) {

    /** Reads all outputs; fails when something was told twice, or an article is both an event and a copy. */
    static FinalAssignments read(KafkaSettings kafka) {
        SortedMap<String, Integer> revisions = new TreeMap<>();
        int withdrawals = readEvents(kafka, revisions);
        SortedMap<String, String> originals = copies(kafka);
        assertThat(originals.keySet())
                .as("articles that are copies and have an event that is not withdrawn")
                .doesNotContainAnyElementsOf(revisions.keySet());
        assertThat(revisions.keySet()).as("the copies' originals").containsAll(originals.values());
        revisions.keySet().forEach(article -> originals.put(article, article));
        return new FinalAssignments(originals, revisions, refused(kafka), withdrawals);
    }

    /** Keeps the revision of every article whose event holds; how many were withdrawn. */
    private static int readEvents(KafkaSettings kafka, Map<String, Integer> published) {
        int withdrawals = 0;
        Map<String, String> last = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record :
                records(kafka, kafka.topics().events())) {
            JsonNode event = TopicReader.json(record);
            int revision = event.get("revision").asInt();
            String status = event.get("status").asText();
            String told = "revision " + revision + " " + status;
            // An article may be withdrawn and come back; what is told next must be something else.
            assertThat(told).as("event of %s", record.key()).isNotEqualTo(last.put(record.key(), told));
            if (status.equals("withdrawn")) {
                published.remove(record.key());
                withdrawals++;
            } else {
                published.put(record.key(), revision);
            }
        }
        return withdrawals;
    }

    private static SortedMap<String, String> copies(KafkaSettings kafka) {
        SortedMap<String, String> originals = new TreeMap<>();
        Map<String, Integer> versions = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record :
                records(kafka, kafka.topics().duplicates())) {
            if (record.value() == null) {
                originals.remove(record.key());
                continue;
            }
            JsonNode copy = TopicReader.json(record);
            int version = copy.get("version").asInt();
            Integer before = versions.put(record.key(), version);
            assertThat(version)
                    .as("version of the assignment of %s, after %s", record.key(), before)
                    .isGreaterThan(before == null ? 0 : before);
            originals.put(record.key(), copy.get("original_id").asText());
        }
        return originals;
    }

    private static SortedSet<String> refused(KafkaSettings kafka) {
        SortedSet<String> refused = new TreeSet<>();
        for (ConsumerRecord<String, byte[]> record :
                records(kafka, kafka.topics().deadLetters())) {
            JsonNode letter = TopicReader.json(record);
            String what =
                    letter.get("step").asText() + " " + letter.get("reason").asText() + " "
                            + letter.get("origin_partition").asInt() + "@"
                            + letter.get("origin_offset").asLong();
            assertThat(refused.add(what)).as("%s told twice", what).isTrue();
        }
        return refused;
    }

    private static Iterable<ConsumerRecord<String, byte[]>> records(KafkaSettings kafka, Topic<?> topic) {
        return TopicReader.read(kafka.bootstrapServers(), topic);
    }
}
