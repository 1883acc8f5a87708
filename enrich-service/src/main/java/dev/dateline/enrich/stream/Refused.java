package dev.dateline.enrich.stream;

import dev.dateline.common.model.Letter;
import dev.dateline.enrich.step.Traced;
import java.util.List;

/** An original that was refused after its verdict, and what its followers are told. */
public record Refused<T>(Traced<T> record, List<Letter> letters) {}
