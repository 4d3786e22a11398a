package com.aftercall.access.web;

import com.aftercall.access.AccessSettings;
import com.aftercall.access.CorsRule;
import com.aftercall.access.CorsRules;
import com.aftercall.access.FrameOrigins;
import com.aftercall.access.Sessions;
import com.aftercall.access.Users;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/access-settings} and {@code /api/v1/sign-in-options}. */
@RestController
class AccessSettingsController {

  private final AccessSettings settings;
  private final CorsRules cors;
  private final FrameOrigins frames;
  private final Users users;

  AccessSettingsController(
      AccessSettings settings, CorsRules cors, FrameOrigins frames, Users users) {
    this.settings = settings;
    this.cors = cors;
    this.frames = frames;
    this.users = users;
  }

  record ProviderJson(String id, String name, String issuer, String redirectUri) {}

  record SettingsJson(
      String sessionLength,
      String auditKeep,
      List<CorsRule> cors,
      List<String> notes,
      List<String> frameAncestors,
      List<ProviderJson> providers) {}

  record OptionJson(String id, String name, String url) {}

  record OptionsJson(boolean password, List<OptionJson> providers) {}

  @GetMapping("/api/v1/access-settings")
  SettingsJson settings(HttpServletRequest request) {
    return new SettingsJson(
        Sessions.LENGTH.toString(),
        settings.auditKeep().toString(),
        cors.rules(),
        cors.notes(),
        frames.origins(),
        providers()
            .map(
                provider ->
                    new ProviderJson(
                        provider.getKey(),
                        name(provider),
                        provider.getValue().issuer().toString(),
                        OpenIdController.redirectUri(
                            request, provider.getKey(), provider.getValue())))
            .toList());
  }

  @GetMapping("/api/v1/sign-in-options")
  OptionsJson options() {
    return new OptionsJson(
        users.anyHasPassword(),
        providers()
            .map(
                provider ->
                    new OptionJson(
                        provider.getKey(), name(provider), "/login/oidc/" + provider.getKey()))
            .toList());
  }

  private Stream<Map.Entry<String, AccessSettings.OpenIdProvider>> providers() {
    return settings.openid().entrySet().stream()
        .sorted(Comparator.comparing(AccessSettingsController::name));
  }

  private static String name(Map.Entry<String, AccessSettings.OpenIdProvider> provider) {
    return Objects.requireNonNullElse(provider.getValue().name(), provider.getKey());
  }
}
