package io.trunkline.cli.report;

import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.internal.chartpart.Chart;
import org.w3c.dom.Document;

/** Draws charts as SVG, letters as outlines, so that every reader sees them alike. */
public final class Svg {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private Svg() {}

  /** The chart as the source of an image that is part of the page itself. */
  static String dataUri(Chart<?, ?> chart) {
    byte[] svg = draw(chart).getBytes(StandardCharsets.UTF_8);
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg);
  }

  /** The chart as an SVG document. */
  public static String draw(Chart<?, ?> chart) {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment(" ");
    SVGGraphics2D surface = new SVGGraphics2D(context, false);
    chart.paint(surface, chart.getWidth(), chart.getHeight());
    surface.setSVGCanvasSize(new Dimension(chart.getWidth(), chart.getHeight()));
    StringWriter svg = new StringWriter();
    try {
      surface.stream(svg, true);
    } catch (IOException e) {
      throw new IllegalStateException("writing to a string cannot fail", e);
    }
    return svg.toString();
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java platform has a document builder", e);
    }
  }
}
