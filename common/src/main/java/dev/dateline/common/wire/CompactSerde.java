package dev.dateline.common.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Records as JSON arrays, their fields by position and times as epoch milliseconds: for state that nobody else reads, at half the size. Fields
 * may be added at the end, where older values have null.
 */
public final class CompactSerde<T> implements Serde<T> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("compact-times")
                    .addSerializer(Instant.class, new MillisWriter())
                    .addDeserializer(Instant.class, new MillisReader()))
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new RecordsAsArrays(), new JacksonAnnotationIntrospector()))
            .build();

    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final Class<T> type;

    private CompactSerde(Class<T> type) {
        this.type = type;
        this.reader = MAPPER.readerFor(type);
        this.writer = MAPPER.writerFor(type);
    }

    public static <T> CompactSerde<T> of(Class<T> type) {
        return new CompactSerde<>(type);
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> {
            try {
                return value == null ? null : writer.writeValueAsBytes(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /** Throws {@link SerializationException} when the bytes are not this record. */
    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> {
            try {
                return bytes == null ? null : reader.readValue(bytes);
            } catch (IOException e) {
                throw new SerializationException("not a " + type.getSimpleName() + " on " + topic, e);
            }
        };
    }

    private static final class RecordsAsArrays extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonFormat.Value findFormat(Annotated member) {
            return member instanceof AnnotatedClass type && type.getRawType().isRecord()
                    ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
                    : null;
        }
    }

    private static final class MillisWriter extends StdScalarSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        MillisWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(value.toEpochMilli());
        }
    }

    private static final class MillisReader extends StdScalarDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        MillisReader() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Instant.ofEpochMilli(json.getLongValue());
        }
    }
}
