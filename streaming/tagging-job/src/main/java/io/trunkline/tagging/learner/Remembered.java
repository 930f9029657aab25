package io.trunkline.tagging.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Something that a restart needs. What is remembered is made of records of the topics, in their own
 * bytes, and of plain values: so that what is in a savepoint stays readable.
 */
final class Remembered<T> {
  private final ListState<T> state;

  /**
   * @param name in every savepoint: it never changes
   */
  Remembered(OperatorStateStore store, String name, Class<T> type) throws Exception {
    state = store.getListState(new ListStateDescriptor<>(name, TypeInformation.of(type)));
  }

  List<T> all() throws Exception {
    List<T> all = new ArrayList<>();
    state.get().forEach(all::add);
    return all;
  }

  Optional<T> one() throws Exception {
    return all().stream().findFirst();
  }

  void replaceBy(List<T> values) throws Exception {
    state.update(values);
  }

  void replaceBy(Optional<T> value) throws Exception {
    state.update(value.stream().toList());
  }
}
