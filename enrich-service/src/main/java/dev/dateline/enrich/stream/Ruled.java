package dev.dateline.enrich.stream;

import dev.dateline.common.model.Letter;
import java.util.List;

/** What follows from a letter: rulings for consumers, letters to other owners. */
public record Ruled(List<Ruling> rulings, List<Letter> letters) {}
