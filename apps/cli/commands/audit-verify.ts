import { RecordedSubmissions } from '@thidua/entries';
import { Reader, headText, parseHead, verifyChain } from '@thidua/platform';
import type { Config, Head } from '@thidua/platform';
import { RecordedReviews, RecordedRuleSets } from '@thidua/rankings';
import { RecordedRewards } from '@thidua/rewards';
import { Failure } from '../failures.js';
import { nameOf } from '../operator/find-database.js';
import { withOperator } from '../operator/with-operator.js';
import { AUDIT_WORDS, findingLine } from '../output/audit-words.js';
import { databaseLine } from '../output/command-words.js';
import type { Language } from '../output/languages.js';
import { complain, say } from '../output/write.js';

export interface AuditVerifyOptions {
  head?: readonly string[];
  json?: boolean;
  lang: Language;
}

/**
 * `thidua audit verify`: reads the whole audit log of the configured database and what it tells of, and names each
 * record and row that is not as it was written, on standard error and with exit status 1.
 * @throws Failure when a head given is none, or there is no database.
 */
export async function verifyAudit({ head: noted = [], json = false, lang }: AuditVerifyOptions): Promise<void> {
  const heads = noted.map(headOf);
  let database = '';
  const onOpen = (config: Config) => {
    database = nameOf(config);
    if (!json) say(databaseLine(database)[lang]);
  };
  const { head, findings } = await withOperator({ mayMigrate: false, creation: 'never', onOpen }, (operator) => {
    const reader = operator.get(Reader);
    const recorded = [
      new RecordedSubmissions(reader),
      new RecordedRuleSets(reader),
      new RecordedReviews(reader),
      new RecordedRewards(reader),
    ];
    return verifyChain(reader, heads, recorded);
  });
  if (json) say(JSON.stringify({ database, head: headText(head), findings }, null, 2));
  for (const finding of findings) complain(findingLine(finding, lang));
  if (findings.length > 0) process.exitCode = 1;
  else if (!json) say(AUDIT_WORDS.sound(head.seq, headText(head))[lang]);
}

function headOf(text: string): Head {
  const head = parseHead(text);
  if (!head) throw new Failure(AUDIT_WORDS.noHead(text));
  return head;
}
