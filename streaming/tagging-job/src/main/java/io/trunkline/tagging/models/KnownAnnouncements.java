package io.trunkline.tagging.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * The announcements a restart needs: of the model that serves and, where there is one, of the newer
 * model that is wanted. Kept by generation, as the bytes that were read, so that what is in a
 * savepoint stays readable as long as the topic's records are.
 *
 * <p>Broadcast state, not union state, which Flink refuses to checkpoint once some subtasks have
 * reached the end of their input. A rescaled subtask gets the state of some other one: the newest
 * announcement is in all of them.
 */
final class KnownAnnouncements {
  /** The name and types are in every savepoint: they never change. */
  private static final MapStateDescriptor<Long, byte[]> DESCRIPTOR =
      new MapStateDescriptor<>(
          "announcements", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);

  private final BroadcastState<Long, byte[]> state;

  KnownAnnouncements(OperatorStateStore store) throws Exception {
    state = store.getBroadcastState(DESCRIPTOR);
  }

  List<Announcement> all() throws Exception {
    List<Announcement> announcements = new ArrayList<>();
    for (Map.Entry<Long, byte[]> entry : state.entries()) {
      announcements.add(new Announcement(entry.getKey(), entry.getValue()));
    }
    return announcements;
  }

  void replaceBy(List<Announcement> announcements) throws Exception {
    state.clear();
    for (Announcement announcement : announcements) {
      state.put(announcement.generation(), announcement.record());
    }
  }
}
