package com.aftercall.transcript.sphinx;

import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.util.props.PropertyException;
import edu.cmu.sphinx.util.props.PropertySheet;
import edu.cmu.sphinx.util.props.S4Boolean;
import java.io.IOException;
import java.net.URISyntaxException;

/** The acoustic model, fitted to the band. Public only because Sphinx makes it by name. */
public final class BandModel extends Sphinx3Loader {

  /** Whether to leave out what telephone lines do not have. */
  @S4Boolean(defaultValue = false)
  public static final String PROP_TELEPHONE = "telephone";

  private boolean telephone;

  /** For Sphinx, which sets the rest from its configuration file. */
  public BandModel() {}

  @Override
  public void newProperties(PropertySheet properties) throws PropertyException {
    super.newProperties(properties);
    telephone = properties.getBoolean(PROP_TELEPHONE);
  }

  @Override
  public Pool<float[]> loadDensityFile(String path, float floor)
      throws IOException, URISyntaxException {
    Pool<float[]> densities = super.loadDensityFile(path, floor);
    if (telephone) {
      // Cepstra, their slopes and their curvatures are streams of their own, all of one length.
      for (int i = 0; i < densities.size(); i++) {
        if (path.equals("means")) {
          TelephoneProjection.ofMean(densities.get(i));
        } else {
          TelephoneProjection.ofVariance(densities.get(i));
        }
      }
    }
    return densities;
  }
}
