package io.trunkline.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Builds a graph node by node. A node, an input and a constant are known by their names. */
final class GraphBuilder {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("trunkline");
  private int names;

  /** Something that the graph reads; dimensions are names, for they differ from call to call. */
  String input(String name, DataType type, String... dimensions) {
    graph.addInput(value(name, type, List.of(dimensions)));
    return name;
  }

  /** Names what a node puts out, and has the graph give it out. */
  void output(String node, String name, String... dimensions) {
    graph.addNode(
        NodeProto.newBuilder().setOpType("Identity").setName(name).addInput(node).addOutput(name));
    graph.addOutput(value(name, DataType.FLOAT, List.of(dimensions)));
  }

  private static ValueInfoProto value(String name, DataType type, List<String> dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String dimension : dimensions) {
      TensorShapeProto.Dimension.Builder one = TensorShapeProto.Dimension.newBuilder();
      boolean fixed = Character.isDigit(dimension.charAt(0));
      shape.addDim(fixed ? one.setDimValue(Long.parseLong(dimension)) : one.setDimParam(dimension));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }

  /** A constant of floats. */
  String floats(float[] values, long... dimensions) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(DataType.FLOAT, ByteString.copyFrom(bytes), dimensions);
  }

  /** A constant row of integers. */
  String longs(long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(DataType.INT64, ByteString.copyFrom(bytes), values.length);
  }

  private String constant(DataType type, ByteString bytes, long... dimensions) {
    String name = name("constant");
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber()).setRawData(bytes);
    for (long dimension : dimensions) {
      tensor.addDims(dimension);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** A node without attributes. */
  String node(String operator, String... inputs) {
    return node(operator, List.of(), inputs);
  }

  /** A node with attributes, see {@link #integer} and {@link #integers}. */
  String node(String operator, List<AttributeProto> attributes, String... inputs) {
    String name = name(operator);
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addAllInput(Arrays.asList(inputs))
            .addOutput(name)
            .addAllAttribute(attributes));
    return name;
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto integers(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  private String name(String what) {
    return what + "-" + names++;
  }

  GraphProto build() {
    return graph.build();
  }
}
