package dev.dateline.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.ColorScheme;

/** A command that was run in this process, and what it printed. */
record Ran(int exit, String out, String err) {

    static Ran of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Dateline.commandLine()
                .setColorScheme(new ColorScheme.Builder(Ansi.OFF).build())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int exit = command.execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
