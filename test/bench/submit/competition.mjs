/** Deterministic figures in [0, below), from a counter. */
export function figure(seed, below) {
  let x = (seed * 2654435761) >>> 0;
  x = Math.imul(x ^ (x >>> 15), 2246822519) >>> 0;
  x = Math.imul(x ^ (x >>> 13), 3266489917) >>> 0;
  return ((x ^ (x >>> 16)) >>> 0) % below;
}

/** A scale of 40 criteria, most of them ratios, as sheets of local authorities have. */
function scale(criteria) {
  const list = Array.from({ length: criteria }, (_, index) => {
    const code = `T.${index + 1}`;
    const max = 20;
    if (index % 5 === 4) {
      const bands = [
        { to: 300, points: 5 },
        { from: 300, to: 700, points: 12 },
        { from: 700, points: 20 },
      ];
      return { code, name: code, max, mandatory: false, rule: { kind: 'bands', bands } };
    }
    return { code, name: code, max, mandatory: false, rule: { kind: 'ratio', plan: 50 + index * 20 } };
  });
  const max = Math.min(950, criteria * 20);
  return {
    code: 'tieu-chi',
    version: 1,
    name: 'Thang điểm',
    parts: [{ code: 'I', name: 'Phần I', max, criteria: list }],
  };
}

/** Clusters of units with one flag and a tenth of letters of praise a cluster, nothing entered yet. */
export function competition(code, clusters, unitsEach, criteria) {
  return {
    format: 'thidua/1',
    campaign: { code, name: code, from: '2026-01-01', to: '2026-12-31' },
    scales: [scale(criteria)],
    clusters: Array.from({ length: clusters }, (_, c) => ({
      code: `C${c}`,
      name: `Cụm ${c}`,
      scale: 'tieu-chi',
      units: Array.from({ length: unitsEach }, (__, u) => ({ code: `C${c}-U${u}`, name: `Đơn vị ${c}-${u}` })),
    })),
    entries: [],
    rewards: [
      { code: 'co', name: 'Cờ thi đua', scope: 'cluster', quota: { count: 1 } },
      { code: 'giay-khen', name: 'Giấy khen', scope: 'cluster', quota: { percent: 10 }, excludes: ['co'] },
    ],
  };
}

/** `count` entries of a sheet; another seed gives other figures. */
export function entries(count, seed) {
  return Array.from({ length: count }, (_, index) => ({
    criterion: `T.${index + 1}`,
    actual: figure(seed * 64 + index, 1000),
  }));
}
