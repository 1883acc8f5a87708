package dev.dateline.standalone.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Grafana's dashboards are whole: no two have the same name, no panel lacks what it needs or lies on another. */
class DashboardsTest {

    @Test
    void eachDashboardHasANameOfItsOwnWhichIsItsFiles() throws IOException {
        List<String> uids = new ArrayList<>();
        for (Path file : OpsFiles.dashboards()) {
            uids.add(OpsFiles.read(file).get("uid").asText());
            assertThat(file.getFileName()).hasToString(uids.get(uids.size() - 1) + ".json");
        }

        assertThat(uids).contains("dateline").doesNotHaveDuplicates();
    }

    @Test
    void everyPanelSaysWhatItShowsAndHasAPlace() throws IOException {
        for (Path file : OpsFiles.dashboards()) {
            Set<String> taken = new HashSet<>();
            for (JsonNode panel : OpsFiles.read(file).get("panels")) {
                String name = file.getFileName() + ": " + panel.get("title").asText();
                assertThat(panel.get("description").asText()).as(name).isNotBlank();
                assertThat(panel.get("targets")).as(name).isNotEmpty();
                assertThat(panel.at("/datasource/uid").asText()).as(name).isEqualTo("prometheus");
                JsonNode place = panel.get("gridPos");
                assertThat(place.get("x").asInt() + place.get("w").asInt())
                        .as(name)
                        .isLessThanOrEqualTo(24);
                for (int x = 0; x < place.get("w").asInt(); x++) {
                    for (int y = 0; y < place.get("h").asInt(); y++) {
                        String cell = (place.get("x").asInt() + x) + "/"
                                + (place.get("y").asInt() + y);
                        assertThat(taken.add(cell))
                                .as("%s has %s alone", name, cell)
                                .isTrue();
                    }
                }
            }
        }
    }
}
