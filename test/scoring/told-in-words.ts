import { checkText, sentenceOf, type Syntax } from '@thidua/scoring';

/** What people read of a text, by line. */
export const toldOf = (text: string, syntax: Syntax = 'yaml', language: 'vi' | 'en' = 'vi'): string[] => {
  const { errors, warnings } = checkText(text, syntax);
  return [...errors, ...warnings].map((each) => `${each.line}: ${sentenceOf(each, language)}`);
};

/** A small file that is right but for what `more` says. */
export const fileOf = (more: string): string => `format: thidua/1
campaign: {code: a, name: Phong trào, from: 2022-01-01, to: 2022-12-31}
scales:
  - code: s
    version: 1
    name: Thang điểm
    parts: [{code: NV, name: Nhiệm vụ, max: 10, criteria: [{code: NV.1, name: A, max: 10, rule: {kind: direct}}]}]
clusters: [{code: C1, name: Cụm 1, scale: s, units: [{code: U1, name: Phường A}, {code: U2, name: Phường B}]}]
classes: [{code: XS, name: Xuất sắc, minTotal: 9}, {code: HT, name: Hoàn thành, minTotal: 5}, {code: KHT, name: Không}]
${more}
`;

/** What is told of the small file in both languages, without its line. */
export const inBoth = (more: string, change: (text: string) => string = (text) => text): string[] =>
  (['vi', 'en'] as const).flatMap((language) =>
    toldOf(change(fileOf(more)), 'yaml', language).map((line) => line.replace(/^\d+: /, '')),
  );
