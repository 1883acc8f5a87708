package dev.dateline.enrich.publish;

import dev.dateline.enrich.tag.Tags;

/** An original with its tags. */
public record Tagged(Original original, Tags tags) {}
