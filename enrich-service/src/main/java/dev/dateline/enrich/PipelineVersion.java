package dev.dateline.enrich;

import dev.dateline.common.wire.Digest;
import java.util.Map;
import java.util.TreeMap;

/**
 * The version of a pipeline: that of the build, and after a plus sign, as semantic versioning 2.0.0 (section 10) has it, digits that stand
 * for its models and tables. So two events with the same version were made by the same steps, and a changed model is another version.
 */
final class PipelineVersion {
    private static final int DIGITS = 8;

    private PipelineVersion() {}

    static String of(String build, Map<String, String> models) {
        String[] parts = new TreeMap<>(models)
                .entrySet().stream()
                        .map(model -> model.getKey() + "=" + model.getValue())
                        .toArray(String[]::new);
        return build + "+" + Digest.of(parts).substring(0, DIGITS);
    }
}
