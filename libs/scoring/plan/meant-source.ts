import type { ConditionSource } from './condition.js';

type Kind = ConditionSource['kind'];

/** What people call the kinds of sources, besides their own names. */
const CALLED: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...(['part', 'group', 'criterion', 'value', 'mean', 'percent', 'fact', 'param'] as const).map(
    (kind) => [kind, kind] as const,
  ),
  ...(['total', 'base', 'bonus', 'penalty'] as const).map((kind) => [kind, kind] as const),
  ['phần', 'part'],
  ['nhóm', 'group'],
  ['tiêu chí', 'criterion'],
  ['số liệu', 'value'],
  ['trung bình', 'mean'],
  ['tỷ lệ', 'percent'],
  ['phần trăm', 'percent'],
  ['sự kiện', 'fact'],
  ['thông số', 'param'],
  ['tổng', 'total'],
  ['tổng điểm', 'total'],
  ['điểm thưởng', 'bonus'],
  ['điểm trừ', 'penalty'],
]);

const CODED = /^\s*([\p{L} ]{1,20}?)\s*[:.\s]\s*([\p{L}\p{N}][\p{L}\p{N}._-]*)\s*$/u;

/**
 * The source that a text may stand for which is none: `phần:NV`, `Part: NV` and `part NV` stand for `part:NV`, and a
 * code alone for the part, group, criterion or fact that has it. Undefined where `isKnown` knows none of them.
 */
export function meantSource(text: string, isKnown: (source: ConditionSource) => boolean): string | undefined {
  if (text.length > 200) return undefined;
  const trimmed = text.trim();
  const candidates: ConditionSource[] = [];
  const plain = CALLED.get(trimmed.toLowerCase());
  if (plain !== undefined) candidates.push({ kind: plain, code: '' });
  const [, called = '', code = ''] = CODED.exec(trimmed) ?? [];
  const kind = CALLED.get(called.trim().toLowerCase());
  if (kind !== undefined) candidates.push({ kind, code });
  for (const each of ['part', 'group', 'criterion', 'fact'] as const) candidates.push({ kind: each, code: trimmed });
  const found = candidates.find((each) => PLAIN.has(each.kind) === (each.code === '') && isKnown(each));
  return found && (found.code === '' ? found.kind : `${found.kind}:${found.code}`);
}

const PLAIN: ReadonlySet<Kind> = new Set<Kind>(['total', 'base', 'bonus', 'penalty']);
