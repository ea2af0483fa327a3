package org.tuguan.api.plugin;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The endpoints of a plugin as OpenAPI describes them, under a tag of the plugin's own. */
final class PluginPathItems {
  private static final String JSON = "application/json";
  private static final String ANYTHING = "*/*";
  private static final String FORM = "multipart/form-data";
  private static final String PROBLEM = "application/problem+json";

  private PluginPathItems() {}

  static Tag tag(RunningPlugin plugin, Locale language) {
    return new Tag()
        .name(plugin.manifest().id())
        .description(plugin.manifest().title().in(language));
  }

  static void add(RunningPlugin plugin, Paths paths) {
    String id = plugin.manifest().id();
    for (PluginEndpoint each : plugin.endpoints()) {
      PathItem item = paths.computeIfAbsent(each.path(), path -> new PathItem());
      item.operation(PathItem.HttpMethod.valueOf(each.verb()), operation(id, each));
    }
  }

  private static Operation operation(String id, PluginEndpoint endpoint) {
    Operation operation =
        new Operation()
            .addTagsItem(id)
            .summary(endpoint.operation())
            .operationId(operationId(endpoint))
            .responses(
                new ApiResponses()
                    .addApiResponse(
                        Integer.toString(endpoint.status()), new ApiResponse().description("OK"))
                    .addApiResponse("default", problem()));
    endpoint.inputs().stream()
        .filter(input -> input.place() != PluginEndpoint.Place.FILE)
        .filter(input -> !inForm(endpoint, input))
        .map(PluginPathItems::parameter)
        .forEach(operation::addParametersItem);
    if (hasFiles(endpoint)) {
      operation.requestBody(body(FORM, form(endpoint)));
    } else if (endpoint.body() != PluginEndpoint.Body.NONE) {
      operation.requestBody(body(endpoint.body()));
    }
    return operation;
  }

  private static RequestBody body(PluginEndpoint.Body body) {
    if (body == PluginEndpoint.Body.JSON) {
      return body(JSON, typed("object"));
    }
    Schema<?> text = typed("string");
    return body(ANYTHING, body == PluginEndpoint.Body.BINARY ? text.format("binary") : text);
  }

  /** Verb and address, which are nobody else's. */
  private static String operationId(PluginEndpoint endpoint) {
    return endpoint.verb().toLowerCase(Locale.ROOT)
        + endpoint.path().substring(PluginPaths.API.length() - 1).replaceAll("[^A-Za-z0-9]+", "_");
  }

  private static boolean hasFiles(PluginEndpoint endpoint) {
    return endpoint.inputs().stream().anyMatch(input -> input.place() == PluginEndpoint.Place.FILE);
  }

  private static boolean inForm(PluginEndpoint endpoint, PluginEndpoint.Input input) {
    return hasFiles(endpoint) && input.place() != PluginEndpoint.Place.PATH;
  }

  private static Schema<?> form(PluginEndpoint endpoint) {
    List<PluginEndpoint.Input> parts =
        endpoint.inputs().stream().filter(input -> inForm(endpoint, input)).toList();
    Schema<?> form = typed("object");
    parts.forEach(part -> form.addProperty(part.name(), schema(part)));
    form.setRequired(
        parts.stream()
            .filter(PluginEndpoint.Input::required)
            .map(PluginEndpoint.Input::name)
            .collect(Collectors.toList()));
    return form;
  }

  private static Parameter parameter(PluginEndpoint.Input input) {
    Parameter parameter =
        new Parameter()
            .name(input.name())
            .in(input.place().name().toLowerCase(Locale.ROOT))
            .required(input.required())
            .schema(schema(input));
    return input.type().equals("object")
        ? parameter.style(Parameter.StyleEnum.FORM).explode(true)
        : parameter;
  }

  private static Schema<?> schema(PluginEndpoint.Input input) {
    Schema<?> one = typed(input.type());
    if (!input.format().isEmpty()) {
      one.setFormat(input.format());
    }
    return input.many() ? typed("array").items(one) : one;
  }

  /** Version 3.1 has types of its own. */
  private static Schema<?> typed(String type) {
    return new JsonSchema().typesItem(type);
  }

  private static RequestBody body(String type, Schema<?> schema) {
    return new RequestBody()
        .required(true)
        .content(new Content().addMediaType(type, new MediaType().schema(schema)));
  }

  private static ApiResponse problem() {
    return new ApiResponse()
        .description("RFC 9457")
        .content(new Content().addMediaType(PROBLEM, new MediaType().schema(typed("object"))));
  }
}
