package dev.dateline.standalone.instances;

import java.io.IOException;
import java.nio.file.Path;

/** Two instances of enrich with warm copies of each other's state; each keeps its own state directory over its deaths. */
public final class Pair implements AutoCloseable {
    private final TestPipeline pipeline;
    private final Path folder;
    private final ServiceProcess[] instances = new ServiceProcess[2];

    public Pair(TestPipeline pipeline, Path folder) {
        this.pipeline = pipeline;
        this.folder = folder;
    }

    /** Starts one, and returns when it is ready. */
    public void start(int number) throws IOException, InterruptedException {
        String name = pipeline.kafka().topicPrefix() + "enrich-" + number;
        instances[number] = ServiceProcess.enrich(name, folder, pipeline.environment(folder.resolve(name)));
    }

    /** SIGKILL. */
    public void kill(int number) throws InterruptedException {
        instances[number].kill();
    }

    /** Whether it runs, with nothing left to restore. */
    boolean isReady(int number) throws InterruptedException {
        return instances[number].isReady();
    }

    double metric(int number, String name) throws IOException, InterruptedException {
        return instances[number].metric(name);
    }

    double sum(String metric) throws IOException, InterruptedException {
        return metric(0, metric) + metric(1, metric);
    }

    @Override
    public void close() {
        for (ServiceProcess instance : instances) {
            if (instance != null) {
                instance.close();
            }
        }
    }
}
