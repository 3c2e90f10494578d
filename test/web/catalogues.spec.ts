import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const sources = join(import.meta.dirname, '../../apps/web/src');
const catalogue = (language: string) =>
  JSON.parse(readFileSync(join(sources, `i18n/${language}.json`), 'utf8')) as Record<string, string>;
const vi = catalogue('vi');
const en = catalogue('en');

/** Names of the placeholders of a message, those inside plural forms left out. */
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).toSorted();

function sourceText(): string {
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(sources, path), 'utf8'))
    .join('\n');
}

describe('message catalogues', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted());
  });

  it.each(Object.keys(vi))('%s says the same with the same figures in both', (key) => {
    expect(vi[key]?.trim()).toBeTruthy();
    expect(new Set(placeholders(en[key] ?? ''))).toEqual(new Set(placeholders(vi[key] ?? '')));
  });

  it('hold no message that no page shows', () => {
    const text = sourceText();
    const families = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map(([, family]) => family ?? '');
    const unused = Object.keys(vi).filter(
      (key) => !text.includes(`'${key}'`) && !text.includes(`"${key}"`) && !families.some((f) => key.startsWith(f)),
    );
    expect(unused).toEqual([]);
  });
});
