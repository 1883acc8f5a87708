package dev.dateline.ingest.read;

import dev.dateline.common.http.ProblemException;
import dev.dateline.common.model.RawArticle;
import dev.dateline.common.model.RawArticleBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What a reader makes of one document, item by item: a refused one does not end the others. */
public final class Readings {
    /** Bounds what one document of tiny items turns into. */
    static final int MAX_ITEMS = 10_000;

    private final Document document;
    private final List<Reading> list = new ArrayList<>();

    public Readings(Document document) {
        this.document = document;
    }

    /** Maps the next item; what its mapping throws as a problem is its refusal. */
    public void add(Supplier<RawArticle> mapping) {
        if (list.size() == MAX_ITEMS) {
            throw Rejection.invalid(null, "the document holds more than " + MAX_ITEMS + " items; split it");
        }
        list.add(reading(mapping));
    }

    private static Reading reading(Supplier<RawArticle> mapping) {
        try {
            return new Reading.Article(mapping.get());
        } catch (ProblemException e) {
            return new Reading.Refused(e.problem());
        }
    }

    /**
     * The items in order. When there is one only, the request's id and address are its own; several can't share them.
     *
     * @param whatIsMissing what to say when there is none, for example {@code "holds no item"}
     */
    public List<Reading> list(String whatIsMissing) {
        if (list.isEmpty()) {
            throw Rejection.invalid(null, whatIsMissing);
        }
        if (list.size() == 1 && list.get(0) instanceof Reading.Article only) {
            return List.of(new Reading.Article(ofRequest(only.draft())));
        }
        return List.copyOf(list);
    }

    private RawArticle ofRequest(RawArticle draft) {
        return RawArticleBuilder.builder(draft)
                .providerId(document.providerId() == null ? draft.providerId() : document.providerId())
                .url(draft.url() == null ? document.url() : draft.url())
                .build();
    }
}
