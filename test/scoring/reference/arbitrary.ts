import * as fc from 'fast-check';
import type { CompetitionFile, Entry } from './file.js';
import { build } from './made/build.js';
import { Digits, seed } from './made/digits.js';
import { cellsOf, DEFAULT, entryAt } from './made/entries.js';
import { rawFile } from './made/raw.js';
import { normalised } from './model.js';

/**
 * Whole valid competition files that use every feature of the format, in small numbers so that units are often alike.
 * Some of their texts are not in NFC, unless `nfc` is asked for: whoever reads them must see to it.
 */
export const arbitraryFile = ({ nfc = false } = {}): fc.Arbitrary<CompetitionFile> =>
  rawFile.map((raw) => (nfc ? (normalised(build(raw)) as CompetitionFile) : build(raw)));

/** The place of an entry. */
export interface Place {
  unit: string;
  criterion: string;
  stage: string;
  round?: string;
}

export type Change = { put: Entry } | { remove: Place };

const rawChange = fc.record({ cell: fc.nat(), stage: fc.nat(), remove: fc.nat(3), seed: seed() });

/** Single changes of the entries, one after another; the file is valid after each of them. */
export const arbitraryChanges = (file: CompetitionFile, maxLength = 8): fc.Arbitrary<Change[]> =>
  fc.array(rawChange, { maxLength, size: 'max' }).map((all) => {
    const cells = cellsOf(file);
    const firstOfAll = (file.stages ?? DEFAULT)[0]!.code;
    const placeOf = (entry: Entry): Place => ({
      unit: entry.unit.normalize('NFC'),
      criterion: entry.criterion,
      stage: entry.stage ?? firstOfAll,
      ...(entry.round && { round: entry.round }),
    });
    const keyOf = ({ unit, criterion, stage, round }: Place): string => JSON.stringify([unit, criterion, stage, round]);
    const present = new Map((file.entries ?? []).map((entry) => [keyOf(placeOf(entry)), placeOf(entry)]));
    return all.flatMap((raw): Change[] => {
      if (raw.remove === 3 && present.size > 0) {
        const [key, place] = [...present][raw.cell % present.size]!;
        present.delete(key);
        return [{ remove: place }];
      }
      const cell = cells[raw.cell % cells.length];
      if (cell === undefined) return [];
      const stage = cell.stages[raw.stage % cell.stages.length]!;
      const entry = entryAt(cell, stage, new Digits(raw.seed), firstOfAll);
      if (entry === undefined) return [];
      const put = { ...entry, reason: 'Sửa lại' };
      present.set(keyOf(placeOf(put)), placeOf(put));
      return [{ put }];
    });
  });

/** The file after a change. */
export function changed(file: CompetitionFile, change: Change): CompetitionFile {
  const first = (file.stages ?? DEFAULT)[0]!.code;
  const place = 'put' in change ? change.put : change.remove;
  const isThere = (entry: Entry): boolean =>
    entry.unit.normalize('NFC') === place.unit.normalize('NFC') &&
    entry.criterion === place.criterion &&
    (entry.stage ?? first) === (place.stage ?? first) &&
    entry.round === place.round;
  const others = (file.entries ?? []).filter((entry) => !isThere(entry));
  return { ...file, entries: 'put' in change ? [...others, change.put] : others };
}
