package dev.dateline.enrich.tag.places;

/**
 * A place of the gazetteer.
 *
 * @param id as in {@link dev.dateline.common.model.Place#id}
 * @param name in English, as far as the gazetteer has an English one
 * @param country ISO 3166-1 alpha-2
 * @param admin1 GeoNames' code of the first-level part that it is or lies in, such as {@code US.TX}; null when unknown
 * @param lat degrees north
 * @param lon degrees east
 * @param weight how often the news may mean it: the decimal logarithm of its population, more for capitals
 */
record Toponym(
        String id, String name, String country, String admin1, Kind kind, double lat, double lon, double weight) {
    /** Ordered from the large to the small. */
    enum Kind {
        COUNTRY(0),
        /** First-level part of a country: state, province, region. */
        ADMIN1(1),
        /** Second-level part. */
        COUNTY(2),
        /** Capital of a country. */
        CAPITAL(3),
        /** Seat of a first-level part. */
        SEAT(4),
        TOWN(5),
        /** Part of a town. */
        SECTION(6),
        /** Region without borders of its own, sea, island, mountain, building. */
        FEATURE(7);

        private static final Kind[] BY_CODE = values();

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** What stands for it in the packed gazetteer. */
        int code() {
            return code;
        }

        static Kind of(int code) {
            return BY_CODE[code];
        }

        boolean isSettlement() {
            return this == CAPITAL || this == SEAT || this == TOWN || this == SECTION;
        }
    }

    /** The same place with another weight. */
    Toponym heavier(double more) {
        return more == 0 ? this : new Toponym(id, name, country, admin1, kind, lat, lon, weight + more);
    }

    /** Whether the other place lies in this one, or is it. */
    boolean holds(Toponym other) {
        return switch (kind) {
            case COUNTRY -> country.equals(other.country);
            case ADMIN1 -> admin1.equals(other.admin1);
            default -> id.equals(other.id);
        };
    }
}
