package dev.dateline.enrich.read;

import dev.dateline.common.model.RawArticle;
import dev.dateline.common.outcome.Outcome;
import dev.dateline.enrich.step.StepMeter;
import dev.dateline.enrich.step.Traced;
import java.util.Map;
import java.util.function.Function;

/** Takes a record's bytes in and notes where they came from. */
public final class Intake {
    private final String step;
    private final Function<Traced<byte[]>, Traced<RawArticle>> decode;

    /**
     * An intake.
     *
     * @param step under which name it is measured
     */
    public Intake(String step, StepMeter steps, DecodeRecord decoder) {
        this.step = step;
        this.decode = steps.tracedStep(
                step, traced -> decoder.decode(traced.value(), traced.origin().timestamp()));
    }

    public Traced<RawArticle> read(RawRecord raw) {
        Traced<RawArticle> decoded =
                decode.apply(new Traced<>(raw.origin(), Outcome.done(raw.value()), step, Map.of()));
        return decoded.failed()
                ? decoded
                : decoded.with(
                        decoded.origin()
                                .of(decoded.value().sourceId(), decoded.value().articleId()),
                        decoded.value());
    }
}
