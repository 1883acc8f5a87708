package dev.dateline.enrich.stream;

import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.CopyRule;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Neighbours;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The least round a band store: claims in, the article ids of the neighbours out. */
final class AskingTopology {
    static final String CLAIMS = "claims";
    static final String ANSWERS = "answers";
    static final String STORE = "members";

    private AskingTopology() {}

    static Topology of(Duration retention) {
        return new Topology()
                .addSource("read", Serdes.String().deserializer(), new ClaimSerde().deserializer(), CLAIMS)
                .addProcessor("ask", Asker::new, "read")
                .addStateStore(BandStore.builder(STORE, CopyRule.DEFAULT, retention), "ask")
                .addSink(
                        "answer",
                        ANSWERS,
                        Serdes.String().serializer(),
                        Serdes.String().serializer(),
                        "ask");
    }

    static String summary(Neighbours neighbours) {
        return "earlier "
                + neighbours.earlier().stream().map(Neighbour::articleId).toList() + " later "
                + neighbours.later().stream().map(Neighbour::articleId).toList();
    }

    private static final class Asker extends ContextualProcessor<String, Claim, String, String> {
        private BandStore store;

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            store = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, Claim> asked) {
            Neighbours neighbours = store.put(asked.value().member(), asked.timestamp());
            context().forward(asked.withValue(summary(neighbours)));
        }
    }
}
