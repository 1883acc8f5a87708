package dev.dateline.enrich.extract;

import dev.dateline.enrich.extract.text.CleanText;
import dev.dateline.enrich.extract.text.Fold;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Reads paragraphs out of a fragment of HTML: the text of block elements, without scripts, forms, navigation, pictures and what is hidden.
 * Walks the tree without recursion, so that no depth of nesting ends the thread.
 */
final class HtmlReader {
    private static final Set<String> INVISIBLE =
            Set.of("script", "style", "noscript", "template", "head", "title", "svg", "button", "select", "textarea");

    private static final Set<String> AROUND_THE_TEXT =
            Set.of("nav", "header", "footer", "aside", "figure", "figcaption", "iframe", "object", "dialog");
    /** Dropped unless most of the text sits in it, as some content systems make it. */
    private static final String FORM = "form";

    private static final Set<String> BLOCKS_BESIDE_JSOUPS = Set.of("td", "th", "caption", "summary");

    /**
     * What HTML holds.
     *
     * @param title its one {@code h1}; may be null
     * @param paragraphs clean, none blank
     */
    record Found(String title, List<String> paragraphs) {}

    /** Reads the HTML of a body, for example a feed's description. */
    Found readBody(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        return found(headline(body), body);
    }

    private static Found found(String title, Element root) {
        List<String> paragraphs = paragraphs(root);
        boolean repeatsTitle =
                title != null && paragraphs.size() > 1 && paragraphs.get(0).equals(title);
        return new Found(title, repeatsTitle ? List.copyOf(paragraphs.subList(1, paragraphs.size())) : paragraphs);
    }

    /** Several headings of the first rank are a front page's or a site's logo: then none is the headline. */
    private static String headline(Element root) {
        List<Element> headings = root.select("h1");
        return headings.size() == 1 ? CleanText.oneLine(headings.get(0).text()) : null;
    }

    private static List<String> paragraphs(Element root) {
        IdentityHashMap<Node, Integer> lengths = textLengths(root);
        int half = lengths.getOrDefault(root, 0) / 2;
        Collector collector = new Collector(root, form -> lengths.getOrDefault(form, 0) > half);
        NodeTraversor.filter(collector, root);
        return collector.paragraphs();
    }

    /** The length of the kept text below each element, forms included, in one walk: children report to their parents. */
    private static IdentityHashMap<Node, Integer> textLengths(Element root) {
        IdentityHashMap<Node, Integer> lengths = new IdentityHashMap<>();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            report(node, text.getWholeText().strip().length());
                        }
                        return !node.equals(root) && isDropped(node, form -> true)
                                ? FilterResult.SKIP_ENTIRELY
                                : FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element && !node.equals(root)) {
                            report(node, lengths.getOrDefault(node, 0));
                        }
                        return FilterResult.CONTINUE;
                    }

                    private void report(Node child, int length) {
                        if (child.parent() instanceof Element parent) {
                            lengths.merge(parent, length, Integer::sum);
                        }
                    }
                },
                root);
        return lengths;
    }

    private static boolean isDropped(Node node, Predicate<Element> formStays) {
        if (!(node instanceof Element element)) {
            return false;
        }
        String name = element.normalName();
        return INVISIBLE.contains(name)
                || AROUND_THE_TEXT.contains(name)
                || (name.equals(FORM) && !formStays.test(element))
                || isHidden(element);
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String style = Fold.beginning(element.attr("style")).replace(" ", "");
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden");
    }

    /** Gathers text until a block begins or ends. */
    private static final class Collector implements NodeFilter {
        private final Element root;
        private final Predicate<Element> formStays;
        private final List<String> paragraphs = new ArrayList<>();
        private final StringBuilder current = new StringBuilder();

        Collector(Element root, Predicate<Element> formStays) {
            this.root = root;
            this.formStays = formStays;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                current.append(text.getWholeText().replace('\n', ' ').replace('\r', ' '));
            } else if (node instanceof Element element) {
                return open(element);
            }
            return FilterResult.CONTINUE;
        }

        private FilterResult open(Element element) {
            boolean dropped = !element.equals(root) && isDropped(element, formStays);
            if (element.normalName().equals("br")) {
                current.append('\n');
            } else if (isBlock(element)) {
                endParagraph();
            }
            return dropped ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element && isBlock(element)) {
                endParagraph();
            }
            return FilterResult.CONTINUE;
        }

        /** An invisible element does not part the words around it. */
        private static boolean isBlock(Element element) {
            String name = element.normalName();
            return !INVISIBLE.contains(name)
                    && !name.equals("br")
                    && (element.isBlock() || BLOCKS_BESIDE_JSOUPS.contains(name));
        }

        private void endParagraph() {
            if (!current.isEmpty()) {
                // Two line breaks are how some editors part paragraphs.
                paragraphs.addAll(BodyText.blocks(CleanText.lines(current.toString())));
                current.setLength(0);
            }
        }

        List<String> paragraphs() {
            endParagraph();
            return List.copyOf(paragraphs);
        }
    }
}
