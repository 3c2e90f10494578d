import { describe, expect, it } from '@jest/globals';
import { formulaOf } from '@thidua/scoring';

const spoken = {
  name: (name: string) => `<${name}>`,
  flag: (name: string, isOn: boolean) => (name === 'late' ? (isOn ? 'trễ' : 'kịp') : undefined),
};
const inWords = (expr: string): string => formulaOf(expr, '10', 'vi', spoken);

describe('a condition in words', () => {
  it.each([
    ['late == 1', 'trễ'],
    ['late == 0', 'kịp'],
    ['late != 0', 'trễ'],
    ['late != 1', 'kịp'],
    ['late > 0', 'trễ'],
    ['late >= 1', 'trễ'],
    ['late < 1', 'kịp'],
    ['late <= 0', 'kịp'],
  ])('tells %s as a statement', (expr, said) => {
    expect(inWords(expr)).toBe(said);
  });

  it.each([
    // Of these some are always so, some never, and none says on or off.
    ['late > 1', '<late> > 1'],
    ['late >= 0', '<late> ≥ 0'],
    ['late < 0', '<late> < 0'],
    ['late <= 1', '<late> ≤ 1'],
    ['late == 2', '<late> = 2'],
    ['late == p', '<late> = <p>'],
    ['late + 1 > 0', '<late> + 1 > 0'],
    ['late * 1 > 5', '<late> × 1 > 5'],
    ['p == 1', '<p> = 1'],
    ['1 == late', '1 = <late>'],
    ['(late + p) == 1', '<late> + <p> = 1'],
  ])('tells %s as it is', (expr, said) => {
    expect(inWords(expr)).toBe(said);
  });

  it.each([
    ['late == 1 && p > 2', 'trễ và <p> > 2'],
    ['late == 1 || p > 2', 'trễ hoặc <p> > 2'],
    ['(late == 0 || p > 2) && q < 3', '(kịp hoặc <p> > 2) và <q> < 3'],
    ['late == 0 || p > 2 && q < 3', 'kịp hoặc <p> > 2 và <q> < 3'],
    ['!(late == 1)', 'không phải (trễ)'],
    ['!(p > 1 && q > 1)', 'không phải (<p> > 1 và <q> > 1)'],
    ['late == 1 ? p > 1 : q > 1', 'nếu trễ thì <p> > 1, không thì <q> > 1'],
  ])('tells %s with its parentheses', (expr, said) => {
    expect(inWords(expr)).toBe(said);
  });

  it('is told by its own names where nobody says others', () => {
    expect(formulaOf('_late_ == 1 && full > 2', '10', 'en')).toBe('late = 1 and 10 > 2');
  });
});
