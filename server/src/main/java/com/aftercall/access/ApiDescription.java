package com.aftercall.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The description of the interface, written by hand. What it says of permissions is what is
 * enforced: {@code x-permission} and {@code x-audit} of each operation.
 */
@Component
public class ApiDescription {

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
  private static final Set<String> CONTACTS = Set.of("contactId");

  /** Places of paths that hold ids, which say nothing about what is in there. */
  private static final Set<String> SUBJECTS =
      Set.of("id", "userId", "groupId", "setId", "viewId", "commentId", "turn", "provider");

  private final Map<String, Object> description;
  private final List<Operation> operations;

  ApiDescription() throws IOException {
    try (var yaml = new ClassPathResource("openapi.yaml").getInputStream()) {
      description = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }
    operations = operations(description);
  }

  /** As it is given out. */
  public Map<String, Object> content() {
    return description;
  }

  /**
   * One operation.
   *
   * @param id its name, for the audit trail
   * @param method in upper case
   * @param path that a request's path has to match whole
   * @param places names of what the path holds
   * @param need what it takes
   * @param audit what the audit trail calls it, or null if it is not kept
   */
  record Operation(
      String id,
      String method,
      Pattern path,
      List<String> places,
      Need need,
      @Nullable AuditAction audit) {

    Optional<Request> match(String requestMethod, String requestPath) {
      var asked = requestMethod.equals("HEAD") ? "GET" : requestMethod;
      var matcher = path.matcher(requestPath);
      return method.equals(asked) && matcher.matches()
          ? Optional.of(new Request(this, place(matcher, CONTACTS), place(matcher, SUBJECTS)))
          : Optional.empty();
    }

    private @Nullable String place(Matcher matcher, Set<String> names) {
      for (var i = 0; i < places.size(); i++) {
        if (names.contains(places.get(i))) {
          return matcher.group(i + 1);
        }
      }
      return null;
    }
  }

  /**
   * What an operation takes.
   *
   * @param isPublic nobody has to sign in, or the operation checks signatures of its own
   * @param permission beside being signed in, or null for none
   */
  record Need(boolean isPublic, @Nullable Permission permission) {

    /** What is not described is for the operator alone. */
    static final Need UNKNOWN = new Need(false, Permission.ADMINISTER);

    static Need of(Map<?, ?> operation) {
      if (operation.get("security") instanceof List<?> schemes
          && !schemes.toString().contains("token")) {
        return new Need(true, null);
      }
      var permission = operation.get("x-permission");
      if (permission == null) {
        return UNKNOWN;
      }
      return permission.equals("signedIn")
          ? new Need(false, null)
          : new Need(false, Permission.ofLabel(permission.toString()));
    }
  }

  /**
   * An operation that somebody asks for.
   *
   * @param operation which
   * @param contactId of which contact, or null if of none
   * @param subject id of what else the path names, or null
   */
  record Request(Operation operation, @Nullable String contactId, @Nullable String subject) {}

  /** The operation that a request asks for; the path decoded. */
  Optional<Request> find(String method, String path) {
    return operations.stream()
        .flatMap(operation -> operation.match(method, path).stream())
        .findFirst();
  }

  private static List<Operation> operations(Map<String, Object> description) {
    var found = new ArrayList<Operation>();
    if (description.get("paths") instanceof Map<?, ?> paths) {
      paths.forEach(
          (path, item) -> {
            for (var method : METHODS) {
              if (item instanceof Map<?, ?> methods
                  && methods.get(method) instanceof Map<?, ?> operation) {
                found.add(operation(path.toString(), method, operation));
              }
            }
          });
    }
    return List.copyOf(found);
  }

  private static Operation operation(String path, String method, Map<?, ?> operation) {
    var places = new ArrayList<String>();
    var matcher = PLACE.matcher(path);
    var pattern = new StringBuilder();
    var end = 0;
    while (matcher.find()) {
      places.add(matcher.group(1));
      pattern.append(Pattern.quote(path.substring(end, matcher.start())));
      pattern.append(mayHoldSlashes(matcher.group(1)) ? "(.+)" : "([^/]+)");
      end = matcher.end();
    }
    pattern.append(Pattern.quote(path.substring(end)));
    return new Operation(
        String.valueOf(operation.get("operationId")),
        method.toUpperCase(Locale.ROOT),
        Pattern.compile(pattern.toString(), Pattern.DOTALL),
        places,
        Need.of(operation),
        audit(method, operation.get("x-audit")));
  }

  /** Whatever changes something is kept unless the description says that it is not. */
  private static @Nullable AuditAction audit(String method, @Nullable Object label) {
    if (label == null) {
      return method.equals("get") ? null : AuditAction.CHANGE;
    }
    return label.equals("none") ? null : AuditAction.ofLabel(label.toString());
  }

  private static boolean mayHoldSlashes(String place) {
    return place.equals("key") || place.equals("path");
  }
}
