package dev.dateline.common.wire;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
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
import java.time.Instant;

/**
 * Records as JSON arrays, their fields by position and times as epoch milliseconds: for state that nobody else reads, at half the size. Fields
 * may be added at the end, where older values have null.
 */
final class CompactJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("compact-times")
                    .addSerializer(Instant.class, new MillisWriter())
                    .addDeserializer(Instant.class, new MillisReader()))
            .annotationIntrospector(
                    AnnotationIntrospector.pair(new RecordsAsArrays(), new JacksonAnnotationIntrospector()))
            .build();

    private CompactJson() {}

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
