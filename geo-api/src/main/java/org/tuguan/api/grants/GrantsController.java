package org.tuguan.api.grants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Grant;
import org.tuguan.core.access.Ground;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;

/**
 * {@code /api/v1/layers/{name}/grants}: who may do what with a layer, for those who manage it. A
 * change with {@code dry_run=true} is not made; either way the answer says what it does.
 */
@RestController
class GrantsController {
  private static final String PATH = "/api/v1/layers/{name}/grants";

  private final CatalogStore catalogs;
  private final LayerGrants grants;
  private final JdbcLayerGrants areas;
  private final Grantees grantees;
  private final Effects effects;

  GrantsController(
      CatalogStore catalogs,
      LayerGrants grants,
      JdbcLayerGrants areas,
      Grantees grantees,
      Effects effects) {
    this.catalogs = catalogs;
    this.grants = grants;
    this.areas = areas;
    this.grantees = grantees;
    this.effects = effects;
  }

  /**
   * @param roles that rights can be given to
   */
  record Grants(List<GrantJson> grants, List<RoleName> roles) {}

  record RoleName(String id, LocalText name) {}

  /**
   * @param box around the area: west, south, east, north; null for everywhere
   * @param agreement id of the one that gives it; null if none does
   */
  record GrantJson(
      long id,
      GranteeJson grantee,
      List<Right> rights,
      List<Double> box,
      LocalDate from,
      LocalDate until,
      Long agreement) {}

  /**
   * @param made false if it was only tried
   */
  record Done(boolean made, Effect effect, List<GrantJson> grants) {}

  @GetMapping(PATH)
  Grants list(@PathVariable("name") String name) {
    Layer layer = managed(name);
    return new Grants(
        listJson(layer),
        Arrays.stream(Role.values())
            .map(role -> new RoleName(role.name(), Grantees.name(role)))
            .toList());
  }

  @PostMapping(PATH)
  Done give(
      @PathVariable("name") String name,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestBody GrantRequest request) {
    Layer layer = managed(name);
    Ground ground =
        request.area() == null || request.area().isNull()
            ? Ground.EVERYWHERE
            : areas.ground(request.area().toString());
    Grant grant = request.grant(name, ground);
    grantees.require(grant.grantee());
    List<Grant> before = listGrants(layer);
    List<Grant> after = new ArrayList<>(before);
    after.add(grant);
    Effect effect = effects.of(layer, before, after);
    if (!dryRun) {
      grants.give(List.of(grant));
    }
    return done(layer, !dryRun, effect);
  }

  @DeleteMapping(PATH + "/{id}")
  Done takeBack(
      @PathVariable("name") String name,
      @PathVariable("id") long id,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun) {
    Layer layer = managed(name);
    List<Grant> before = listGrants(layer);
    Grant grant =
        before.stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(
                () -> new RequestException(Fault.NOT_FOUND, "id", "this layer has no grant " + id));
    List<Grant> after = before.stream().filter(each -> each.id() != id).toList();
    Effect effect = effects.of(layer, before, after);
    if (!dryRun) {
      grants.takeBack(grant);
    }
    return done(layer, !dryRun, effect);
  }

  /** As it is in the database now. */
  private Layer managed(String name) {
    catalogs.refresh();
    return catalogs.catalog().getLayer("name", name, Right.MANAGE);
  }

  private List<Grant> listGrants(Layer layer) {
    Catalog catalog = catalogs.catalog();
    return catalog.rules().listGrants(layer.name());
  }

  private Done done(Layer layer, boolean made, Effect effect) {
    catalogs.refresh();
    return new Done(made, effect, listJson(layer));
  }

  private List<GrantJson> listJson(Layer layer) {
    return listGrants(layer).stream().map(this::json).toList();
  }

  private GrantJson json(Grant grant) {
    return new GrantJson(
        grant.id(),
        GranteeJson.of(grant.grantee(), grantees),
        grant.rights().stream().sorted().toList(),
        grant.ground() instanceof Ground.Within within ? LayerGrants.box(within) : null,
        grant.from().orElse(null),
        grant.until().orElse(null),
        grant.agreement().orElse(null));
  }
}
