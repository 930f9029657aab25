package io.trunkline.model.network;

import io.trunkline.model.Model;

class NetworkScorerTest extends ScorerContract {
  @Override
  protected Scorer scorer(Model model) {
    return new Network(model.spec(), Parameters.of(model));
  }
}
