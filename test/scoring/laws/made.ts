import {
  entryOf,
  readCompetition,
  score,
  type Competition,
  type Entry,
  type JsonValue,
  type ResultDocument,
} from '@thidua/scoring';
import * as fc from 'fast-check';
import { arbitraryChanges, arbitraryFile, changed, type Change } from '../reference/arbitrary.js';
import type { CompetitionFile } from '../reference/file.js';
import { normalised } from '../reference/model.js';
import { valueOf } from '../read-file.js';

export const INPUT = 'sha256:-';

/** Files as they are once they were read from a text: in NFC. */
export const arbitraryRead: fc.Arbitrary<CompetitionFile> = arbitraryFile({ nfc: true });

/** Such a file with changes of its entries. */
export const arbitraryChanged = (most: number): fc.Arbitrary<{ file: CompetitionFile; changes: Change[] }> =>
  arbitraryRead.chain((file) =>
    arbitraryChanges(file, most).map((changes) => ({ file, changes: normalised(changes) as Change[] })),
  );

export const competitionOf = (file: CompetitionFile): Competition =>
  valueOf(readCompetition(file as unknown as JsonValue));

export const resultOf = (file: CompetitionFile): ResultDocument => score(competitionOf(file), INPUT);

export const afterChange = changed;

/** Its entries, each with its stage. */
export function entriesOf({ entries = [], stages }: CompetitionFile): Entry[] {
  const first = stages?.[0]!.code ?? 'self';
  return entries.map((entry) => entryOf(entry as Entry, first));
}
