import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { formatFormula } from '../../apps/web/src/format/formula.js';

const vi = JSON.parse(readFileSync(new URL('../../apps/web/src/i18n/vi.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>;
const readAs = (expr: string) => formatFormula(expr, '10', (word) => vi[`formula.${word}`]!);

describe('a formula as it is read', () => {
  it.each([
    ['full-(số_vụ + this)*0.5', '10 − (số vụ + this) × 0,5'],
    ['a - -1', 'a − −1'],
    ['-a / (b + 1)', '−a / (b + 1)'],
    ['min(full, round(a / 7, 1))', 'số nhỏ nhất trong (10; làm tròn (a / 7; 1))'],
    ['abs(-a) + ceil(a)', 'giá trị tuyệt đối của (−a) + làm tròn lên (a)'],
    ['b == 0 || a / b >= 1 ? full : full * a / b', 'nếu b = 0 hoặc a / b ≥ 1 thì 10, không thì 10 × a / b'],
    ['a + (b > 10 ? 1 : 0)', 'a + (nếu b > 10 thì 1, không thì 0)'],
    ['max(1, a < 2 ? 3 : 4)', 'số lớn nhất trong (1; nếu a < 2 thì 3, không thì 4)'],
    [
      '!(a == b) && a != 0 ? a : b >= 1 ? 2 : 3',
      'nếu không phải (a = b) và a ≠ 0 thì a, không thì nếu b ≥ 1 thì 2, không thì 3',
    ],
    ['a ? b ? 1 : 2 : 3', 'nếu a thì nếu b thì 1, không thì 2, không thì 3'],
  ])('%s reads %s', (expr, text) => expect(readAs(expr)).toBe(text));
});
