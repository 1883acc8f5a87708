package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.feed.tree.Markup;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who wrote something: Atom's person constructs, and the texts that RSS and Dublin Core have in their place. */
final class Persons {
    private static final Pattern EMAIL =
            Pattern.compile("(?:mailto:)?(?<email>[^\\s@<>()\\[\\]\"]{1,64}+@[^\\s@<>()\\[\\]\",;]{1,255}+)");
    private static final int MAX_LENGTH = 1000;
    private static final int MOST = 100;

    private Persons() {}

    /** The persons of the nodes, in order; those without a name only when none has one. */
    static List<FeedPerson> of(Stream<XmlNode> nodes) {
        return named(nodes.map(Persons::of)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST)
                .toList());
    }

    static List<FeedPerson> named(List<FeedPerson> persons) {
        List<FeedPerson> named =
                persons.stream().filter(person -> person.name() != null).toList();
        return named.isEmpty() ? persons : named;
    }

    private static FeedPerson of(XmlNode node) {
        String name = node.text("atom:name", "rss:name");
        String email = node.text("atom:email", "rss:email");
        String uri = node.text("atom:uri", "atom:url", "rss:uri", "rss:url");
        if (name == null && email == null && uri == null) {
            return parse(node.text());
        }
        return new FeedPerson(name == null ? null : Markup.line(name), email, uri);
    }

    /** Reads {@code name}, {@code email}, {@code email (name)}, {@code name (email)} and {@code name <email>}; null when it is blank. */
    static FeedPerson parse(String text) {
        String line = Markup.line(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
        if (line.isEmpty()) {
            return null;
        }
        Matcher address = EMAIL.matcher(line);
        if (!address.find()) {
            return new FeedPerson(plain(line), null, null);
        }
        String around = line.substring(0, address.start()) + " " + line.substring(address.end());
        String name = Markup.line(around.replaceAll("[()<>\\[\\]\"]", " "));
        return new FeedPerson(name.isEmpty() ? null : plain(name), address.group("email"), null);
    }

    private static String plain(String name) {
        return Markup.isLikely(name) ? Markup.plain(name) : name;
    }
}
