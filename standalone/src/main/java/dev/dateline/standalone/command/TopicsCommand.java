package dev.dateline.standalone.command;

import dev.dateline.common.topics.Topic;
import dev.dateline.common.topics.TopicPlan;
import java.io.PrintWriter;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the topics, compares them with a cluster, and makes the difference. */
@Command(
        name = "topics",
        description = "List the topics, compare them with a cluster, or create what is missing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  dateline topics list",
            "  dateline topics plan --bootstrap-servers kafka-1:9092",
            "  dateline topics apply --bootstrap-servers kafka-1:9092 --topic-prefix staging."
        })
final class TopicsCommand {
    @Spec
    private CommandSpec spec;

    @Command(name = "list", description = "Print the catalogue of topics.", mixinStandardHelpOptions = true)
    int list(@Mixin ClusterOptions cluster) {
        PrintWriter out = spec.commandLine().getOut();
        for (Topic<?> topic : cluster.kafka().topics().all()) {
            out.printf(
                    "%-22s key: %-22s partitions: %-3d %s%n",
                    topic.name(), topic.key(), topic.partitions(), topic.description());
            new TreeMap<>(topic.config()).forEach((name, value) -> out.printf("    %s = %s%n", name, value));
        }
        return 0;
    }

    @Command(
            name = "plan",
            description = "Show how the cluster differs from the catalogue. Changes nothing; exits 1 when it differs.",
            mixinStandardHelpOptions = true)
    int plan(@Mixin ClusterOptions cluster) {
        return cluster.ask(kafka -> {
            try (Admin admin = kafka.admin("dateline-topics")) {
                TopicPlan plan = TopicPlan.of(admin, kafka.topics());
                print(plan, "cluster and catalogue agree");
                return plan.steps().isEmpty() ? 0 : 1;
            }
        });
    }

    @Command(
            name = "apply",
            description = "Create missing topics and set differing settings. Never deletes, never repartitions.",
            mixinStandardHelpOptions = true)
    int apply(@Mixin ClusterOptions cluster) {
        return cluster.ask(kafka -> {
            try (Admin admin = kafka.admin("dateline-topics")) {
                TopicPlan plan = TopicPlan.of(admin, kafka.topics());
                print(plan, "nothing to do");
                plan.apply(admin, kafka.replicationFactor());
                return plan.conflicts().isEmpty() ? 0 : 1;
            }
        });
    }

    private void print(TopicPlan plan, String whenEmpty) {
        PrintWriter out = spec.commandLine().getOut();
        if (plan.steps().isEmpty()) {
            out.println(whenEmpty);
        }
        plan.steps().forEach(step -> out.println(step.topic() + ": " + step.describe()));
    }
}
