package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.feed.tree.Address;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** RSS, RDF, Atom and CDF as one vocabulary: feeds mix them, and nothing is gained by holding them apart. */
final class XmlFeed {
    private static final Set<String> ITEMS = Set.of("rss:item", "atom:entry");
    private static final Set<String> AROUND_ITEMS =
            Set.of("rss:rss", "rdf:rdf", "rss:channel", "atom:feed", "rss:item", "atom:entry", "rss:items");
    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));
    private static final int MAX_DIGITS = 6;
    private static final int MAX_HUBS = 10;
    private static final int HOURS = 24;

    private final XmlNode root;
    private final XmlNode channel;
    private final String address;
    private final boolean cutOff;

    /**
     * A feed to be read.
     *
     * @param address of the document; null leaves it to the document
     * @param cutOff whether the document ends inside its last item
     */
    XmlFeed(XmlNode root, String address, boolean cutOff) {
        this.root = root;
        this.channel = root.first("rss:channel").orElse(root);
        this.address = address == null ? ownAddress(channel) : address;
        this.cutOff = cutOff;
    }

    /** A feed that comes without its address still says where it is, or which page it belongs to. */
    private static String ownAddress(XmlNode channel) {
        Links links = Links.of(channel, null);
        return Stream.of(links.self(), links.page())
                .filter(Address::isWeb)
                .findFirst()
                .orElse(null);
    }

    Feed read() {
        Links links = Links.of(channel, address);
        FeedText title = channel.all("rss:title", "atom:title", "dc:title")
                .map(node -> TextConstruct.title(node, address))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(null);
        return new Feed(
                root.name().startsWith("atom:") ? FeedFormat.ATOM : FeedFormat.RSS,
                title,
                links.page(),
                links.self(),
                links.hubs(MAX_HUBS),
                language(),
                rhythm(),
                items());
    }

    private String language() {
        String said = channel.text("rss:language", "dc:language");
        return Language.tag(said == null ? channel.language() : said);
    }

    private List<FeedItem> items() {
        List<XmlNode> nodes = new ArrayList<>();
        collect(root, nodes);
        // Atom section 4.2.1; what RSS says of a channel's editors is not about its items.
        List<FeedPerson> authors = Persons.of(channel.all("atom:author"));
        String language = language();
        List<FeedItem> items = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            boolean last = i == nodes.size() - 1;
            items.add(new XmlItem(nodes.get(i), address).read(authors, language, last && cutOff));
        }
        return items;
    }

    /** In the order of the document. One in another, because its end tag is missing, is an item of its own. */
    private static void collect(XmlNode around, List<XmlNode> items) {
        if (ITEMS.contains(around.name())) {
            items.add(around);
        }
        for (XmlNode child : around.children()) {
            if (AROUND_ITEMS.contains(child.name())) {
                collect(child, items);
            }
        }
    }

    private Rhythm rhythm() {
        Set<Integer> hours = new HashSet<>();
        channel.first("rss:skiphours").stream()
                .flatMap(skip -> skip.all("rss:hour"))
                .map(hour -> number(hour.text()))
                .filter(hour -> hour >= 0 && hour <= HOURS)
                .forEach(hour -> hours.add(hour % HOURS));
        Set<DayOfWeek> days = new HashSet<>();
        channel.first("rss:skipdays").stream()
                .flatMap(skip -> skip.all("rss:day"))
                .map(day -> day.text().toUpperCase(Locale.ROOT))
                .forEach(name -> List.of(DayOfWeek.values()).stream()
                        .filter(day -> day.name().equals(name))
                        .forEach(days::add));
        int ttl = number(channel.text("rss:ttl"));
        return new Rhythm(ttl > 0 ? Duration.ofMinutes(ttl) : null, updateInterval(), hours, days);
    }

    private Duration updateInterval() {
        String period = channel.text("sy:updateperiod");
        String frequency = channel.text("sy:updatefrequency");
        if (period == null && frequency == null) {
            return null;
        }
        // The module's defaults: daily, once.
        Duration length =
                PERIODS.getOrDefault(period == null ? "daily" : period.toLowerCase(Locale.ROOT), Duration.ZERO);
        Duration interval = length.dividedBy(Math.max(1, number(frequency)));
        return interval.isZero() ? null : interval;
    }

    /** Minus one when it is no short number. */
    private static int number(String text) {
        boolean digits = text != null
                && !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
