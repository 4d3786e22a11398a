package com.aftercall;

import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The settings of ours that the code knows, by key. */
final class Settings {

  private static final Path SOURCES = Documents.ROOT.resolve("server/src/main/java");

  private static final Pattern VALUE =
      Pattern.compile("@Value\\(\"\\$\\{(aftercall\\.[a-z.-]+)[^)]*\\)\\s+(\\w+)");

  private final Map<String, Setting> known = new TreeMap<>();

  private Settings() {}

  /** How {@code docs/configuration.md} shows one. */
  record Setting(String type, String byDefault) {}

  static Map<String, Setting> ofTheCode() {
    var settings = new Settings();
    var byFile = flat(Documents.read("server/src/main/resources/application.yaml"));
    settings.addClasses(byFile);
    settings.addValues(byFile);
    return settings.known;
  }

  private void addClasses(Map<String, String> byFile) {
    // By the sources: to look through all classes of the class path takes seconds.
    for (var type : sources().filter(Settings::isOfProperties).map(Settings::load).toList()) {
      var prefix = type.getAnnotation(ConfigurationProperties.class).value();
      var components = type.getRecordComponents();
      for (var i = 0; i < components.length; i++) {
        var key = prefix + "." + dashed(components[i].getName());
        known.put(key, new Setting(typeOf(components[i]), byDefault(type, i, byFile.get(key))));
      }
    }
  }

  /** Settings that a single constructor takes. */
  private void addValues(Map<String, String> byFile) {
    sources()
        .map(Documents::read)
        .flatMap(source -> VALUE.matcher(source).results())
        .forEach(
            found -> {
              var key = found.group(1);
              var type = byFile.getOrDefault(key, "").contains("@") ? "text" : "folder";
              known.put(key, new Setting(type, "`" + byFile.get(key) + "`"));
            });
  }

  /** Every leaf of a YAML file, by its key. */
  static Map<String, String> flat(String yaml) {
    Map<String, String> leaves = new TreeMap<>();
    flatten("", new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml), leaves);
    return leaves;
  }

  private static void flatten(String key, @Nullable Object node, Map<String, String> leaves) {
    if (node instanceof Map<?, ?> map) {
      map.forEach(
          (name, child) -> flatten(key.isEmpty() ? "" + name : key + "." + name, child, leaves));
    } else {
      leaves.put(key, String.valueOf(node));
    }
  }

  private static Stream<Path> sources() {
    return Documents.files(SOURCES, 20).filter(file -> file.toString().endsWith(".java"));
  }

  private static boolean isOfProperties(Path source) {
    return Documents.read(source).contains("\n@ConfigurationProperties(");
  }

  private static Class<?> load(Path source) {
    var name = SOURCES.relativize(source).toString().replace(".java", "").replace('/', '.');
    try {
      return Class.forName(name, false, Settings.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String byDefault(Class<?> type, int component, @Nullable String byFile) {
    var annotation =
        type.getDeclaredConstructors()[0].getParameters()[component].getAnnotation(
            DefaultValue.class);
    if (annotation != null) {
      var value = Arrays.stream(annotation.value()).findFirst();
      return value.map(text -> "`" + text + "`").orElse("empty");
    }
    return byFile == null ? "none" : "`" + byFile + "`";
  }

  private static String typeOf(RecordComponent component) {
    if (component.getType().isEnum()) {
      return "text";
    }
    if (component.getType() == Path.class && component.getName().matches("file|.*File")) {
      return "file";
    }
    return Map.<Class<?>, String>of(
            boolean.class, "true or false",
            int.class, "integer",
            Duration.class, "duration",
            Path.class, "folder",
            String.class, "text",
            List.class, "list of text",
            URI.class, "address",
            Map.class, "text by name",
            DataSize.class, "size")
        .getOrDefault(component.getType(), component.getType().getSimpleName());
  }
}
