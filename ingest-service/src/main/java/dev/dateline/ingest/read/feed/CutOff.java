package dev.dateline.ingest.read.feed;

import dev.dateline.ingest.read.feed.tree.RootName;
import dev.dateline.ingest.read.feed.tree.XmlNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a document ends inside an item, as it does when a connection broke: the lenient parser closes every element. */
final class CutOff {
    private static final Pattern TAG = Pattern.compile(
            "<(?<end>/)?(?:[A-Za-z0-9_.-]{1,40}+:)?(?:item|entry)(?=[\\s/>])", Pattern.CASE_INSENSITIVE);

    private CutOff() {}

    /** True when neither the root nor the last item has an end tag. */
    static boolean isCutOff(String text, XmlNode root) {
        if (RootName.isClosed(text, root.local())) {
            return false;
        }
        boolean open = false;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            open = tag.group("end") == null;
        }
        return open;
    }
}
