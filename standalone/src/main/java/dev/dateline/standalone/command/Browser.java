package dev.dateline.standalone.command;

import java.io.IOException;
import java.util.Locale;

/** Opens an address in the user's browser, by the desktop's own command: Java's would load a window system. */
final class Browser {
    private Browser() {}

    /** Whether there is a command to open it with. */
    static boolean open(String address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String command = system.contains("mac") ? "open" : "xdg-open";
        try {
            new ProcessBuilder(command, address)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
