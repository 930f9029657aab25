package io.trunkline.tagging;

import io.trunkline.tagging.models.ModelReport;
import io.trunkline.tagging.records.Rejected;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;

/** What leaves an operator beside its main output. */
final class SideOutputs {
  /** Records that cannot be processed. */
  static final OutputTag<Rejected> REJECTED =
      new OutputTag<>("rejected", TypeInformation.of(Rejected.class));

  /** What became of announced models. */
  static final OutputTag<ModelReport> MODEL_REPORTS =
      new OutputTag<>("model-reports", TypeInformation.of(ModelReport.class));

  private SideOutputs() {}
}
