package dev.dateline.standalone.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of the compose file under a name, an image tag and ports of its own, so that runs side by side do not meet. */
final class ComposeProject implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofMinutes(5);
    /** A first build fetches every library. */
    private static final Duration BUILD = Duration.ofMinutes(15);

    private final List<String> compose;
    private final Path root;
    private final String name = "dateline-it-" + UUID.randomUUID().toString().substring(0, 8);
    private final Map<String, String> environment = new HashMap<>();
    /** For a test run that is interrupted. */
    private final Thread removal = new Thread(this::remove, "remove-" + name);

    private ComposeProject(List<String> compose, Path root) {
        this.compose = compose;
        this.root = root;
        environment.put("COMPOSE_PROJECT_NAME", name);
        environment.put("IMAGE_TAG", name);
        environment.putAll(
                freePorts(List.of("KAFKA_PORT", "INGEST_PORT", "DASHBOARD_PORT", "PROMETHEUS_PORT", "GRAFANA_PORT")));
    }

    /** A project that is not started, or why there can be none here. */
    static Optional<ComposeProject> of(Path root) {
        if (!works("docker", "info")) {
            return Optional.empty();
        }
        return Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                .filter(command -> works(with(command, "version").toArray(String[]::new)))
                .findFirst()
                .map(command -> new ComposeProject(command, root));
    }

    /** The port on this machine's loopback, by the compose file's variable. */
    int port(String variable) {
        return Integer.parseInt(environment.get(variable));
    }

    void build() {
        Runtime.getRuntime().addShutdownHook(removal);
        run(BUILD, with(compose, "build"));
    }

    void up(String... options) {
        run(START, with(with(compose, "up", "-d"), options));
    }

    /** Ids of the healthy containers of a service. */
    List<String> healthy(String service) {
        return run(
                        ANSWER,
                        List.of(
                                "docker",
                                "ps",
                                "--quiet",
                                "--filter=health=healthy",
                                "--filter=label=com.docker.compose.project=" + name,
                                "--filter=label=com.docker.compose.service=" + service))
                .lines()
                .toList();
    }

    /** Stops a container as `docker compose stop` would, with the time to finish that the service has. */
    void stop(String container) {
        run(ANSWER, List.of("docker", "stop", "--time=30", container));
    }

    /** Runs a command in a service's container; what it prints. */
    String exec(String service, String... command) {
        return run(ANSWER, with(with(compose, "exec", "-T", service), command));
    }

    /** Writes what all containers logged. */
    void saveLogs(Path file) throws IOException {
        Files.writeString(file, run(ANSWER, with(compose, "logs", "--no-color")));
    }

    /** Removes containers, volumes, network and image. */
    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(removal);
        remove();
    }

    private void remove() {
        try {
            run(START, with(compose, "down", "--volumes", "--timeout=5"));
        } finally {
            works("docker", "image", "rm", "dateline:" + name);
        }
    }

    private String run(Duration within, List<String> command) {
        ProcessBuilder process =
                new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        process.environment().putAll(environment);
        try {
            Path output = Files.createTempFile("compose", ".log");
            try {
                Process running = process.redirectOutput(output.toFile()).start();
                if (!running.waitFor(within.toSeconds(), TimeUnit.SECONDS)) {
                    running.destroyForcibly();
                    throw new IllegalStateException(command + " took more than " + within + ":\n" + text(output));
                }
                if (running.exitValue() != 0) {
                    throw new IllegalStateException(
                            command + " failed with " + running.exitValue() + ":\n" + text(output));
                }
                return text(output);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during " + command, e);
        }
    }

    private static String text(Path output) throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(ANSWER.toSeconds(), TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false; // the program is not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> with(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return all;
    }

    /** All are held until the last is found, so that no two are the same. */
    private static Map<String, String> freePorts(List<String> names) {
        Map<String, String> ports = new HashMap<>();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (String name : names) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                ports.put(name, Integer.toString(socket.getLocalPort()));
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
