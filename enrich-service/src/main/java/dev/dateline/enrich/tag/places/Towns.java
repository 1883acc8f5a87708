package dev.dateline.enrich.tag.places;

import dev.dateline.enrich.tag.places.Toponym.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Towns in columns, about 30 bytes each; as objects they would take six times as much. */
final class Towns {
    private static final String ID = "geonames:";

    private final Map<String, Integer> regionNumbers = new HashMap<>();
    private final List<String> regions = new ArrayList<>();
    private int size;
    private byte[] names = new byte[1 << 16];
    private int[] nameEnds = new int[1 << 10];
    private int[] ids = new int[1 << 10];
    private short[] region = new short[1 << 10];
    private byte[] kinds = new byte[1 << 10];
    private float[] lats = new float[1 << 10];
    private float[] lons = new float[1 << 10];
    private float[] weights = new float[1 << 10];

    int size() {
        return size;
    }

    void add(Toponym town) {
        if (size == ids.length) {
            resize(size * 2);
        }
        byte[] name = town.name().getBytes(StandardCharsets.UTF_8);
        int start = nameStart(size);
        if (start + name.length > names.length) {
            names = Arrays.copyOf(names, Math.max(names.length * 2, start + name.length));
        }
        System.arraycopy(name, 0, names, start, name.length);
        nameEnds[size] = start + name.length;
        ids[size] = Integer.parseInt(town.id().substring(ID.length()));
        region[size] = (short) number(town.admin1() == null ? town.country() : town.admin1());
        kinds[size] = (byte) town.kind().code();
        lats[size] = (float) town.lat();
        lons[size] = (float) town.lon();
        weights[size] = (float) town.weight();
        size++;
    }

    /** Gives back the room that was kept for more towns. */
    void trim() {
        resize(size);
        names = Arrays.copyOf(names, nameStart(size));
    }

    private void resize(int rows) {
        nameEnds = Arrays.copyOf(nameEnds, rows);
        ids = Arrays.copyOf(ids, rows);
        region = Arrays.copyOf(region, rows);
        kinds = Arrays.copyOf(kinds, rows);
        lats = Arrays.copyOf(lats, rows);
        lons = Arrays.copyOf(lons, rows);
        weights = Arrays.copyOf(weights, rows);
    }

    private int number(String code) {
        return regionNumbers.computeIfAbsent(code, unseen -> {
            regions.add(unseen);
            return regions.size() - 1;
        });
    }

    private int nameStart(int row) {
        return row == 0 ? 0 : nameEnds[row - 1];
    }

    Toponym get(int row) {
        String code = regions.get(region[row] & 0xffff);
        int start = nameStart(row);
        return new Toponym(
                ID + ids[row],
                new String(names, start, nameEnds[row] - start, StandardCharsets.UTF_8),
                code.substring(0, 2),
                code.length() > 2 ? code : null,
                Kind.of(kinds[row]),
                hundredths(lats[row]),
                hundredths(lons[row]),
                weights[row]);
    }

    /** The value that was rounded to a float. */
    private static double hundredths(float degrees) {
        return Math.round(degrees * 100.0) / 100.0;
    }
}
