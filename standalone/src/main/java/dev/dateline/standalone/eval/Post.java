package dev.dateline.standalone.eval;

import dev.dateline.enrich.identify.Sketched;
import dev.dateline.enrich.near.Claim;
import java.util.function.Consumer;

/** How owners of articles and of bands reach each other. */
interface Post {

    /** Asks a share of the bands. */
    void claim(Claim claim);

    /** Writes to the owner of a partition. */
    void letter(int partition, Consumer<ArticleOwner> letter);

    /** An article of the set, read again. */
    Sketched read(int place);
}
