package io.github.vastsdk.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the compiler which expressions it accepts. */
class TypeSafetyTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OfferQuery.of(OfferFields.gpuName.eq(\"L4\"), OfferFields.gpuRam.gteGb(24),"
                        + " OfferFields.dphTotal.asc())",
                "OfferQuery.of().where(OfferFields.verified.eq(false)).orderBy(OfferFields.score.desc()).limit(3)",
                "OfferQuery.of(OfferFields.numGpus.in(1, 2.5, 4L))",
                "VolumeOfferQuery.of(VolumeOfferFields.verified.eq(true), VolumeOfferFields.diskSpace.gte(10))",
                "Selection.of(TemplateFields.name.eq(\"x\"), TemplateFields.id.desc())"
            })
    void compile_whenItFits_thenAccepted(String expression) throws IOException {
        assertThat(errors(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OfferQuery.of(VolumeOfferFields.diskSpace.gte(10))",
                "OfferQuery.of().where(VolumeOfferFields.verified.eq(true))",
                "OfferQuery.of().where(OfferFields.dphTotal.asc())",
                "OfferQuery.of().orderBy(VolumeOfferFields.score.desc())",
                "OfferQuery.of().without(VolumeOfferFields.verified)",
                "OfferQuery.of(OfferFields.gpuName)",
                "VolumeOfferQuery.of(OfferFields.diskSpace.gte(10))",
                "VolumeOfferQuery.of().type(OfferType.RESERVED)",
                "Selection.of(TemplateFields.name.eq(\"x\"), BenchmarkFields.value.gt(1))",
                "OfferFields.gpuName.gte(\"L4\")",
                "OfferFields.gpuName.eq(4090)",
                "OfferFields.geolocation.lt(\"SE\")",
                "OfferFields.numGpus.eq(\"4\")",
                "OfferFields.numGpus.eq(true)",
                "OfferFields.gpuRam.gte(24)",
                "OfferFields.gpuRam.in(24)",
                "OfferFields.verified.eq(\"true\")",
                "OfferFields.verified.gt(true)",
                "OfferFields.duration.gte(3)",
                "OfferFields.endDate.gte(java.time.Duration.ofDays(1))",
                "OfferFields.driverVersion.gte(535)",
                "new NumberField<Object>(\"made_up\", row -> null)"
            })
    void compile_whenItDoesNotFit_thenRefused(String expression) throws IOException {
        assertThat(errors(expression)).isNotEmpty();
    }

    private List<String> errors(String expression) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        Path source = Files.writeString(
                folder.resolve("Snippet.java"),
                "import io.github.vastsdk.query.*; class Snippet { Object made() { return " + expression + "; } }");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            compiler.getTask(
                            null,
                            files,
                            found,
                            List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
        }
        // A copy: to word a message, the compiler may look up a class, and have something to say about that.
        return List.copyOf(found.getDiagnostics()).stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .map(each -> each.getMessage(Locale.ROOT))
                .toList();
    }

    /** Where the library and what its signatures mention were loaded from, on a class path or not. */
    private static String classPath() {
        return Stream.of(OfferQuery.class, JsonNode.class, JsonProperty.class, JsonParser.class, Nullable.class)
                .map(type -> {
                    try {
                        return Path.of(type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toURI())
                                .toString();
                    } catch (URISyntaxException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
