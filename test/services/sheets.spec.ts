import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@thidua/scoring';
import { sheetPath } from '../support/client.js';
import type { Client, ProblemBody } from '../support/client.js';
import { selfScore, smallCompetition } from '../support/competitions.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';

interface SheetBody extends JsonObject {
  version: number;
  status: string;
  entries: JsonObject[];
  submittedEntries: JsonObject[] | null;
  lowerEntries: JsonObject[];
  higherEntries: JsonObject[];
  may: string[];
  faults: { code: string; criterion: string | null; path: string; words: { vi: string; en: string } }[];
}

interface Submitted extends JsonObject {
  version: number;
  revision: number;
}

const UNITS = Array.from({ length: 24 }, (_, index) => `u${index}`);

describe.each(DATABASES)('sheets on %s', (database) => {
  let api: RunningApi;
  let officer: Client;
  let head: Client;
  let taken = 0;

  beforeAll(async () => {
    api = await startApi({ database });
    const office = await api.signIn([{ role: 'office' }]);
    const file = smallCompetition({ code: 'p', clusters: { c1: UNITS } });
    expect((await office.import(JSON.stringify(file), 'json')).status).toBe(201);
    officer = await api.signIn(UNITS.map((unit) => ({ role: 'unitOfficer', campaign: 'p', cluster: 'c1', unit })));
    head = await api.signIn([{ role: 'clusterHead', campaign: 'p', cluster: 'c1' }]);
  });
  afterAll(() => api?.stop());

  /** The self sheet of a unit that no other test has touched. */
  const fresh = () => ({ campaign: 'p', unit: UNITS[taken++]!, stage: 'self' });
  const submissionsOf = (unit: string) =>
    rows<{ revision: number; entries: string; sheet_version: number }>(
      api,
      'SELECT revision, entries, sheet_version FROM submission WHERE unit = ? ORDER BY revision',
      [unit],
    );
  const revisionNow = async () =>
    (await rows<{ requested_revision: number }>(api, 'SELECT requested_revision FROM cluster'))[0]!.requested_revision;

  it('is saved as a draft that does not count, then submitted', async () => {
    const sheet = fresh();
    const empty = await officer.get<SheetBody>(sheetPath(sheet));
    expect([empty.headers.get('etag'), empty.body.status, empty.body.version, empty.body.entries]).toEqual([
      '"0"',
      'empty',
      0,
      [],
    ]);
    expect(empty.body.may).toEqual(['sheet.edit', 'sheet.submit']);

    const before = await revisionNow();
    const saved = await officer.saveDraft<SheetBody>(sheet, 0, selfScore(70));
    expect([saved.status, saved.headers.get('etag'), saved.body.status, saved.body.entries]).toEqual([
      200,
      '"1"',
      'draft',
      selfScore(70),
    ]);
    expect(await submissionsOf(sheet.unit)).toEqual([]);
    expect(await revisionNow()).toBe(before);

    const submitted = await officer.submit<Submitted>(sheet, { version: 1 });
    expect([submitted.status, submitted.body]).toEqual([
      201,
      {
        unit: sheet.unit,
        stage: 'self',
        round: '',
        version: 2,
        revision: before + 1,
        counts: true,
        submittedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/),
      },
    ]);
    const after = await officer.get<SheetBody>(sheetPath(sheet));
    expect([after.body.status, after.body.version, after.body.entries]).toEqual(['submitted', 2, selfScore(70)]);
    expect((await submissionsOf(sheet.unit)).map((row) => JSON.parse(row.entries))).toEqual([selfScore(70)]);
    const board = await officer.read<{ clusters: { standings: { unit: string; total: string }[] }[] }>(
      '/api/campaigns/p/board',
    );
    await api.settled();
    expect(board.clusters).toHaveLength(1);
    const current = await officer.read<typeof board>('/api/campaigns/p/board');
    expect(current.clusters[0]!.standings.find(({ unit }) => unit === sheet.unit)!.total).toBe('170.00');
  });

  it('answers a second editor with both versions, and overwrites nothing', async () => {
    const sheet = fresh();
    await officer.saveDraft(sheet, 0, selfScore(10));
    for (const attempt of ['draft', 'submission']) {
      const entries = selfScore(20);
      const late = await (attempt === 'draft'
        ? officer.saveDraft<ProblemBody>(sheet, 0, entries)
        : officer.submit<ProblemBody>(sheet, { version: 0, entries }));
      expect([late.status, late.body.code]).toEqual([412, 'sheet.stale']);
      expect(late.body['yours']).toEqual({ version: 0, entries });
      expect(late.body['current']).toMatchObject({ version: 1, status: 'draft', entries: selfScore(10) });
    }
    expect((await officer.read<SheetBody>(sheetPath(sheet))).entries).toEqual(selfScore(10));
    expect(await submissionsOf(sheet.unit)).toEqual([]);
  });

  it('must be named by version and, when submitted, by key', async () => {
    const sheet = fresh();
    const submission = `${sheetPath(sheet)}/submission`;
    const key = { 'idempotency-key': 'khoa-0001' };
    const refused = async (method: 'PUT' | 'POST', path: string, headers: Record<string, string>) => {
      const answer = await (method === 'PUT'
        ? officer.put<ProblemBody>(path, { entries: [] }, headers)
        : officer.post<ProblemBody>(path, { entries: [] }, headers));
      return [answer.status, answer.body.code];
    };
    expect(await refused('PUT', sheetPath(sheet), {})).toEqual([428, 'precondition.required']);
    expect(await refused('POST', submission, key)).toEqual([428, 'precondition.required']);
    expect(await refused('POST', submission, { 'if-match': '"0"' })).toMatchObject([
      428,
      expect.stringMatching(/^idempotency\./),
    ]);
    for (const wrong of ['0', '*', 'W/"0"', '"-1"', '"x"']) {
      expect(await refused('PUT', sheetPath(sheet), { 'if-match': wrong })).toMatchObject([400, expect.any(String)]);
    }
    expect(await refused('POST', submission, { 'if-match': '"0"', 'idempotency-key': 'short' })).toMatchObject([
      400,
      expect.any(String),
    ]);
    expect((await officer.read<SheetBody>(sheetPath(sheet))).version).toBe(0);
  });

  it('is submitted once for a key, however often it is sent', async () => {
    const sheet = fresh();
    const once = { version: 0, entries: selfScore(33), key: randomUUID() };
    const first = await officer.submit(sheet, once);
    const again = await officer.submit(sheet, once);
    expect([first.status, first.headers.get('idempotent-replay')]).toEqual([201, null]);
    expect([again.status, again.headers.get('idempotent-replay'), again.body]).toEqual([201, 'true', first.body]);
    const reused = await officer.submit<ProblemBody>(sheet, { ...once, entries: selfScore(34) });
    expect([reused.status, reused.body.code]).toEqual([422, 'idempotency.reused']);
    expect(await submissionsOf(sheet.unit)).toHaveLength(1);
    // Another unit's key is another key.
    expect((await officer.submit(fresh(), once)).headers.get('idempotent-replay')).toBeNull();
  });

  it('takes one of two submissions of the same version', async () => {
    const sheet = fresh();
    for (let version = 0; version < 10; version += 1) {
      const answers = await Promise.all(
        [1, 2].map((points) => officer.submit<Submitted>(sheet, { version, entries: selfScore(points) })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 412]);
      const winner = answers.findIndex(({ status }) => status === 201);
      const stored = await submissionsOf(sheet.unit);
      expect(stored).toHaveLength(version + 1);
      expect(JSON.parse(stored.at(-1)!.entries)).toEqual(selfScore(winner + 1));
    }
  });

  it('takes either the draft or the submission of the same version', async () => {
    const sheet = fresh();
    for (let version = 0; version < 20; version += 1) {
      const [draft, submission] = await Promise.all([
        // Always another draft: one that is there already would not be saved again.
        officer.saveDraft<SheetBody>(sheet, version, selfScore(10 + version)),
        officer.submit<Submitted>(sheet, { version, entries: selfScore(2) }),
      ]);
      expect([draft.status, submission.status].toSorted()).toEqual([...(draft.status === 200 ? [200] : [201]), 412]);
      const now = await officer.read<SheetBody>(sheetPath(sheet));
      expect([now.version, now.entries]).toEqual([version + 1, selfScore(draft.status === 200 ? 10 + version : 2)]);
    }
  });

  it('is submitted once by 20 requests with the same key at the same time', async () => {
    const sheet = fresh();
    const before = await revisionNow();
    const once = { version: 0, entries: selfScore(77), key: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => officer.submit<Submitted>(sheet, once)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replay') === null)).toHaveLength(1);
    expect(await submissionsOf(sheet.unit)).toHaveLength(1);
    expect(await revisionNow()).toBe(before + 1);
    // The same with keys of their own: one is taken, and the check above would have seen more.
    const keyed = await Promise.all(
      Array.from({ length: 20 }, () => officer.submit(sheet, { ...once, version: 1, key: randomUUID() })),
    );
    expect(keyed.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(keyed.filter(({ status }) => status === 412)).toHaveLength(19);
  });

  it('with wrong entries is refused whole, and says where each is wrong', async () => {
    const sheet = fresh();
    const entries = [
      { criterion: 'A', points: 101 },
      { criterion: 'B', actual: 5, choice: 'x' },
      { criterion: 'Z', points: 1 },
      { criterion: 'K', points: 1 },
      { criterion: 'P', count: 1 },
      { criterion: 'P', count: 2 },
    ];
    for (const [answer, ofSubmission] of [
      [await officer.submit<ProblemBody>(sheet, { version: 0, entries }), ['entries[0].points entry.points.range']],
      // A draft keeps figures that are still wrong, but nothing that is no entry of the sheet.
      [await officer.saveDraft<ProblemBody>(sheet, 0, entries), []],
    ] as const) {
      expect([answer.status, answer.body.code]).toEqual([422, 'entries.invalid']);
      expect(answer.body.errors.map(({ code, path }) => `${path} ${code}`).toSorted()).toEqual([
        ...ofSubmission,
        'entries[1].choice entry.value.shape',
        'entries[2].criterion ref.unknown',
        'entries[3].stage entry.stage.reserved',
        'entries[5] entry.duplicate',
      ]);
      for (const { code, message } of answer.body.errors) expect(message).not.toBe(code);
    }
    expect((await officer.read<SheetBody>(sheetPath(sheet))).version).toBe(0);
    for (const body of [{}, { entries: 'x' }, { entries: [], more: 1 }]) {
      const answer = await officer.put<ProblemBody>(sheetPath(sheet), body, { 'if-match': '"0"' });
      expect([answer.status, answer.body.code]).toEqual([422, 'request.invalid']);
    }
    const nothing = await officer.submit<ProblemBody>(sheet, { version: 0 });
    expect(nothing.status).toBe(422);
  });

  it('keeps in a draft what is incomplete or wrong so far, and tells what a submission would be refused for', async () => {
    const sheet = fresh();
    const entries = [
      { criterion: 'A', points: 101, reason: 'Đang kiểm tra' },
      { criterion: 'B', evidence: ['Báo cáo 12'] },
      { criterion: 'P', count: '-1' },
    ];
    const saved = await officer.saveDraft<SheetBody>(sheet, 0, entries);
    expect([saved.status, saved.body.status, saved.body.entries]).toEqual([200, 'draft', entries]);
    const { faults } = await officer.read<SheetBody>(sheetPath(sheet));
    expect(faults).toEqual(saved.body.faults);
    expect(faults.map(({ code, criterion, path }) => `${criterion} ${path} ${code}`)).toEqual([
      'A entries[0].points entry.points.range',
      'B entries[1].actual entry.value.shape',
      'P entries[2].count field.range',
    ]);
    for (const { words } of faults) expect(words.vi).not.toBe(words.en);
    const refused = await officer.submit<ProblemBody>(sheet, { version: 1 });
    expect([refused.status, refused.body.errors.map(({ path }) => path)]).toEqual([
      422,
      faults.map(({ path }) => path),
    ]);
    const right = await officer.saveDraft<SheetBody>(sheet, 1, selfScore(50));
    expect(right.body.faults).toEqual([]);
    for (const wrong of [
      { criterion: 'A', points: 'x' },
      { criterion: 'A', reason: 'x'.repeat(10_001) },
      { criterion: 'A', evidence: [''] },
      { criterion: 'A', more: 1 },
      'A',
    ]) {
      const answer = await officer.saveDraft<ProblemBody>(sheet, 2, [wrong as object]);
      expect([answer.status, answer.body.code]).toEqual([422, 'entries.invalid']);
    }
  });

  it('is again what was submitted once its draft is discarded', async () => {
    const sheet = fresh();
    const discard = <Body = SheetBody>(version: number) =>
      officer.send<Body>('DELETE', `${sheetPath(sheet)}/draft`, undefined, { 'if-match': `"${version}"` });
    await officer.submit(sheet, { version: 0, entries: selfScore(50) });
    await head.submit({ ...sheet, stage: 'cluster' }, { version: 0, entries: [{ criterion: 'A', points: 50 }] });
    const saved = await officer.saveDraft<SheetBody>(sheet, 1, selfScore(60));
    expect(saved.body.faults).toMatchObject([{ code: 'sheet.superseded', criterion: 'A', path: 'entries[0]' }]);
    expect(saved.body.faults[0]!.words.vi).toMatch(
      /^Bước “Cụm chấm” đã chấm tiêu chí A \(.+, \d\d\/\d\d\/\d{4} \d\d:\d\d\)/,
    );
    const removed = await officer.saveDraft<SheetBody>(sheet, 2, selfScore(50).slice(1));
    expect(removed.body.faults).toMatchObject([{ code: 'sheet.superseded', criterion: 'A', path: 'entries' }]);
    // Others see the sheet, and not what stands in its draft.
    expect((await head.read<SheetBody>(sheetPath(sheet))).faults).toEqual([]);

    const stale = await discard<ProblemBody>(2);
    expect([stale.status, stale.body.code]).toEqual([412, 'sheet.stale']);
    const discarded = await discard(3);
    expect([discarded.status, discarded.headers.get('etag'), discarded.body.status]).toEqual([200, '"4"', 'submitted']);
    expect([discarded.body.entries, discarded.body.faults]).toEqual([selfScore(50), []]);
    // Nothing is left to discard.
    expect((await discard(4)).body.version).toBe(4);
    const acts = await rows<{ action: string; actor: string }>(
      api,
      "SELECT action, actor FROM audit_event WHERE subject = ? AND action LIKE 'sheet.d%' ORDER BY seq",
      [`p/${sheet.unit}`],
    );
    expect(acts.map(({ action, actor }) => [action, actor])).toEqual([
      ['sheet.draft', officer.login],
      ['sheet.draft', officer.login],
      ['sheet.discard', officer.login],
    ]);
    // One that was never submitted is empty again.
    const other = fresh();
    await officer.saveDraft(other, 0, selfScore(1));
    const emptied = await officer.send<SheetBody>('DELETE', `${sheetPath(other)}/draft`, undefined, {
      'if-match': '"1"',
    });
    expect([emptied.body.status, emptied.body.entries]).toEqual(['empty', []]);
  });

  it.each([
    ['agreed', {}],
    ['gave a reason for another score', { points: 45, reason: 'Thiếu minh chứng' }],
  ])('cannot change what a higher stage has scored, where that %s', async (_, judged) => {
    const sheet = fresh();
    const above = { ...sheet, stage: 'cluster' };
    await officer.submit(sheet, { version: 0, entries: selfScore(50) });
    const scored = [
      { criterion: 'A', points: 50, ...judged },
      { criterion: 'P', count: 1 },
    ];
    expect((await head.submit(above, { version: 0, entries: scored })).status).toBe(201);
    const faults = async (entries: object[]) => {
      const answer = await officer.submit<ProblemBody>(sheet, { version: 1, entries });
      return [answer.status, ...answer.body.errors.map(({ code, path }) => `${path} ${code}`)];
    };
    // What was judged stands below as it was: not another figure, nor none, nor one where there was none.
    expect(await faults(selfScore(60))).toEqual([422, 'entries[0] sheet.superseded']);
    expect(await faults([{ criterion: 'B', actual: 50 }])).toEqual([422, 'entries sheet.superseded']);
    expect(await faults([...selfScore(50), { criterion: 'P', count: 1 }])).toEqual([
      422,
      'entries[2] sheet.superseded',
    ]);
    // The same in other words, evidence and what nobody above has scored may follow.
    const followed = [
      { criterion: 'A', points: '50.0', evidence: ['Báo cáo 12'] },
      { criterion: 'B', actual: 40 },
    ];
    expect((await officer.submit(sheet, { version: 1, entries: followed })).status).toBe(201);
    const seen = await head.read<SheetBody>(sheetPath(above));
    expect([seen.entries, seen.lowerEntries]).toEqual([scored, followed.map((entry) => ({ stage: 'self', ...entry }))]);
  });

  it('of a higher stage says why it differs', async () => {
    const sheet = fresh();
    await officer.submit(sheet, { version: 0, entries: selfScore(50) });
    const unexplained = await head.submit<ProblemBody>(
      { ...sheet, stage: 'cluster' },
      { version: 0, entries: [{ criterion: 'A', points: 40 }] },
    );
    expect(unexplained.body.errors.map(({ code, path }) => `${path} ${code}`)).toEqual([
      'entries[0].reason entry.reason.missing',
    ]);
    expect(unexplained.body.errors[0]!.message).toMatch(/: give the reason\.$/);
  });

  it('shows a unit the figure and reason of a higher stage, not its evidence', async () => {
    const sheet = fresh();
    const above = { ...sheet, stage: 'cluster' };
    expect((await officer.submit(sheet, { version: 0, entries: selfScore(50, 40) })).status).toBe(201);
    const told = { criterion: 'A', points: 45, reason: 'Thiếu minh chứng' };
    const entries = [{ ...told, evidence: ['Biên bản kiểm tra 12'] }];
    // A draft of the stage above is nobody else's.
    expect((await head.saveDraft(above, 0, entries)).status).toBe(200);
    expect((await officer.read<SheetBody>(sheetPath(sheet))).higherEntries).toEqual([]);
    expect((await head.submit(above, { version: 1, entries })).status).toBe(201);
    expect((await officer.read<SheetBody>(sheetPath(sheet))).higherEntries).toEqual([{ stage: 'cluster', ...told }]);
  });

  it('tells its author what was submitted, beside a draft on top of it', async () => {
    const sheet = fresh();
    expect((await officer.submit(sheet, { version: 0, entries: selfScore(50, 40) })).status).toBe(201);
    expect((await officer.read<SheetBody>(sheetPath(sheet))).submittedEntries).toBeNull();
    expect((await officer.saveDraft(sheet, 1, selfScore(60, 40))).status).toBe(200);
    const revised = await officer.read<SheetBody>(sheetPath(sheet));
    expect([revised.entries, revised.submittedEntries]).toEqual([selfScore(60, 40), selfScore(50, 40)]);
    const others = await head.read<SheetBody>(sheetPath(sheet));
    expect([others.entries, others.submittedEntries]).toEqual([selfScore(50, 40), null]);
  });
});
