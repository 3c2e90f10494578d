import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { explain, openStanding } from '@thidua/scoring';
import { explainReport } from '../../apps/cli/output/explain/explain-report.js';
import type { Language } from '../../apps/cli/output/languages.js';
import { namesOf } from '../../apps/cli/output/names.js';
import { tempFolder } from '../platform/support/temp-folder.js';
import { FILES } from '../scoring/explain/files.js';
import { linesOf, runCli } from './support/run-cli.js';

type File = keyof typeof FILES;
const CASES = (Object.keys(FILES) as File[]).flatMap((name) =>
  [...openStanding(FILES[name]()).plan.units.keys()].map((unit): [File, string] => [name, unit]),
);

function reportOf(name: File, unit: string, lang: Language): string[] {
  const file = FILES[name]();
  return explainReport(explain(openStanding(file), unit), namesOf(lang, file), lang).split('\n');
}

describe('a whole explanation', () => {
  it.each(CASES)('has words in both languages for all it tells: %s, %s', (name, unit) => {
    const [vi, en] = (['vi', 'en'] as const).map((lang) => reportOf(name, unit, lang));
    expect(vi).toHaveLength(en!.length);
    for (const line of [...vi!, ...en!]) expect(line).not.toMatch(/undefined|\{\w+\}|: $|NaN/);
    // Codes stand in brackets behind names; conditions have the signs and words of readers, days their order.
    const words = /\b(part|group|criterion|value|percent|mean|fact|reward|ranked|headOf)\b|&&|\|\||[<>]=|==|\d{4}-\d\d/;
    for (const line of vi!) expect(line).not.toMatch(words);
  });

  it('tells groups, what is subtracted, bounds, and a condition that does not hold', () => {
    const lines = reportOf('sections', 'U2', 'vi');
    expect(lines).toContain('    nhóm g Nhóm g: 5,00 = b 0,00 − c 8,00 + h 2,00 (-6,00, nâng lên mức tối thiểu 5,00)');
    expect(lines).toContain('  điểm thưởng: 0,00 = x 3,00 (3,00, không tính vì không đạt điều kiện)');
    expect(lines).toContain(
      '    điều kiện I ≥ 20 và late = 0; I là điểm phần Phần I (I): 15,00; late là điểm tiêu chí C (c): 8,00: không đạt',
    );
  });

  it('tells stages by their weights, and rounds by theirs', () => {
    const stages = reportOf('stages', 'U1', 'vi');
    expect(stages).toContain('    Thẩm định: 7,6, được tính với trọng số 60');
    expect(stages).toContain('    điểm theo trọng số: 726 / 90');
    expect(stages).toContain('      làm tròn: 10/3 (≈ 3,3333) → 3,3');
    expect(reportOf('weighted', 'U1', 'vi')).toContain(
      '  tổng điểm: (7,00 (Quý I (Q1)) + 2 × 10,00 (Quý II (Q2)) + 0 × 0,00 (Quý III (Q3))) / 3 = 9,00',
    );
  });

  it('tells facts, ceilings and shares', () => {
    const lines = reportOf('places', 'P1', 'vi');
    expect(lines).toContain('    đứng đầu U3 (U3): không cao hơn xếp loại của tập thể, Tốt (tot)');
    expect(lines).toContain('    50% của 1 đơn vị xếp loại Tốt (tot) (trong cụm)');
    expect(lines).toContain('    điều kiện f = 0; f là sự kiện Chậm báo cáo (cham): không: đạt');
    expect(reportOf('places', 'U2', 'vi')).toContain('    từ 01/10/2022 đến 01/04/2023; vi phạm; 12-QĐ');
  });

  it('narrows to a criterion round by round', async () => {
    const folder = await tempFolder();
    try {
      const file = join(folder.path, 'rounds.json');
      await writeFile(file, JSON.stringify(FILES.weighted()));
      const { stdout } = await runCli(['explain', file, '--unit', 'U1', '--criterion', 'x', '--lang', 'en']);
      const lines = linesOf(stdout);
      expect(lines.filter((line) => line.startsWith('  x '))).toHaveLength(4);
      expect(lines.filter((line) => /^ {2}\w+.* = /.test(line))).toHaveLength(1);
      expect(stdout).not.toMatch(/\n {2}a |Rank/);
      const wrong = await runCli(['explain', file, '--unit', 'U1', '--criterion', 'y']);
      expect(wrong.status).toBe(1);
    } finally {
      await folder.remove();
    }
  });
});
