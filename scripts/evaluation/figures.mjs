// From answers to figures.

/** Wilson's 95% interval of a share (E. B. Wilson, 1927). */
export function interval(hits, of) {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return [(middle - half) / (1 + (z * z) / of), (middle + half) / (1 + (z * z) / of)];
}

const f1 = (tp, fp, fn) => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn));

/** A small generator with a fixed seed, so that two runs print the same intervals. */
function mulberry(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 95% interval of F1: the bootstrap over the three cells that F1 depends on. */
function f1Interval(tp, fp, fn) {
  const n = tp + fp + fn;
  if (n === 0) return [0, 1];
  const random = mulberry(42);
  const values = [];
  for (let round = 0; round < 400; round++) {
    let [a, b, c] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const pick = random() * n;
      if (pick < tp) a++;
      else if (pick < tp + fp) b++;
      else c++;
    }
    values.push(f1(a, b, c));
  }
  values.sort((x, y) => x - y);
  return [values[10], values[389]];
}

/** Area under precision over recall, ties counted as one step. */
function averagePrecision(pairs, positives) {
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  let [seen, hits, area] = [0, 0, 0];
  for (let i = 0; i < sorted.length; ) {
    let end = i;
    let inStep = 0;
    while (end < sorted.length && sorted[end].score === sorted[i].score)
      inStep += sorted[end++].truth ? 1 : 0;
    seen += end - i;
    hits += inStep;
    area += (inStep / positives) * (hits / seen);
    i = end;
  }
  return area;
}

/** `pairs`: {truth, yes, score} of the rows that have the label in scope. */
export function figures(pairs) {
  const count = (test) => pairs.filter(test).length;
  const tp = count((p) => p.truth && p.yes);
  const fp = count((p) => !p.truth && p.yes);
  const fn = count((p) => p.truth && !p.yes);
  const negatives = count((p) => !p.truth);
  return {
    positives: tp + fn,
    negatives,
    precision: tp + fp === 0 ? 1 : tp / (tp + fp),
    recall: tp + fn === 0 ? 0 : tp / (tp + fn),
    recallInterval: interval(tp, tp + fn),
    f1: f1(tp, fp, fn),
    f1Interval: f1Interval(tp, fp, fn),
    ap: tp + fn === 0 ? 0 : averagePrecision(pairs, tp + fn),
    falsePerThousand: negatives === 0 ? 0 : (1000 * fp) / negatives,
  };
}
