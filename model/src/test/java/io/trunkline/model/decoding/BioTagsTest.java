package io.trunkline.model.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.LabelValue.Span;
import io.trunkline.model.text.Token;
import io.trunkline.model.text.Tokenizer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BioTagsTest {
  private static final int O = 0;
  private static final int B_CITY = 1;
  private static final int I_CITY = 2;
  private static final int B_TIME = 3;
  private static final int I_TIME = 4;

  private final BioTags bio = new BioTags(List.of("city", "time"));

  @Test
  void thereIsOneTagMoreThanTwiceTheLabels() {
    assertThat(BioTags.count(2)).isEqualTo(5);
  }

  @Test
  void aSpanBeginsWithBAndGoesOnWithI() {
    List<Token> tokens = Tokenizer.tokenize("to New York at half past two");

    assertThat(bio.tags(List.of(new Span(3, 11, "city"), new Span(15, 28, "time")), tokens))
        .containsExactly(O, B_CITY, I_CITY, O, B_TIME, I_TIME, I_TIME);
  }

  @Test
  void spansThatTouchAreKeptApart() {
    List<Token> tokens = Tokenizer.tokenize("paris rome");
    List<Span> spans = List.of(new Span(0, 5, "city"), new Span(6, 10, "city"));

    assertThat(bio.tags(spans, tokens)).containsExactly(B_CITY, B_CITY);
    assertThat(bio.spans(new int[] {B_CITY, B_CITY}, tokens)).isEqualTo(spans);
  }

  @Test
  void aTokenThatIsPartlyInASpanBelongsToTheFirst() {
    List<Token> tokens = Tokenizer.tokenize("newyork now");

    assertThat(bio.tags(List.of(new Span(3, 5, "city"), new Span(5, 11, "time")), tokens))
        .containsExactly(B_CITY, B_TIME);
  }

  @Test
  void spansBeyondTheTokensAndOfUnknownLabelsAreLeftOut() {
    List<Token> tokens = Tokenizer.tokenize("rome or paris").subList(0, 2);

    assertThat(bio.tags(List.of(new Span(0, 4, "person"), new Span(8, 13, "city")), tokens))
        .containsExactly(O, O);
  }

  @Test
  void spansAreInCodePointsOfTheOriginalText() {
    String text = "🎉🎉 ﬁrst Ｎｅｗ Ｙｏｒｋ！";
    List<Span> spans = List.of(new Span(8, 16, "city"));
    List<Token> tokens = Tokenizer.tokenize(text);

    int[] tags = bio.tags(spans, tokens);

    assertThat(tags).containsExactly(O, O, O, B_CITY, I_CITY, O);
    assertThat(bio.spans(tags, tokens)).isEqualTo(spans);
  }
}
