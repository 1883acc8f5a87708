package dev.dateline.standalone.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        assertThat(new Table("source", "raw", "")
                        .row("a", 12345, "ok")
                        .row("é-desk", 7, "")
                        .lines())
                .containsExactly("source    raw", "a       12345  ok", "é-desk      7");
    }

    @Test
    void aRowHasACellForEachHead() {
        Table table = new Table("one", "two");
        assertThatThrownBy(() -> table.row("x")).isInstanceOf(IllegalArgumentException.class);
    }
}
