package io.github.vastsdk.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.vastsdk.Secret;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** How values look in JSON: lenient readers, grouped records, times as seconds, secrets. */
final class JsonModule extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1;

    /** Attribute of a writer that prints secrets as {@code ***}. */
    static final String REDACT = "redact";

    JsonModule() {
        super("vast-sdk");
        addDeserializer(Integer.class, new NumberReaders.OfInteger());
        addDeserializer(Long.class, new NumberReaders.OfLong());
        addDeserializer(Double.class, new NumberReaders.OfDouble());
        addDeserializer(Boolean.class, new ScalarReaders.OfBoolean());
        addDeserializer(Secret.class, new ScalarReaders.OfSecret());
        addDeserializer(Instant.class, new TimeReaders.OfInstant());
        addDeserializer(Duration.class, new TimeReaders.OfDuration());
        addSerializer(new SecretWriter());
        addSerializer(new InstantWriter());
        addSerializer(new DurationWriter());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new GroupedRecords.Finder());
    }

    private static final class SecretWriter extends StdSerializer<Secret> {
        @Serial
        private static final long serialVersionUID = 1;

        SecretWriter() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(provider.getAttribute(REDACT) == null ? value.reveal() : value.toString());
        }
    }

    private static final class InstantWriter extends StdSerializer<Instant> {
        @Serial
        private static final long serialVersionUID = 1;

        InstantWriter() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            writeSeconds(value.getEpochSecond(), value.getNano(), out);
        }
    }

    private static final class DurationWriter extends StdSerializer<Duration> {
        @Serial
        private static final long serialVersionUID = 1;

        DurationWriter() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            writeSeconds(value.getSeconds(), value.getNano(), out);
        }
    }

    private static void writeSeconds(long seconds, int nanos, JsonGenerator out) throws IOException {
        if (nanos == 0) {
            out.writeNumber(seconds);
        } else {
            out.writeNumber(BigDecimal.valueOf(seconds)
                    .add(BigDecimal.valueOf(nanos, 9))
                    .stripTrailingZeros());
        }
    }
}
