import type { CompiledCampaign } from '@thidua/campaigns';
import type { CompetitionRules, ScaleExtra } from '@thidua/scoring';
import type { BoardPartView, BoardSectionView } from './board-standing.view.js';

type Around = Pick<ScaleExtra, 'groups'>;

/** The parts of a scale, and all groups of parts, bonus and penalty, with the bounds that the scale writes. */
export function sectionsOf(
  { document }: CompiledCampaign,
  code: string,
): { parts: BoardPartView[]; groups: BoardSectionView[] } {
  const { scales } = document as unknown as CompetitionRules;
  const { parts, bonus, penalty } = scales.find((each) => each.code === code)!;
  return {
    parts: parts.map((part) => ({ code: part.code, name: part.name, max: String(part.max) })),
    groups: [
      ...parts.flatMap((part) => groupsIn(part, part.code)),
      ...[bonus, penalty].flatMap((extra) => (extra ? groupsIn(extra, '') : [])),
    ],
  };
}

function groupsIn({ groups = [] }: Around, within: string): BoardSectionView[] {
  return groups.flatMap((group) => [
    { code: group.code, name: group.name, max: group.max === undefined ? null : String(group.max), within },
    ...groupsIn(group, group.code),
  ]);
}
