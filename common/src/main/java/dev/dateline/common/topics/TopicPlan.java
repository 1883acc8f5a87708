package dev.dateline.common.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The difference between the catalogue and a cluster, and how to close it. Applying never deletes a topic, never shrinks one and
 * never changes the partition count of one that exists: that would move articles away from their state.
 */
public record TopicPlan(List<Step> steps) {
    private static final Logger LOG = LoggerFactory.getLogger(TopicPlan.class);

    /** One thing that differs. */
    public sealed interface Step {
        String topic();

        /** What will be done, or what an operator has to do, in one line. */
        String describe();

        /** The topic is missing and will be created. */
        record Create(Topic<?> wanted) implements Step {
            @Override
            public String topic() {
                return wanted.name();
            }

            @Override
            public String describe() {
                return "create with " + wanted.partitions() + " partitions, " + new TreeMap<>(wanted.config());
            }
        }

        /** A setting differs and will be set. */
        record Set(String topic, String name, String from, String to) implements Step {
            @Override
            public String describe() {
                return "set " + name + " from " + from + " to " + to;
            }
        }

        /** The partition count differs: left alone, an operator's decision. */
        record Repartition(String topic, int from, int to) implements Step {
            @Override
            public String describe() {
                return "has " + from + " partitions, configured are " + to
                        + ": not changed here; set dateline.kafka.partitions=" + from
                        + ", or create a new set of topics with another prefix and replay";
            }
        }
    }

    /** Compares; reads only. */
    public static TopicPlan of(Admin admin, Topics topics) {
        java.util.Set<String> names = get(admin.listTopics().names());
        List<String> present =
                topics.all().stream().map(Topic::name).filter(names::contains).toList();
        Map<String, TopicDescription> described =
                get(admin.describeTopics(present).allTopicNames());
        Map<ConfigResource, Config> configs = get(
                admin.describeConfigs(present.stream().map(TopicPlan::resource).toList())
                        .all());
        List<Step> steps = new ArrayList<>();
        for (Topic<?> topic : topics.all()) {
            TopicDescription found = described.get(topic.name());
            if (found == null) {
                steps.add(new Step.Create(topic));
                continue;
            }
            if (found.partitions().size() != topic.partitions()) {
                steps.add(new Step.Repartition(topic.name(), found.partitions().size(), topic.partitions()));
            }
            Config config = configs.get(resource(topic.name()));
            new TreeMap<>(topic.config()).forEach((name, wanted) -> {
                String is = config.get(name).value();
                if (!wanted.equals(is)) {
                    steps.add(new Step.Set(topic.name(), name, is, wanted));
                }
            });
        }
        return new TopicPlan(List.copyOf(steps));
    }

    /** Creates and sets what the plan says; a topic which another instance created meanwhile is fine. */
    public void apply(Admin admin, short replicationFactor) {
        List<NewTopic> missing = steps.stream()
                .filter(Step.Create.class::isInstance)
                .map(step -> ((Step.Create) step).wanted())
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), replicationFactor).configs(topic.config()))
                .toList();
        admin.createTopics(missing).values().values().forEach(TopicPlan::createdByUsOrAnother);
        Map<ConfigResource, Collection<AlterConfigOp>> changes = steps.stream()
                .filter(Step.Set.class::isInstance)
                .map(Step.Set.class::cast)
                .collect(Collectors.groupingBy(
                        step -> resource(step.topic()),
                        Collectors.mapping(
                                step -> new AlterConfigOp(
                                        new ConfigEntry(step.name(), step.to()), AlterConfigOp.OpType.SET),
                                Collectors.toCollection(ArrayList::new))));
        if (!changes.isEmpty()) {
            get(admin.incrementalAlterConfigs(changes).all());
        }
    }

    /** What is left for an operator to decide. */
    public List<Step> conflicts() {
        return steps.stream().filter(Step.Repartition.class::isInstance).toList();
    }

    private static void createdByUsOrAnother(KafkaFuture<Void> created) {
        try {
            get(created);
        } catch (TopicExistsException e) {
            LOG.debug("another instance created the topic meanwhile, from the same catalogue", e);
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
