import type { ClassOutcome, EntryAccount, RewardOutcome, Term } from '@thidua/scoring';
import type { Language } from './languages.js';

type Stage = EntryAccount['entry']['stage'];

/** What an explanation says, a language each. `{…}` are filled in. */
export interface ExplainWords {
  stages: Record<Stage, string>;
  status: Record<EntryAccount['status'], string>;
  terms: Record<Term, string>;
  planFrom: Record<string, string>;
  infinite: string;
  keys: Record<'total' | 'base' | 'bonus' | 'penalty' | 'part' | 'criterion', string>;
  conditions: Record<string, string>;
  classOutcomes: Record<ClassOutcome, string>;
  rewardOutcomes: Record<RewardOutcome, string>;
  values: Record<string, string>;
  criteria: string;
  criterion: string;
  rule: string;
  reason: string;
  nothing: string;
  cut: Record<'zero' | 'max', string>;
  rounding: string;
  modes: Record<'halfUp' | 'halfEven' | 'down' | 'up', string>;
  total: string;
  part: string;
  base: string;
  bonus: string;
  penalty: string;
  capped: string;
  floor: string;
  ceiling: string;
  rank: string;
  unranked: string;
  tiedWith: string;
  above: string;
  below: string;
  classes: string;
  places: string;
  rewards: string;
  campaign: string;
  quota: string;
  tieAtEdge: string;
  last: string;
  met: string;
  notMet: string;
  none: string;
}

export const EXPLAIN_WORDS: Readonly<Record<Language, ExplainWords>> = {
  vi: {
    stages: { self: 'tự chấm', cluster: 'cụm chấm', office: 'thẩm định' },
    status: { below: 'chưa phải cấp được tính', overruled: 'bị cấp trên thay', effective: 'được tính' },
    terms: {
      actual: 'thực hiện',
      plan: 'kế hoạch',
      planFrom: 'kế hoạch lấy từ',
      percent: 'tỷ lệ so với kế hoạch (%)',
      threshold: 'ngưỡng (%)',
      base: 'điểm khi đạt kế hoạch',
      per: 'mỗi bước (%)',
      steps: 'số bước',
      gain: 'cộng mỗi bước',
      loss: 'trừ mỗi bước',
      bandFrom: 'khung từ',
      bandTo: 'khung đến dưới',
      else: 'ngoài mọi khung',
      each: 'điểm mỗi lần',
      count: 'số lần',
      choice: 'mức',
      due: 'hạn',
      on: 'ngày hoàn thành',
      daysLate: 'số ngày chậm',
      perDay: 'trừ mỗi ngày',
      done: 'đã làm',
      itemPercent: 'tỷ lệ được tính của mục (%)',
      labelCount: 'số lượng',
      labelWeight: 'hệ số',
      labelExempt: 'không tính',
      expr: 'công thức',
      input: 'số liệu',
      param: 'số liệu của đơn vị',
      atPlan: 'phần điểm khi đạt chỉ tiêu',
      ratio: 'tỷ lệ so với kế hoạch',
      best: 'kết quả tốt nhất cụm',
      bestRatio: 'tỷ lệ cao nhất cụm',
      markCounted: 'điểm được tính',
      markDropped: 'điểm bị bỏ',
      markMean: 'trung bình các điểm được tính',
      markMedian: 'trung vị các điểm được tính',
      outOf: 'thang điểm chấm',
      uncut: 'điểm trước khi giới hạn',
    },
    planFrom: { entry: 'số liệu nhập', target: 'chỉ tiêu được giao', rule: 'thang điểm' },
    infinite: 'vô cùng',
    keys: {
      total: 'tổng điểm',
      base: 'điểm các phần',
      bonus: 'điểm thưởng',
      penalty: 'điểm trừ',
      part: 'điểm phần',
      criterion: 'điểm tiêu chí',
    },
    conditions: {
      minTotal: 'tổng điểm ít nhất {required}',
      maxPenalty: 'điểm trừ nhiều nhất {required}',
      minParts: 'phần {code} ít nhất {required}',
      for: 'dành cho {required}',
      ranked: 'được xếp hạng',
      complete: 'đủ tiêu chí bắt buộc',
      maxRank: 'hạng {required} trở lên',
      classes: 'xếp loại {required}',
      minClusterSize: 'cụm có ít nhất {required} đơn vị được xếp hạng',
      excludes: 'chưa được đề nghị {code}',
    },
    classOutcomes: {
      given: 'được xếp',
      better: 'đã có xếp loại tốt hơn',
      conditions: 'không đủ điều kiện',
      places: 'đủ điều kiện nhưng hết suất',
      unranked: 'không được xếp hạng',
    },
    rewardOutcomes: {
      proposed: 'được đề nghị',
      tieAtEdge: 'đồng hạng ở suất cuối, chờ quyết định',
      held: 'tạm dừng xét',
      barred: 'không xét khen thưởng',
      conditions: 'không đủ điều kiện',
      places: 'đủ điều kiện nhưng hết suất',
    },
    values: { true: 'có', false: 'không', null: 'không có', collective: 'tập thể', individual: 'cá nhân' },
    criteria: 'Các tiêu chí',
    criterion: 'tối đa {max}, quy tắc {kind}',
    rule: 'cách tính',
    reason: 'lý do: {reason}',
    nothing: 'chưa có số liệu được tính: {points} điểm',
    cut: { zero: 'nâng lên 0', max: 'cắt ở mức tối đa {max}' },
    rounding: 'làm tròn {digits} chữ số ({mode}): {exact} → {points}',
    modes: { halfUp: 'nửa lên', halfEven: 'nửa về chẵn', down: 'bỏ phần lẻ', up: 'lên' },
    total: 'Tổng điểm',
    part: 'phần {part} {name}',
    base: 'điểm các phần',
    bonus: 'điểm thưởng',
    penalty: 'điểm trừ',
    capped: '{sum}, cắt ở mức tối đa {max}',
    floor: '{sum}, nâng lên mức sàn {bound}',
    ceiling: '{sum}, cắt ở mức trần {bound}',
    rank: 'Hạng {rank} trên {of}',
    unranked: 'Không được xếp hạng; còn thiếu: {missing}',
    tiedWith: 'đồng hạng với {units}',
    above: 'sau {unit} (hạng {rank}) do {key}: {own} so với {other}; còn cách {distance}',
    below: 'trước {unit} (hạng {rank}) do {key}: {own} so với {other}; hơn {distance}',
    classes: 'Xếp loại',
    places: 'số suất {places}, đã xếp {taken}',
    rewards: 'Khen thưởng',
    campaign: 'toàn phong trào',
    quota: 'số suất {quota}, còn {open}',
    tieAtEdge: 'đồng hạng ở suất cuối: {units}',
    last: 'suất cuối: {unit}, do {key}: {own} so với {other}; cách {distance}',
    met: 'đạt',
    notMet: 'không đạt',
    none: '–',
  },
  en: {
    stages: { self: 'self-score', cluster: 'cluster', office: 'office' },
    status: { below: 'below the stage that counts', overruled: 'overruled by a higher stage', effective: 'counts' },
    terms: {
      actual: 'actual',
      plan: 'plan',
      planFrom: 'plan taken from',
      percent: 'per cent of plan',
      threshold: 'threshold (%)',
      base: 'points at the plan',
      per: 'a step (%)',
      steps: 'steps',
      gain: 'gain a step',
      loss: 'loss a step',
      bandFrom: 'band from',
      bandTo: 'band to below',
      else: 'outside every band',
      each: 'points each',
      count: 'count',
      choice: 'choice',
      due: 'due',
      on: 'done on',
      daysLate: 'days late',
      perDay: 'loss a day',
      done: 'done',
      itemPercent: 'per cent counted of item',
      labelCount: 'number',
      labelWeight: 'weight',
      labelExempt: 'not counted',
      expr: 'formula',
      input: 'input',
      param: 'figure of the unit',
      atPlan: 'share of max at the plan',
      ratio: 'actual over plan',
      best: 'best of the cluster',
      bestRatio: 'best ratio of the cluster',
      markCounted: 'mark counted',
      markDropped: 'mark left out',
      markMean: 'mean of what counts',
      markMedian: 'median of what counts',
      outOf: 'marks out of',
      uncut: 'points before the cut',
    },
    planFrom: { entry: 'the entry', target: 'the assigned target', rule: 'the scale' },
    infinite: 'infinite',
    keys: {
      total: 'total',
      base: 'base',
      bonus: 'bonus',
      penalty: 'penalty',
      part: 'points of part',
      criterion: 'points of criterion',
    },
    conditions: {
      minTotal: 'total at least {required}',
      maxPenalty: 'penalty at most {required}',
      minParts: 'part {code} at least {required}',
      for: 'for a unit of kind {required}',
      ranked: 'ranked',
      complete: 'complete',
      maxRank: 'rank {required} at most',
      classes: 'class {required}',
      minClusterSize: 'a cluster of at least {required} ranked units',
      excludes: 'not proposed for {code}',
    },
    classOutcomes: {
      given: 'given',
      better: 'a better class was given',
      conditions: 'a condition does not hold',
      places: 'conditions hold, no place was left',
      unranked: 'not ranked',
    },
    rewardOutcomes: {
      proposed: 'proposed',
      tieAtEdge: 'tied at the last place, people decide',
      held: 'on hold',
      barred: 'barred from rewards',
      conditions: 'a condition does not hold',
      places: 'conditions hold, no place was left',
    },
    values: { true: 'yes', false: 'no', null: 'none', collective: 'collective', individual: 'individual' },
    criteria: 'Criteria',
    criterion: 'max {max}, rule {kind}',
    rule: 'working',
    reason: 'reason: {reason}',
    nothing: 'nothing entered counts: {points} points',
    cut: { zero: 'raised to 0', max: 'cut to the max of {max}' },
    rounding: 'rounded to {digits} digits ({mode}): {exact} → {points}',
    modes: { halfUp: 'half up', halfEven: 'half to even', down: 'down', up: 'up' },
    total: 'Total',
    part: 'part {part} {name}',
    base: 'base',
    bonus: 'bonus',
    penalty: 'penalty',
    capped: '{sum}, cut to the max of {max}',
    floor: '{sum}, raised to the floor of {bound}',
    ceiling: '{sum}, cut to the ceiling of {bound}',
    rank: 'Rank {rank} of {of}',
    unranked: 'Not ranked; missing: {missing}',
    tiedWith: 'level with {units}',
    above: 'behind {unit} (rank {rank}) by {key}: {own} to {other}; {distance} apart',
    below: 'before {unit} (rank {rank}) by {key}: {own} to {other}; {distance} apart',
    classes: 'Classes',
    places: '{places} places, {taken} taken',
    rewards: 'Rewards',
    campaign: 'whole campaign',
    quota: '{quota} places, {open} open',
    tieAtEdge: 'tied at the last place: {units}',
    last: 'last place: {unit}, by {key}: {own} to {other}; {distance} apart',
    met: 'holds',
    notMet: 'does not hold',
    none: '–',
  },
};
