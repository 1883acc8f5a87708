package dev.dateline.standalone.docs;

import dev.dateline.common.runtime.ServiceContext;
import dev.dateline.common.topics.Topic;
import dev.dateline.enrich.EnrichSettings;
import dev.dateline.enrich.EnrichTopology;
import dev.dateline.enrich.Pipeline;
import dev.dateline.enrich.StreamsProperties;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.stream.StateStores;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The topics that Kafka Streams makes for the topology, read from the topology itself.
 *
 * @param applicationId the group's id, and the first part of their names
 */
record InternalTopics(String applicationId, List<Internal> topics) {

    /**
     * One of them.
     *
     * @param of the store or the repartition step that it belongs to
     * @param kept how long its records stay, in words
     */
    record Internal(String topic, String of, String kept) {}

    static InternalTopics of(ServiceContext context) {
        EnrichSettings settings = EnrichSettings.from(context.settings());
        String applicationId = StreamsProperties.of(context, settings).getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
        List<Internal> topics = new ArrayList<>();
        for (String step : repartitions(context, settings)) {
            topics.add(new Internal(applicationId + "-" + step + "-repartition", step, "until read"));
        }
        for (StoreBuilder<?> store : StateStores.all(settings.identityRetention(), settings.copies())) {
            if (store.loggingEnabled()) {
                String kept = store.build() instanceof WindowStore ? "compacted, time" : "compacted";
                topics.add(new Internal(applicationId + "-" + store.name() + "-changelog", store.name(), kept));
            }
        }
        return new InternalTopics(applicationId, List.copyOf(topics));
    }

    /** Sources that are not in the catalogue. */
    private static Set<String> repartitions(ServiceContext context, EnrichSettings settings) {
        TopologyDescription topology = new EnrichTopology(
                        context.topics(),
                        settings.identityRetention(),
                        settings.copies(),
                        Pipeline.standard(),
                        new StepMeter(context.metrics()),
                        () -> null)
                .get()
                .describe();
        Set<String> catalogue = context.topics().all().stream().map(Topic::name).collect(Collectors.toSet());
        return topology.subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(source -> ((TopologyDescription.Source) source).topicSet().stream())
                .filter(topic -> !catalogue.contains(topic))
                .map(topic -> topic.replaceFirst("-repartition$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
