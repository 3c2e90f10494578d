import { parseText, readCompetition, type Competition, type JsonObject } from '@thidua/scoring';
import { valueOf } from '../read-file.js';

/** A competition from the keys a case is about; the rest is the same for all. */
export function competition(text: string): Competition {
  const own = valueOf(parseText(text, 'yaml')) as JsonObject;
  const common = {
    format: 'thidua/1',
    campaign: { code: 'c', name: 'C', from: '2022-01-01', to: '2022-12-31' },
    entries: [],
  };
  return valueOf(readCompetition({ ...common, ...own }));
}

/** Groups in groups, a minus, bounds that bite, a bonus and a penalty that ask for something. */
const sections = `
scales:
  - code: s
    version: 1
    name: S
    parts:
      - code: I
        name: Phần I
        max: 20
        criteria: [{code: a, name: A, max: 10, rule: {kind: direct}}]
        groups:
          - code: g
            name: Nhóm g
            min: 5
            max: 15
            criteria:
              - {code: b, name: B, max: 10, rule: {kind: direct}}
              - {code: c, name: C, max: 10, sign: minus, rule: {kind: count, each: 2}}
            groups: [{code: h, name: Nhóm h, min: null, criteria: [{code: d, name: D, max: 10, rule: {kind: direct}}]}]
    bonus:
      max: 5
      when: {inputs: {I: "part:I", late: "criterion:c"}, expr: "I >= 20 && late == 0"}
      criteria: [{code: x, name: X, max: 9, rule: {kind: direct}}]
    penalty: {when: {inputs: {g: "group:g"}, expr: "g < 10"}, criteria: [{code: y, name: Y, max: 9, rule: {kind: direct}}]}
clusters: [{code: C, name: Cụm, scale: s, units: [{code: U1, name: U1}, {code: U2, name: U2}, {code: U3, name: U3, competes: false}]}]
ranking: {precedence: ["group:g", total]}
entries:
  - {unit: U1, criterion: a, points: 9}
  - {unit: U1, criterion: b, points: 10}
  - {unit: U1, criterion: d, points: 8}
  - {unit: U1, criterion: x, points: 7}
  - {unit: U1, criterion: y, points: 1}
  - {unit: U2, criterion: a, points: 10}
  - {unit: U2, criterion: c, count: 4}
  - {unit: U2, criterion: d, points: 2}
  - {unit: U2, criterion: x, points: 3}
  - {unit: U2, criterion: y, points: 2}
  - {unit: U3, criterion: a, points: 10}
`;

/** What is not assigned: under each mode. */
const notAssigned = (mode: string): string => `
scales:
  - code: s
    version: 1
    name: S
    notAssigned: ${mode}
    parts:
      - code: I
        name: Phần I
        max: 20
        criteria:
          - {code: a, name: A, max: 10, rule: {kind: direct}}
          - {code: b, name: B, max: 15, appliesTo: {any: [bien], none: [nui]}, rule: {kind: direct}}
      - {code: II, name: Phần II, max: 10, criteria: [{code: c, name: C, max: 10, rule: {kind: direct}}]}
clusters: [{code: C, name: Cụm, scale: s, units: [{code: U1, name: U1, traits: [bien]}, {code: U2, name: U2}]}]
notAssigned: [{unit: U1, criterion: c, reason: không có địa bàn}, {unit: U1, criterion: a}]
entries:
  - {unit: U1, criterion: b, points: 7}
  - {unit: U2, criterion: a, points: 6}
  - {unit: U2, criterion: c, points: 7}
`;

/** Stages of a council's own, with weights; a criterion measured against the best, one by a panel, one by a param. */
const stages = `
stages: [{code: tu, name: Tự chấm, by: unit}, {code: cum, name: Cụm chấm, by: cluster}, {code: hd, name: Hội đồng, by: panel}, {code: td, name: Thẩm định, by: office}]
scales:
  - code: s
    version: 1
    name: S
    rounding: {digits: 1}
    parts:
      - code: I
        name: Phần I
        max: 50
        criteria:
          - {code: a, name: A, max: 10, rule: {kind: direct}}
          - {code: r, name: R, max: 10, rule: {kind: relative}}
          - {code: q, name: Q, max: 10, rule: {kind: relative, atPlan: 0.5, plan: 10}}
          - {code: p, name: P, max: 10, scoredBy: panel, rule: {kind: panel, drop: 1, outOf: 100}}
          - {code: f, name: F, max: 10, rule: {kind: formula, inputs: [n], params: [dan], expr: "n / dan"}}
clusters:
  - {code: C, name: Cụm, scale: s, units: [{code: U1, name: U1, params: {dan: 3}}, {code: U2, name: U2, params: {dan: 4}}, {code: U3, name: U3, competes: false}]}
ranking: {stage: cum, stageWeights: {cum: 30, td: 60, hd: 0}}
entries:
  - {unit: U1, criterion: a, stage: tu, points: 10}
  - {unit: U1, criterion: a, stage: cum, points: 9, reason: x}
  - {unit: U1, criterion: a, stage: hd, points: 8, reason: x}
  - {unit: U1, criterion: a, stage: td, points: 7.6, reason: x}
  - {unit: U2, criterion: a, stage: hd, points: 8}
  - {unit: U1, criterion: r, stage: tu, actual: 7}
  - {unit: U1, criterion: r, stage: cum, actual: 6, reason: x}
  - {unit: U2, criterion: r, stage: td, actual: 9}
  - {unit: U3, criterion: r, stage: td, actual: 12}
  - {unit: U1, criterion: q, stage: td, actual: 15}
  - {unit: U2, criterion: q, stage: td, actual: 20}
  - {unit: U1, criterion: p, stage: hd, marks: {An: 70, Bình: 90, Chi: 80}}
  - {unit: U1, criterion: p, stage: td, marks: {An: 70, Bình: 90, Chi: 80, Dũng: 85}, reason: x}
  - {unit: U1, criterion: f, stage: cum, inputs: {n: 10}}
`;

/** Rounds of one year, by the way they are combined. */
const rounds = (combine: string): string => `
asOf: 2022-09-15
rounds:
  - {code: Q1, name: Quý I, from: 2022-01-01, to: 2022-03-31, weight: 1}
  - {code: Q2, name: Quý II, from: 2022-04-01, to: 2022-06-30, weight: 2}
  - {code: Q3, name: Quý III, from: 2022-07-01, to: 2022-09-30, weight: 0}
  - {code: Q4, name: Quý IV, from: 2022-10-01, to: 2022-12-31}
combine: ${combine}
scales:
  - code: s
    version: 1
    name: S
    parts: [{code: I, name: Phần I, max: 10, criteria: [{code: a, name: A, max: 10, rule: {kind: direct}}]}]
    bonus: {when: {inputs: {v: "value:a"}, expr: "v > 7"}, groups: [{code: t, name: T, criteria: [{code: x, name: X, max: 3, rule: {kind: count, each: 1}}]}]}
clusters: [{code: C, name: Cụm, scale: s, units: [{code: U1, name: U1}, {code: U2, name: U2}]}]
entries:
  - {unit: U1, criterion: a, round: Q1, points: 7}
  - {unit: U1, criterion: x, round: Q1, count: 2}
  - {unit: U1, criterion: a, round: Q2, points: 9}
  - {unit: U1, criterion: x, round: Q2, count: 1}
  - {unit: U1, criterion: a, round: Q4, points: 10}
  - {unit: U2, criterion: a, round: Q3, points: 4}
`;

/** Facts, ceilings, classes that are shares, rewards on rewards. */
const places = (scope: string): string => `
scales:
  - code: s
    version: 1
    name: S
    parts: [{code: I, name: Phần I, max: 100, criteria: [{code: a, name: A, max: 60, rule: {kind: direct}}, {code: b, name: B, max: 40, rule: {kind: ratio, plan: 10}}]}]
clusters:
  - {code: C, name: Cụm 1, scale: s, units: [{code: U1, name: U1}, {code: U2, name: U2}, {code: U3, name: U3}, {code: U4, name: U4}, {code: U5, name: U5}, {code: U6, name: U6}]}
  - {code: D, name: Cụm 2, scale: s, units: [{code: P1, name: P1, kind: individual${scope === 'cluster' ? ', headOf: U3' : ''}}, {code: P2, name: P2, kind: individual}, {code: P3, name: P3, kind: individual, competes: false}]}
factKinds:
  - {code: cham, name: Chậm báo cáo, when: {inputs: {p: "percent:b", m: "mean:b"}, expr: "p < 50 || m < 1"}, classAtMost: tot}
  - {code: ky-luat, name: Kỷ luật, barred: true}
facts: [{unit: U2, kind: ky-luat, from: 2022-10-01, to: 2023-04-01, reason: vi phạm, document: 12-QĐ}]
holds: [{unit: U4, kind: xac-minh, from: 2022-12-01, reason: đơn thư}]
ranking: {missing: unranked}
classes:
  - {code: xuat-sac, name: Xuất sắc, minTotal: 80, maxShare: {percent: 50, of: "class:tot", scope: ${scope}}}
  - {code: tot, name: Tốt, when: {inputs: {t: total}, expr: "t >= 60"}, maxShare: {percent: 60, scope: ${scope}}}
  - {code: kha, name: Khá}
rewards:
  - {code: tien-tien, name: Tiên tiến, quota: {percent: 80, rounding: up}, when: {inputs: {b: "value:b"}, expr: "b > 2"}}
  - {code: chien-si, name: Chiến sĩ, quota: {percent: 50, of: "reward:tien-tien"}, requires: [tien-tien]}
  - {code: giay-khen, name: Giấy khen, scope: campaign, quota: {count: 2}, excludes: [chien-si]}
  - {code: bang-khen, name: Bằng khen, scope: campaign, quota: {count: 3}, when: {inputs: {f: "fact:cham"}, expr: "f == 0"}}
entries:
  - {unit: U1, criterion: a, points: 60}
  - {unit: U1, criterion: b, actual: 10}
  - {unit: U2, criterion: a, points: 55}
  - {unit: U2, criterion: b, actual: 9}
  - {unit: U3, criterion: a, points: 50}
  - {unit: U3, criterion: b, actual: 8}
  - {unit: U4, criterion: a, points: 50}
  - {unit: U4, criterion: b, actual: 8}
  - {unit: U5, criterion: a, points: 60}
  - {unit: U5, criterion: b, actual: 4}
  - {unit: P1, criterion: a, points: 60}
  - {unit: P1, criterion: b, actual: 10}
  - {unit: P2, criterion: a, points: 50}
  - {unit: P2, criterion: b, actual: 8}
`;

/** Competitions that show between them everything an account tells. */
export const FILES = {
  sections: () => competition(sections),
  drop: () => competition(notAssigned('drop')),
  full: () => competition(notAssigned('full')),
  rescalePart: () => competition(notAssigned('rescalePart')),
  rescaleBase: () => competition(notAssigned('rescaleBase')),
  stages: () => competition(stages),
  mean: () => competition(rounds('{how: mean}')),
  weighted: () => competition(rounds('{how: weighted}')),
  sum: () => competition(rounds('{how: sum}')),
  last: () => competition(rounds('{how: last, missing: skip}')),
  places: () => competition(places('cluster')),
  campaign: () => competition(places('campaign')),
};
