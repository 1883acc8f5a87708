package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirTest {
    @TempDir
    private Path temp;

    @Test
    void formatsANewDirectoryOnce() throws IOException {
        Path dir = temp.resolve("new/kafka");
        String clusterFile;
        try (DataDir first = DataDir.open(dir)) {
            clusterFile = Files.readString(first.log().resolve("meta.properties"));
            assertThat(clusterFile).contains("cluster.id=", "node.id=1");
        }
        try (DataDir again = DataDir.open(dir)) {
            assertThat(again.log().resolve("meta.properties")).hasContent(clusterFile);
        }
        assertThat(dir.resolve("kafka-version")).hasContent("4.3.1");
    }

    @Test
    void formatsAfterAFormatThatWasKilled() throws IOException {
        Path halfMade = Files.createDirectories(temp.resolve("log.formatting/__cluster_metadata-0"));
        Files.writeString(halfMade.resolve("left"), "over");

        try (DataDir dir = DataDir.open(temp)) {
            assertThat(dir.log().resolve("meta.properties")).exists();
            assertThat(dir.log().resolve("__cluster_metadata-0/left")).doesNotExist();
            assertThat(temp.resolve("log.formatting")).doesNotExist();
        }
    }

    @Test
    void refusesADirectoryInUseAndOpensItAfterwards() throws IOException {
        DataDir holder = DataDir.open(temp);

        assertThatThrownBy(() -> DataDir.open(temp))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(temp.toString())
                .hasMessageContaining("in use by this process")
                .hasMessageContaining("choose another data directory");

        holder.close();
        DataDir.open(temp).close();
    }

    @Test
    void refusesDataOfANewerKafkaAndLetsGoOfTheLock() throws IOException {
        DataDir.open(temp).close();
        Files.writeString(temp.resolve("kafka-version"), "4.4.0");

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> DataDir.open(temp))
                    .isInstanceOf(BrokerStartException.class)
                    .hasMessageContaining("written by Kafka 4.4.0; this is Kafka 4.3.1");
        }
    }

    @Test
    void continuesDataOfAnOlderKafka() throws IOException {
        DataDir.open(temp).close();
        Files.writeString(temp.resolve("kafka-version"), "4.2.0\n");

        DataDir.open(temp).close();

        assertThat(temp.resolve("kafka-version")).hasContent("4.3.1");
    }

    @Test
    void refusesAVersionFileWithoutVersion() throws IOException {
        DataDir.open(temp).close();
        Files.writeString(temp.resolve("kafka-version"), "\0\0");

        assertThatThrownBy(() -> DataDir.open(temp))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("kafka-version")
                .hasMessageContaining("move " + temp + " away");
    }

    @Test
    void refusesADirectoryOfAnotherProgram() throws IOException {
        Path note = Files.writeString(Files.createDirectory(temp.resolve("log")).resolve("note.txt"), "mine");

        assertThatThrownBy(() -> DataDir.open(temp))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("has no meta.properties");
        assertThat(note).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "damaged\0", "node.id=1\ncluster.id=\\uXY", "node.id=2\ncluster.id=a"})
    void refusesDamagedMetaProperties(String damaged) throws IOException {
        DataDir.open(temp).close();
        Files.writeString(temp.resolve("log/meta.properties"), damaged);

        assertThatThrownBy(() -> DataDir.open(temp))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("meta.properties is damaged")
                .hasMessageContaining("move " + temp + " away");
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> DataDir.open(file))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(file + " is a file");
        assertThatThrownBy(() -> DataDir.open(file.resolve("below")))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining("Choose another data directory");
    }

    @Test
    void namesWhatAnotherUserLeft() throws IOException {
        DataDir.open(temp).close();
        Path foreign = temp.resolve("log/meta.properties");
        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("r--r--r--"));
        assumeFalse(Files.isWritable(foreign), "root may write everywhere");

        assertThatThrownBy(() -> DataDir.open(temp))
                .isInstanceOf(BrokerStartException.class)
                .hasMessageContaining(foreign + " is not writable for user " + System.getProperty("user.name"))
                .hasMessageContaining("it belongs to " + Files.getOwner(foreign));
    }
}
