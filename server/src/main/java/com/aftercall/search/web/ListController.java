package com.aftercall.search.web;

import com.aftercall.access.Caller;
import com.aftercall.access.ContactRights;
import com.aftercall.access.Permission;
import com.aftercall.search.ContactFilter;
import com.aftercall.search.ContactSearch;
import com.aftercall.search.ContactSearch.Count;
import com.aftercall.search.ContactSearch.Page;
import com.aftercall.search.ContactSearch.PageRequest;
import com.aftercall.search.ContactValues;
import com.aftercall.search.Dashboard;
import com.aftercall.search.Dashboards;
import com.aftercall.search.Interval;
import com.aftercall.search.InvalidQuery;
import com.aftercall.search.Sort;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/contacts} and what is told of lists. */
@RestController
class ListController {

  private static final int MOST = 200;

  private static final Set<String> OF_LISTS = Set.of("view", "sort", "order", "limit", "cursor");

  private static final Set<String> OF_DASHBOARDS = Set.of("interval", "zone");

  private final ContactSearch search;
  private final ContactValues values;
  private final Dashboards dashboards;

  ListController(ContactSearch search, ContactValues values, Dashboards dashboards) {
    this.search = search;
    this.values = values;
    this.dashboards = dashboards;
  }

  @GetMapping("/api/v1/contacts")
  Page list(
      Caller caller,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "all") String view,
      @RequestParam(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      throw new InvalidQuery("limit is %d; it can be 1 to %d".formatted(limit, MOST));
    }
    refuseWords(caller, parameters.keySet());
    var filter = ContactFilter.parse(parameters, OF_LISTS, caller.visibility());
    return switch (view) {
      case "all" -> search.page(filter, request(parameters, limit));
      case "deleted" -> search.page(filter.inBin(), request(parameters, limit));
      case "recent" -> new Page(search.recent(filter, caller.getName(), limit), null);
      default ->
          throw new InvalidQuery("view is '%s'; it can be all, recent or deleted".formatted(view));
    };
  }

  private static PageRequest request(MultiValueMap<String, String> parameters, int limit) {
    return new PageRequest(
        Sort.ofLabel(first(parameters, "sort", "arrival")),
        isDescending(first(parameters, "order", "desc")),
        limit,
        parameters.getFirst("cursor"));
  }

  private static boolean isDescending(String order) {
    return switch (order) {
      case "asc" -> false;
      case "desc" -> true;
      default -> throw new InvalidQuery("order is '%s'; it can be asc or desc".formatted(order));
    };
  }

  private static String first(
      MultiValueMap<String, String> parameters, String name, String otherwise) {
    var value = parameters.getFirst(name);
    return value == null ? otherwise : value;
  }

  @GetMapping("/api/v1/contact-count")
  Count count(Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    refuseWords(caller, parameters.keySet());
    return search.count(ContactFilter.parse(parameters, Set.of(), caller.visibility()));
  }

  @GetMapping("/api/v1/contact-values/{field}")
  Map<String, List<String>> values(
      Caller caller, @PathVariable String field, @RequestParam(defaultValue = "") String prefix) {
    refuseWords(caller, Set.of(field));
    return Map.of(
        "items", values.find(ContactValues.Field.ofLabel(field), prefix, caller.visibility()));
  }

  @GetMapping("/api/v1/dashboard")
  Dashboard dashboard(
      Caller caller,
      @RequestParam MultiValueMap<String, String> parameters,
      @RequestParam(defaultValue = "day") String interval,
      @RequestParam(defaultValue = "UTC") String zone) {
    refuseWords(caller, parameters.keySet());
    return dashboards.figures(
        ContactFilter.parse(parameters, OF_DASHBOARDS, caller.visibility()),
        Interval.ofLabel(interval),
        zone(zone));
  }

  /** Who may read no transcript learns nothing from one by asking what is in it. */
  private static void refuseWords(Caller caller, Set<String> filters) {
    if (filters.stream().anyMatch(ContactFilter.ABOUT_WORDS::contains)) {
      ContactRights.require(caller, Permission.READ_TRANSCRIPT);
    }
  }

  private static ZoneId zone(@Nullable String name) {
    try {
      return ZoneId.of(String.valueOf(name));
    } catch (DateTimeException e) {
      throw new InvalidQuery("zone is no time zone; write it as Europe/Berlin");
    }
  }
}
