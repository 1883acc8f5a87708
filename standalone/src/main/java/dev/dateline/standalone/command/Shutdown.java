package dev.dateline.standalone.command;

/** Closes something in order when the process is told to stop. */
final class Shutdown {
    private Shutdown() {}

    static void closing(AutoCloseable running) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                running.close();
                            } catch (Exception e) {
                                System.err.println("did not stop cleanly: " + e);
                            }
                        },
                        "dateline-shutdown"));
    }
}
