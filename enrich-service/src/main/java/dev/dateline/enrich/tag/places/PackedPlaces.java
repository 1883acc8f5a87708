package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.places.Toponym.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The packed form of places, about 20 bytes for each.
 *
 * <p>Four bytes of magic; the number of regions and each one's code ({@code US}, {@code US.TX}); the number of places and, sorted by
 * name, for each: how many bytes of the name before it starts with, and the rest of its name; kind; region; weight in steps of
 * 1/{@value #WEIGHT_STEPS}; latitude and longitude in steps of 1/{@value #DEGREE_STEPS} degree; what its id has beyond its region. Numbers
 * are {@link Varints}, except kind and weight (1 byte) and coordinates (2 bytes each).
 */
final class PackedPlaces {
    private static final int MAGIC = 0x444c5031;
    private static final int WEIGHT_STEPS = 25;
    private static final int DEGREE_STEPS = 100;
    private static final int MOST_LAT = 90;
    private static final int MOST_LON = 180;
    private static final String COUNTRY_ID = "iso3166:";
    private static final String PLACE_ID = "geonames:";
    private static final Comparator<Toponym> BY_NAME =
            Comparator.comparing(Toponym::name).thenComparing(Toponym::id);

    private final List<Toponym> places = new ArrayList<>();

    void add(Toponym place) {
        places.add(place);
    }

    byte[] toBytes() {
        List<Toponym> sorted = places.stream().sorted(BY_NAME).toList();
        List<String> regions = new ArrayList<>(
                new TreeSet<>(sorted.stream().map(PackedPlaces::region).toList()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(MAGIC).array());
        Varints.write(out, regions.size());
        regions.forEach(region -> writeText(out, region.getBytes(StandardCharsets.UTF_8), 0));
        Varints.write(out, sorted.size());
        byte[] before = {};
        for (Toponym place : sorted) {
            byte[] name = place.name().getBytes(StandardCharsets.UTF_8);
            int same = Arrays.mismatch(before, name);
            int shared = same < 0 ? name.length : same;
            Varints.write(out, shared);
            writeText(out, name, shared);
            write(out, place, regions);
            before = name;
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Toponym place, List<String> regions) {
        out.write(place.kind().code());
        Varints.write(out, Collections.binarySearch(regions, region(place)));
        out.write((int) Math.round(place.weight() * WEIGHT_STEPS));
        writeDegrees(out, place.lat(), MOST_LAT);
        writeDegrees(out, place.lon(), MOST_LON);
        if (place.kind() == Kind.COUNTY) {
            String code = place.id().substring(place.id().lastIndexOf('.') + 1);
            writeText(out, code.getBytes(StandardCharsets.UTF_8), 0);
        } else if (place.kind().isSettlement()) {
            Varints.write(out, Long.parseLong(place.id().substring(PLACE_ID.length())));
        }
    }

    private static void writeDegrees(ByteArrayOutputStream out, double degrees, int most) {
        int steps = (int) Math.round((degrees + most) * DEGREE_STEPS);
        out.write(steps >> Byte.SIZE);
        out.write(steps);
    }

    private static void writeText(ByteArrayOutputStream out, byte[] text, int from) {
        Varints.write(out, text.length - from);
        out.write(text, from, text.length - from);
    }

    private static String region(Toponym place) {
        return place.admin1() == null ? place.country() : place.admin1();
    }

    /**
     * Reads all places, in the order of their names.
     *
     * @throws IllegalArgumentException when it is another file
     */
    static void read(byte[] packed, Consumer<Toponym> places) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        if (in.getInt() != MAGIC) {
            throw new IllegalArgumentException("no packed places");
        }
        String[] regions = new String[(int) Varints.read(in)];
        for (int i = 0; i < regions.length; i++) {
            regions[i] = text(in, new byte[0], 0);
        }
        byte[] before = {};
        for (long left = Varints.read(in); left > 0; left--) {
            int shared = (int) Varints.read(in);
            String name = text(in, before, shared);
            before = name.getBytes(StandardCharsets.UTF_8);
            places.accept(place(in, name, regions));
        }
    }

    private static Toponym place(ByteBuffer in, String name, String[] regions) {
        Kind kind = Kind.of(in.get());
        String region = regions[(int) Varints.read(in)];
        double weight = (double) (in.get() & 0xff) / WEIGHT_STEPS;
        double lat = degrees(in, MOST_LAT);
        double lon = degrees(in, MOST_LON);
        String id =
                switch (kind) {
                    case COUNTRY -> COUNTRY_ID + region;
                    case ADMIN1 -> PLACE_ID + region;
                    case COUNTY -> PLACE_ID + region + "." + text(in, new byte[0], 0);
                    default -> PLACE_ID + Varints.read(in);
                };
        String admin1 = region.indexOf('.') > 0 ? region : null;
        return new Toponym(id, name, region.substring(0, 2), admin1, kind, lat, lon, weight);
    }

    private static double degrees(ByteBuffer in, int most) {
        return (double) ((in.getShort() & 0xffff) - most * DEGREE_STEPS) / DEGREE_STEPS;
    }

    private static String text(ByteBuffer in, byte[] before, int shared) {
        int length = (int) Varints.read(in);
        byte[] bytes = Arrays.copyOf(before, shared + length);
        in.get(bytes, shared, length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
