package dev.dateline.standalone.push;

import dev.dateline.common.client.Sent;
import dev.dateline.standalone.console.Palette;
import dev.dateline.standalone.console.Printable;
import java.util.function.Consumer;

/** Tells people what became of each article: one line each, but articles of one file that were accepted are summed up. */
public final class Results implements Consumer<ItemResult> {
    private static final int REFUSALS_PER_FILE = 20;

    private final Consumer<String> lines;
    private final Palette palette;
    private final Tally tally;
    private final boolean refusalsOnly;
    private String item = "";
    private long itemAccepted;
    private long itemRefused;

    public Results(Consumer<String> lines, Palette palette, Tally tally, boolean refusalsOnly) {
        this.lines = lines;
        this.palette = palette;
        this.tally = tally;
        this.refusalsOnly = refusalsOnly;
    }

    @Override
    public void accept(ItemResult result) {
        tally.count(result.sent());
        if (!result.item().equals(item)) {
            endItem();
            item = result.item();
        }
        if (result.sent() instanceof Sent.Accepted accepted) {
            if (!refusalsOnly) {
                accepted(result, accepted);
            }
        } else if (!(result.sent() instanceof Sent.PassedOver)) {
            refused(result);
        }
    }

    /** Sums up what is not told yet. */
    public void end() {
        endItem();
    }

    private void accepted(ItemResult result, Sent.Accepted accepted) {
        if (result.number() != null) {
            itemAccepted++;
            return;
        }
        lines.accept(palette.green("accepted") + "  " + Printable.of(item) + "  " + accepted.articleId() + "  "
                + palette.dim(accepted.topic() + "-" + accepted.partition() + "@" + accepted.offset()));
    }

    private void refused(ItemResult result) {
        itemRefused++;
        if (itemRefused > REFUSALS_PER_FILE) {
            return;
        }
        String what;
        String why;
        if (result.sent() instanceof Sent.Rejected rejected) {
            what = "rejected";
            why = (rejected.field() == null ? "" : rejected.field() + ": ") + rejected.detail();
        } else {
            what = "not sent";
            why = ((Sent.Unsent) result.sent()).detail();
        }
        lines.accept(palette.red(what) + "  " + Printable.of(result.place()) + "  " + Printable.of(why));
    }

    private void endItem() {
        if (itemAccepted > 0) {
            lines.accept(palette.green("accepted") + "  " + Printable.of(item) + "  "
                    + (itemAccepted == 1 ? "1 article" : itemAccepted + " articles"));
        }
        if (itemRefused > REFUSALS_PER_FILE) {
            lines.accept(palette.red("rejected") + "  " + Printable.of(item) + "  and "
                    + (itemRefused - REFUSALS_PER_FILE) + " more; --json lists them all");
        }
        itemAccepted = 0;
        itemRefused = 0;
    }
}
