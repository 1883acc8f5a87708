package dev.dateline.ingest.poll.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.common.model.Source;
import dev.dateline.common.model.SourceBuilder;
import dev.dateline.common.model.SourceStateBuilder;
import dev.dateline.common.model.Subscription;
import dev.dateline.common.wire.Json;
import dev.dateline.ingest.poll.source.SourceForm;
import dev.dateline.ingest.poll.source.SourceView;
import java.util.Map;
import java.util.TreeMap;

/** A source as the API shows it: its declaration with masked headers, below {@code state} what polling found, and its subscription. */
final class SourceJson {
    private SourceJson() {}

    static ObjectNode of(Source source, SourceView view) {
        ObjectNode json = Json.MAPPER.valueToTree(
                SourceBuilder.builder(source).headers(masked(source.headers())).build());
        view.state(source.id())
                .filter(state -> source.url().equals(state.url()))
                .ifPresent(state -> {
                    ObjectNode shown = Json.MAPPER.valueToTree(
                            SourceStateBuilder.builder(state).seen(null).build());
                    shown.remove("source_id");
                    json.set("state", shown);
                });
        view.subscription(source.id()).ifPresent(subscription -> json.set("subscription", shown(subscription)));
        return json;
    }

    private static ObjectNode shown(Subscription subscription) {
        ObjectNode shown = Json.MAPPER.valueToTree(subscription);
        shown.remove("source_id");
        shown.remove("token");
        shown.remove("secret");
        return shown;
    }

    private static Map<String, String> masked(Map<String, String> headers) {
        if (headers == null) {
            return null;
        }
        Map<String, String> masked = new TreeMap<>();
        headers.keySet().forEach(name -> masked.put(name, SourceForm.MASK));
        return masked;
    }
}
