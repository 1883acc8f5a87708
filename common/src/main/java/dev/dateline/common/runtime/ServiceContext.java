package dev.dateline.common.runtime;

import dev.dateline.common.config.Settings;
import dev.dateline.common.http.HttpPolicy;
import dev.dateline.common.topics.Topics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** What a service is given: its configuration, its cluster, its port's policy, its metrics, its name among the instances. */
public record ServiceContext(
        Settings settings,
        KafkaSettings kafka,
        Topics topics,
        HttpPolicy http,
        PrometheusMeterRegistry metrics,
        String instanceId) {

    public static ServiceContext of(Settings settings) {
        KafkaSettings kafka = KafkaSettings.from(settings);
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        String named = settings.text("instance-id");
        return new ServiceContext(
                settings,
                kafka,
                kafka.topics(),
                HttpPolicy.from(settings),
                metrics,
                named.isBlank() ? hostName() : named);
    }

    /** The same for a port that nothing but this process uses: without TLS. */
    public ServiceContext withoutTls() {
        return new ServiceContext(settings, kafka, topics, http.withoutTls(), metrics, instanceId);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost"; // a host without a name of its own; ids differ by process all the same
        }
    }
}
