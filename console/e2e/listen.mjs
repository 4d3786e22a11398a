// Hears what the page plays: everything that the page connects to a Web Audio destination is measured there
// too, behind all of the page's own nodes.

/** To be called before the page is opened. */
export function tap(page) {
  return page.addInitScript(() => {
    const taps = new Map();
    const connect = AudioNode.prototype.connect;
    AudioNode.prototype.connect = function (target, ...rest) {
      if (target instanceof AudioDestinationNode) {
        if (!taps.has(target)) taps.set(target, new AnalyserNode(target.context, { fftSize: 2048 }));
        connect.call(this, taps.get(target));
      }
      return connect.call(this, target, ...rest);
    };
    globalThis.heardNow = () => {
      let loudest = 0;
      for (const analyser of taps.values()) {
        const samples = new Float32Array(analyser.fftSize);
        analyser.getFloatTimeDomainData(samples);
        loudest = Math.max(loudest, Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length));
      }
      return loudest;
    };
  });
}

/** Mean of the root mean square over about `millis`; 0 is silence, 1 full scale. */
export function heard(page, millis = 600) {
  return page.evaluate(async (length) => {
    const levels = [];
    const end = performance.now() + length;
    while (performance.now() < end) {
      levels.push(globalThis.heardNow());
      await new Promise((next) => setTimeout(next, 25));
    }
    return levels.reduce((sum, one) => sum + one, 0) / levels.length;
  }, millis);
}
