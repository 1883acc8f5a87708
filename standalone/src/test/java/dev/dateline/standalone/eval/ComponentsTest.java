package dev.dateline.standalone.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentsTest {
    @Test
    void joinsWhatIsConnectedInSteps() {
        Components components = new Components(6);
        components.join(0, 1);
        components.join(4, 3);
        components.join(1, 4);

        int[] groups = components.groups();

        assertThat(new int[] {groups[1], groups[3], groups[4]}).containsOnly(groups[0]);
        assertThat(groups[2]).isNotIn(groups[0], groups[5]);
    }
}
