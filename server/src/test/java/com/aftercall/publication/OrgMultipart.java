package com.aftercall.publication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads fields and content of a file that is sent as multipart/form-data (RFC 7578). */
final class OrgMultipart {

  private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)");
  private static final Pattern NAME = Pattern.compile("[; ]name=\"(\\w+)\"");

  private OrgMultipart() {}

  static JsonNode read(String contentType, byte[] body) {
    var boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new OrgTables.Refused(400, "INVALID_MULTIPART_REQUEST", "no boundary");
    }
    var parts =
        new String(body, StandardCharsets.ISO_8859_1)
            .split("(\r\n)?--" + Pattern.quote(boundary.group(1)) + "(--)?\r\n", -1);
    if (parts.length != 4 || !parts[0].isEmpty() || !parts[3].isEmpty()) {
      throw new OrgTables.Refused(400, "INVALID_MULTIPART_REQUEST", "not two parts");
    }
    var fields = (ObjectNode) JsonMapper.shared().readTree(content(parts[1]));
    var name = NAME.matcher(parts[2]);
    if (!parts[1].contains("application/json")
        || !name.find()
        || !parts[2].contains("filename=\"")) {
      throw new OrgTables.Refused(400, "INVALID_MULTIPART_REQUEST", "parts without names");
    }
    return fields.put(name.group(1), Base64.getEncoder().encodeToString(content(parts[2])));
  }

  private static byte[] content(String part) {
    return part.substring(part.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
  }
}
