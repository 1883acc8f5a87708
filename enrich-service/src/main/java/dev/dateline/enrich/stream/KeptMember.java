package dev.dateline.enrich.stream;

import dev.dateline.enrich.near.Member;

/**
 * A member as the changelog keeps it.
 *
 * @param keptSince stream time when it was put, epoch milliseconds; it never falls from one record of the changelog to the next
 */
record KeptMember(Member member, long keptSince) {}
