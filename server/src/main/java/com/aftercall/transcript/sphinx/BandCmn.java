package com.aftercall.transcript.sphinx;

import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.feature.BatchCMN;
import edu.cmu.sphinx.util.props.PropertyException;
import edu.cmu.sphinx.util.props.PropertySheet;
import edu.cmu.sphinx.util.props.S4Boolean;

/**
 * Mean normalization over the whole stretch, then the fit to the band. Public only because Sphinx
 * makes it by name.
 */
public final class BandCmn extends BatchCMN {

  /** Whether to leave out what telephone lines do not have. */
  @S4Boolean(defaultValue = false)
  public static final String PROP_TELEPHONE = "telephone";

  private boolean telephone;

  /** For Sphinx, which sets the rest from its configuration file. */
  public BandCmn() {}

  @Override
  public void newProperties(PropertySheet properties) throws PropertyException {
    super.newProperties(properties);
    telephone = properties.getBoolean(PROP_TELEPHONE);
  }

  @Override
  public Data getData() {
    Data data = super.getData();
    if (telephone && data instanceof DoubleData cepstra) {
      double[] values = cepstra.getValues();
      System.arraycopy(
          TelephoneProjection.ofFeature(values), 0, values, 0, TelephoneProjection.CEPSTRA);
    }
    return data;
  }
}
