import { describe, expect, it } from '@jest/globals';
import { rankingTable } from '../../apps/cli/output/ranking-table.js';
import { table } from '../../apps/cli/output/table.js';

describe('tables of the command line', () => {
  it('aligns by what is seen, however Vietnamese letters are written', () => {
    const composed = 'Tổng'.normalize('NFC');
    const decomposed = 'Tổng'.normalize('NFD');
    const lines = table(
      [{ heading: 'A' }, { heading: 'B', align: 'right' }],
      [
        [composed, '1'],
        [decomposed, '10'],
      ],
    ).split('\n');
    expect(lines).toEqual(['A      B', '────  ──', `${composed}   1`, `${decomposed}  10`]);
  });

  it('shows control characters of a name instead of obeying them', () => {
    expect(table([{ heading: 'A' }], [['\u001B[2Jx\ny']])).toBe('A\n───────\n\u{FFFD}[2Jx\u{FFFD}y');
  });

  it('shows where each unit came from, and a unit without a rank', () => {
    const line = { tied: false, bonus: '0', penalty: '0', parts: {}, missing: [], className: null };
    const text = rankingTable([
      { ...line, name: 'U', rank: 1, total: '10.5', before: { rank: 3, total: '8' } },
      { ...line, name: 'V', rank: 2, total: '9', before: { rank: 1, total: '9' } },
      { ...line, name: 'W', rank: null, total: '-1', before: { rank: null, total: '1' } },
    ]);
    expect(
      text
        .split('\n')
        .slice(2)
        .map((each) => each.replace(/ +/g, ' ').trim()),
    ).toEqual(['1 3 ▲ 2 U 0 0 10,5 8 –', '2 1 ▼ 1 V 0 0 9 9 –', '– – W 0 0 −1 1 –']);
  });
});
