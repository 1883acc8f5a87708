package dev.dateline.enrich.extract.page;

import dev.dateline.common.model.FieldSource;
import dev.dateline.enrich.extract.text.CleanText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The smaller facts of a page: language, section, picture, address, and what the site is called. */
final class PageFacts {
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}");
    private static final List<String> LANGUAGES =
            List.of("og:locale", "content-language", "dc.language", "dcterms.language", "language");
    private static final List<String> SECTIONS = List.of(
            "article:section",
            "parsely-section",
            "sailthru.section",
            "cxenseparse:recs:category",
            "dc.subject.section",
            "section");
    private static final List<String> IMAGES = List.of(
            "og:image",
            "og:image:url",
            "og:image:secure_url",
            "twitter:image",
            "twitter:image:src",
            "parsely-image-url",
            "thumbnail");
    private static final int LONGEST_SECTION = 80;

    private final PageScan scan;
    private final LinkedArticle linked;
    private final Findings findings;

    /** Adds what it finds to the findings. */
    PageFacts(PageScan scan, LinkedArticle linked, Findings findings) {
        this.scan = scan;
        this.linked = linked;
        this.findings = findings;
    }

    String language() {
        String tag = tag(linked.language());
        if (tag != null) {
            return findings.add("language", FieldSource.JSON_LD, "inLanguage of " + linked.type(), tag);
        }
        tag = tag(scan.head().language());
        if (tag != null) {
            return findings.add("language", FieldSource.MARKUP, "lang of html", tag);
        }
        Optional<PageHead.Meta> meta = scan.head().meta(LANGUAGES);
        tag = meta.map(found -> tag(found.value())).orElse(null);
        return tag == null
                ? null
                : findings.add(
                        "language", FieldSource.META, "meta " + meta.get().name(), tag);
    }

    String section() {
        String section = line(linked.section());
        if (section != null) {
            return findings.add("section", FieldSource.JSON_LD, "articleSection of " + linked.type(), section);
        }
        return scan.head()
                .meta(SECTIONS)
                .filter(meta -> line(meta.value()) != null)
                .map(meta -> findings.add("section", FieldSource.META, "meta " + meta.name(), line(meta.value())))
                .orElse(null);
    }

    String image(PageSetting setting) {
        String image = linked.image() == null ? null : setting.absolute(linked.image());
        if (image != null) {
            return findings.add("image_url", FieldSource.JSON_LD, "image of " + linked.type(), image);
        }
        Optional<PageHead.Meta> meta = scan.head().meta(IMAGES);
        image = meta.map(found -> setting.absolute(found.value())).orElse(null);
        return image == null
                ? null
                : findings.add(
                        "image_url", FieldSource.META, "meta " + meta.get().name(), image);
    }

    /** The page's address for itself. One without a path, for a page that has one, is a mistake of the site. */
    String canonical(PageSetting setting) {
        Optional<String> link =
                scan.head().link("canonical").map(setting::absolute).filter(address -> isPage(address, setting));
        if (link.isPresent()) {
            return findings.add("canonical_url", FieldSource.META, "link canonical", link.get());
        }
        return scan.head()
                .meta(List.of("og:url"))
                .map(meta -> setting.absolute(meta.value()))
                .filter(address -> isPage(address, setting))
                .map(address -> findings.add("canonical_url", FieldSource.META, "meta og:url", address))
                .orElse(null);
    }

    /** What the site may be called in titles and bylines. */
    List<String> siteNames() {
        return Stream.concat(
                        Stream.of(
                                        "og:site_name",
                                        "application-name",
                                        "apple-mobile-web-app-title",
                                        "publisher",
                                        "dc.publisher",
                                        "al:android:app_name")
                                .flatMap(name -> scan.head().metas(name).stream()),
                        Stream.of(linked.publisher()))
                .filter(Objects::nonNull)
                .toList();
    }

    private static boolean isPage(String address, PageSetting setting) {
        return setting.url() == null || pathless(setting.url()) || !pathless(address);
    }

    private static boolean pathless(String address) {
        int path = address.indexOf('/', address.indexOf("://") + 3);
        return path < 0 || path == address.length() - 1;
    }

    private static String tag(String value) {
        String tag = value == null ? "" : value.strip().replace('_', '-');
        return LANGUAGE_TAG.matcher(tag).matches() ? Locale.forLanguageTag(tag).toLanguageTag() : null;
    }

    private static String line(String value) {
        return value == null || value.length() > LONGEST_SECTION ? null : CleanText.oneLine(value);
    }
}
