package dev.dateline.standalone.eval;

import dev.dateline.common.config.Settings;
import dev.dateline.enrich.EnrichSettings;
import java.util.Map;

/** The settings that the service would run with here. */
final class Configured {
    private Configured() {}

    static EnrichSettings enrich() {
        Settings settings = Settings.load(Map.of());
        EnrichSettings enrich = EnrichSettings.from(settings);
        settings.check();
        return enrich;
    }
}
