package com.aftercall.transcript.sphinx;

import edu.cmu.sphinx.decoder.search.Token;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstLookaheadSearchManager;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sphinx's search, made lighter: tokens that lie inside a word are folded into one, so that the
 * garbage collector need not carry each 10 ms of each hypothesis along, and tables have the size of
 * what goes in. Finds the same words. Public only because Sphinx makes it by name.
 */
public final class WordSearch extends WordPruningBreadthFirstLookaheadSearchManager {

  private static final int SMALLEST_TABLE = 512;

  private boolean lookingAhead;

  /** For Sphinx, which sets the rest from its configuration file. */
  public WordSearch() {}

  @Override
  protected void createBestTokenMap() {
    bestTokenMap = new HashMap<>(Math.max(SMALLEST_TABLE, 2 * activeList.size()));
  }

  @Override
  protected void createFastMatchBestTokenMap() {
    fastMatchBestTokenMap = new HashMap<>(SMALLEST_TABLE);
  }

  @Override
  protected void growFastmatchBranches() {
    lookingAhead = true;
    super.growFastmatchBranches();
    lookingAhead = false;
  }

  /** What a new token remembers of the path to it; the look ahead needs no path at all. */
  @Override
  protected @Nullable Token getResultListPredecessor(Token token) {
    if (lookingAhead) {
      return null;
    }
    return token.isWord() ? token : folded(token);
  }

  /** One token for all since the last word: their scores summed, at the time of the first. */
  private static Token folded(Token last) {
    float scores = 0;
    float language = 0;
    long begin = last.getCollectTime();
    Token token = last;
    while (token != null && !token.isWord()) {
      scores += token.getAcousticScore() + token.getInsertionScore();
      language += token.getLanguageScore();
      begin = token.getCollectTime();
      token = token.getPredecessor();
    }
    return new Token(token, last.getSearchState(), last.getScore(), scores, language, begin);
  }
}
