package dev.dateline.enrich.stream;

import dev.dateline.common.model.Letter;
import dev.dateline.enrich.near.Notice;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/** Who has to be told when an article changes: the later ones that it is, or could be, the original of. */
final class Followers {
    private final ExpiringStore<Follower> store;

    Followers(ProcessingContext context, Duration retention) {
        store = new ExpiringStore<>(context, StateStores.FOLLOWERS, retention);
    }

    void add(String articleId, Follower follower, long timestamp) {
        String key = key(articleId) + follower.articleId();
        var known = store.get(key, timestamp);
        if (known == null) {
            store.put(key, follower, timestamp);
        } else if (!known.value().equals(follower)) {
            store.replace(key, known, follower);
        }
    }

    List<Letter> letters(Notice notice, long timestamp) {
        return store.withPrefix(key(notice.articleId()), timestamp).stream()
                .map(follower -> Letters.notice(follower, notice))
                .toList();
    }

    private static String key(String articleId) {
        return articleId + "|";
    }
}
