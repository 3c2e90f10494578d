import type { Cause, RewardState, StandingDiff } from '@thidua/scoring';
import type { Language } from './languages.js';

/** What a comparison says, a language each. */
export interface DiffWords {
  same: string;
  fields: Record<keyof Omit<StandingDiff, 'parts' | 'groups' | 'criteria'> | 'class', string>;
  part: string;
  group: string;
  round: string;
  rounds: string;
  criterion: string;
  sameRank: string;
  passed: string;
  passedBy: string;
  because: string;
  causes: Record<Cause, string>;
  states: Record<RewardState, string>;
  presence: Record<'added' | 'removed', string>;
  rewards: string;
  campaign: string;
  quota: string;
  open: string;
  order: string;
  yes: string;
  no: string;
  none: string;
}

export const DIFF_WORDS: Readonly<Record<Language, DiffWords>> = {
  vi: {
    same: 'Hai kết quả giống nhau.',
    fields: {
      rank: 'hạng',
      tied: 'đồng hạng',
      complete: 'đủ tiêu chí bắt buộc',
      class: 'xếp loại',
      total: 'tổng điểm',
      base: 'điểm các phần',
      bonus: 'điểm thưởng',
      penalty: 'điểm trừ',
      missing: 'còn thiếu',
      attainable: 'điểm tối đa có thể đạt',
      facts: 'sự kiện đang có hiệu lực',
    },
    part: 'phần',
    group: 'nhóm',
    round: 'kỳ',
    rounds: 'các kỳ',
    criterion: 'tiêu chí',
    sameRank: 'hạng giữ nguyên',
    passed: 'vượt hoặc đuổi kịp',
    passedBy: 'bị vượt hoặc đuổi kịp bởi',
    because: 'vì',
    causes: {
      score: 'điểm của chính đơn vị thay đổi',
      facts: 'sự kiện của đơn vị thay đổi',
      share: 'số đơn vị được xếp hạng của cụm thay đổi',
      reward: 'hình thức khen thưởng khác của đơn vị thay đổi',
      rank: 'hạng thay đổi',
      class: 'xếp loại thay đổi',
      hold: 'tạm dừng xét thay đổi',
      tie: 'đồng hạng ở suất cuối',
      quota: 'số suất thay đổi',
      others: 'chỉ các đơn vị khác thay đổi',
    },
    states: {
      proposed: 'được đề nghị',
      tieAtEdge: 'đồng hạng ở suất cuối',
      held: 'tạm dừng xét',
      barred: 'không xét khen thưởng',
      none: 'không được',
    },
    presence: { added: 'mới có', removed: 'không còn' },
    rewards: 'Đề nghị khen thưởng',
    campaign: 'toàn phong trào',
    quota: 'số suất',
    open: 'suất còn',
    order: 'thứ tự',
    yes: 'có',
    no: 'không',
    none: '–',
  },
  en: {
    same: 'The two results are the same.',
    fields: {
      rank: 'rank',
      tied: 'tied',
      complete: 'complete',
      class: 'class',
      total: 'total',
      base: 'base',
      bonus: 'bonus',
      penalty: 'penalty',
      missing: 'missing',
      attainable: 'attainable',
      facts: 'facts in force',
    },
    part: 'part',
    group: 'group',
    round: 'round',
    rounds: 'rounds',
    criterion: 'criterion',
    sameRank: 'its rank is the same',
    passed: 'passed or caught up with',
    passedBy: 'passed or caught up by',
    because: 'because',
    causes: {
      score: 'its own points changed',
      facts: 'its facts changed',
      share: 'the number of ranked units of its cluster changed',
      reward: 'another reward of the unit changed',
      rank: 'its rank changed',
      class: 'its class changed',
      hold: 'a hold was set or lifted',
      tie: 'of a tie at the last place',
      quota: 'the number of places changed',
      others: 'only others changed',
    },
    states: {
      proposed: 'proposed',
      tieAtEdge: 'tied at the last place',
      held: 'on hold',
      barred: 'barred from rewards',
      none: 'not proposed',
    },
    presence: { added: 'new', removed: 'gone' },
    rewards: 'Proposed rewards',
    campaign: 'whole campaign',
    quota: 'places',
    open: 'open places',
    order: 'order',
    yes: 'yes',
    no: 'no',
    none: '–',
  },
};
