package dev.dateline.enrich.stream;

import dev.dateline.common.model.Letter;
import dev.dateline.common.telemetry.StepCounter;
import dev.dateline.enrich.near.Claim;
import dev.dateline.enrich.near.Member;
import dev.dateline.enrich.near.Neighbour;
import dev.dateline.enrich.near.Neighbours;
import dev.dateline.enrich.step.ReadProgress;
import dev.dateline.enrich.step.StepMeter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Answers claims at the owner of a share of the bands, for articles of every partition. Each claim is answered, also with "nobody", so
 * that the asker knows by counting when all have answered.
 */
public final class MatchProcessor extends ContextualProcessor<String, Claim, String, Letter> {
    public static final String NAME = "match-copies";

    private final MeterRegistry metrics;
    private final StepCounter counter;
    private final ReadProgress progress;
    private BandStore bands;
    private BandMeters meters;
    private ReadNotes notes;

    public MatchProcessor(StepMeter steps) {
        this.metrics = steps.metrics();
        this.counter = steps.counters().of(NAME);
        this.progress = steps.progress();
    }

    @Override
    public void init(ProcessorContext<String, Letter> context) {
        super.init(context);
        bands = context.getStateStore(StateStores.BANDS);
        meters = BandMeters.bind(metrics, bands, context.taskId().partition());
        notes = new ReadNotes(progress, context);
    }

    @Override
    public void process(Record<String, Claim> asked) {
        Member member = asked.value().member();
        Neighbours near = counter.measure(() -> bands.put(member, asked.timestamp()));
        counter.made(near.later().size() + 1L);
        for (Neighbour later : near.later()) {
            Neighbour self =
                    new Neighbour(member.place(), member.revision(), member.ownerPartition(), later.similarity());
            forward(asked, Letters.late(later, self));
        }
        forward(asked, Letters.answer(member, asked.value().bandPartition(), near));
        notes.done(asked.timestamp());
    }

    private void forward(Record<String, Claim> asked, Letter letter) {
        context().forward(asked.withKey(letter.articleId()).withValue(letter));
    }

    @Override
    public void close() {
        if (meters != null) {
            meters.close();
        }
    }
}
