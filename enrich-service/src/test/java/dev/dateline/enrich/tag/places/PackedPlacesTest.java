package dev.dateline.enrich.tag.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.enrich.tag.places.Toponym.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class PackedPlacesTest {
    @Test
    void readsWhatItWrote() {
        List<Toponym> places = List.of(
                new Toponym("iso3166:XA", "XA", "XA", null, Kind.COUNTRY, -12.34, 179.99, 6.6),
                new Toponym("geonames:XA.07", "\u00d6stland", "XA", "XA.07", Kind.ADMIN1, 0, 0, 5),
                new Toponym("geonames:XA.07.12", "\u00d6stland Shire", "XA", "XA.07", Kind.COUNTY, 1, -1, 4),
                new Toponym("geonames:12145745", "\u00d6stlanda", "XA", "XA.07", Kind.TOWN, 89.99, -180, 3.52),
                new Toponym("geonames:5", "\u00d6stlanda", "XA", null, Kind.CAPITAL, 1.5, 2.25, 0));
        PackedPlaces packed = new PackedPlaces();
        places.forEach(packed::add);
        List<Toponym> read = new ArrayList<>();
        PackedPlaces.read(packed.toBytes(), read::add);
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringCollectionOrder()
                .withEqualsForType((a, b) -> Math.abs(a - b) < 0.005, Double.class)
                .isEqualTo(places);
    }

    @Test
    void refusesAnotherFile() {
        assertThatThrownBy(() -> PackedPlaces.read(new byte[100], place -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Run with -Ddateline.places=FOLDER, the node_modules that the Maven profile "places" fills. */
    @Test
    @EnabledIfSystemProperty(named = "dateline.places", matches = ".+")
    void theResourceIsMadeOfThePackagesByteForByte() throws IOException {
        byte[] made = PackPlaces.pack(Path.of(System.getProperty("dateline.places")));
        try (InputStream in = PackedPlaces.class.getResourceAsStream("places.bin")) {
            assertThat(in.readAllBytes()).isEqualTo(made);
        }
    }
}
