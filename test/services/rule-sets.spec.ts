import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { CampaignRules } from '@thidua/campaigns';
import { RecomputeCluster } from '@thidua/rankings';
import { AssessRuleSet } from '../../libs/rankings/rule-sets/assess-rule-set.service.js';
import type { JsonObject, ResultDocument } from '@thidua/scoring';
import type { Client, ProblemBody } from '../support/client.js';
import { ofUnit, selfScore, smallCompetition } from '../support/competitions.js';
import { eventually } from '../support/eventually.js';
import { scoreOf } from '../support/expected-result.js';
import { DATABASES, startApi } from '../support/start-api.js';
import type { RunningApi } from '../support/start-api.js';
import { rows } from '../support/tables.js';
import { verifyAudit } from '../support/verify-audit.js';

interface Shift {
  before: string | null;
  after: string | null;
}

interface Preview extends JsonObject {
  inForce: number;
  revision: number;
  applicable: boolean;
  units: ({ unit: { code: string }; rank: Shift | null; total: Shift | null; class: Shift | null } & JsonObject)[];
  awards: ({ reward: { code: string }; unit: { code: string }; state: Shift } & JsonObject)[];
  dropped: ({ unit: { code: string }; criterion: { code: string } } & JsonObject)[];
  faults: ({ code: string; vi: string } & JsonObject)[];
}

interface Board extends JsonObject {
  clusters: ({
    code: string;
    revision: number;
    current: boolean;
    review: { id: number; current: boolean } | null;
  } & JsonObject)[];
}

const CLASSES = [
  { code: 'tot', name: 'Tốt', minTotal: 170 },
  { code: 'khac', name: 'Khác' },
];
const FLAG = { code: 'co', name: 'Cờ thi đua', scope: 'cluster', quota: { count: 1 } };
const DECIDED = { basis: 'Quyết định 12/QĐ-UBND', reason: 'Điều chỉnh thang điểm giữa kỳ' };
let campaigns = 0;

/** The small competition, as far as it is changed here. */
interface RulesFile {
  campaign: { code: string };
  scales: { parts: { max: number; criteria: { max: number; rule: { plan?: number } }[] }[] }[];
  clusters: { code: string; name: string; scale: string; units: { code: string; name: string }[] }[];
  classes: { minTotal?: number }[];
  entries: object[];
}

type Change = (file: RulesFile) => void;

/** u1 has 90 + 80, u2 has 70 + 100 points; v1 stands alone. */
function rulesOf(code: string, change: Change = () => undefined): JsonObject {
  const entries = [
    ...ofUnit('u1', selfScore(90, 40)),
    ...ofUnit('u2', selfScore(69, 50)),
    ...ofUnit('v1', selfScore(50, 50)),
  ];
  const file = smallCompetition({
    code,
    clusters: { c: ['u1', 'u2'], d: ['v1'] },
    entries,
    rewards: [FLAG],
    more: { classes: structuredClone(CLASSES) } as unknown as JsonObject,
  });
  change(file as unknown as RulesFile);
  return file;
}

const partOf = (file: RulesFile) => file.scales[0]!.parts[0]!;

/** The plan of B is 40, so that u1 gets all of its points. */
const lowerPlan: Change = (file) => {
  partOf(file).criteria[1]!.rule.plan = 40;
};

describe.each(DATABASES)('rule sets on %s', (database) => {
  let api: RunningApi;
  let office: Client;
  let campaign: string;

  beforeAll(async () => {
    api = await startApi({ database, settings: { sweepMs: 200 } });
    office = await api.signIn([{ role: 'office' }]);
  });
  afterAll(() => api?.stop());
  beforeEach(async () => {
    campaign = `r${campaigns++}`;
    expect((await office.import(JSON.stringify(rulesOf(campaign)), 'json')).status).toBe(201);
    await api.settled();
  });

  const url = (rest: string) => `/api/campaigns/${campaign}/${rest}`;
  const draft = <B = { number: number } & JsonObject>(file: object) =>
    office.send<B>('POST', url('rule-sets'), JSON.stringify(file), { 'content-type': 'application/json' });
  const drafted = async (change: Change): Promise<number> => {
    const answer = await draft(rulesOf(campaign, change));
    expect(answer.status).toBe(201);
    return answer.body.number;
  };
  const preview = (number: number) => office.read<Preview>(url(`rule-sets/${number}/preview`));
  const apply = <B = JsonObject>(number: number, { inForce, revision }: Preview, more: object = {}) =>
    office.post<B>(url(`rule-sets/${number}/application`), { inForce, revision, ...DECIDED, ...more });
  const result = () => office.read<ResultDocument>(url('result'));
  const file = () => office.read<JsonObject>(url('file'));

  it('begin with the rules that a campaign came with', async () => {
    expect(await office.read(url('rule-sets'))).toMatchObject([{ number: 1, state: 'inForce', basis: null }]);
  });

  it('show who would move before they are applied, and then give just that', async () => {
    const before = await result();
    const number = await drafted(lowerPlan);
    const shown = await preview(number);
    expect(shown).toMatchObject({
      ...{ inForce: 1, applicable: true, dropped: [], faults: [] },
      units: [{ unit: { code: 'u1' }, total: { before: '170.00', after: '190.00' }, rank: null }],
    });
    expect(await result()).toEqual(before);

    expect((await apply(number, shown)).status).toBe(201);
    await api.settled();
    const after = await result();
    expect(after).toEqual(scoreOf(await file()));
    expect(after.clusters[0]!.standings[0]).toMatchObject({ unit: 'u1', total: '190.00' });
    expect(await office.read(url('rule-sets'))).toMatchObject([
      { number: 2, state: 'inForce', ...DECIDED },
      { number: 1, state: 'replaced' },
    ]);
    expect(await verifyAudit(api)).toMatchObject({ findings: [] });
  });

  it('that change a rank or an award unsettle what was endorsed, and leave what they do not touch', async () => {
    const committee = await api.signIn([{ role: 'committee', campaign }]);
    const seen = (await committee.read<Board>(url('board'))).clusters;
    for (const { code, revision } of seen) {
      const body = { revision, seen: null, outcome: 'endorse' };
      expect((await committee.post(url(`clusters/${code}/reviews`), body)).status).toBe(201);
    }
    const better = await drafted((changed) => {
      changed.classes[0]!.minTotal = 171;
    });
    const shown = await preview(better);
    expect(shown.units).toMatchObject([{ unit: { code: 'u1' }, class: { before: 'Tốt', after: 'Khác' } }]);
    expect((await apply(better, shown)).status).toBe(201);
    await api.settled();
    const { clusters } = await committee.read<Board>(url('board'));
    expect(clusters.map(({ code, current, review }) => [code, current, review!.current])).toEqual([
      ['c', true, false],
      ['d', true, true],
    ]);
    // What was endorsed can be computed again, by the rules of then.
    for (const [index, { review }] of clusters.entries()) {
      const reviewed = await committee.read<JsonObject>(url(`reviews/${review!.id}/file`));
      const [snapshot] = await rows<{ snapshot: string }>(api, 'SELECT snapshot FROM review WHERE id = ?', [
        review!.id,
      ]);
      const { ranking } = JSON.parse(snapshot!.snapshot) as { ranking: JsonObject };
      expect(scoreOf(reviewed).clusters[index]).toEqual(ranking);
    }
    expect((await committee.get<ProblemBody>(url('reviews/999/file'))).body.code).toBe('review.unknown');
  });

  it('are refused when figures or rules have moved on since they were compared', async () => {
    const [first, second] = [await drafted(lowerPlan), await drafted(lowerPlan)];
    const shown = await preview(first);
    const officer = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'd', unit: 'v1' }]);
    const sheet = { campaign, unit: 'v1', stage: 'self' };
    expect((await officer.submit(sheet, { version: 1, entries: selfScore(60, 50) })).status).toBe(201);
    expect(await apply<ProblemBody>(first, shown)).toMatchObject({ status: 409, body: { code: 'rules.moved' } });

    const again = await preview(second);
    expect((await apply(second, again)).status).toBe(201);
    await api.settled();
    expect(await apply<ProblemBody>(first, again)).toMatchObject({ status: 409, body: { code: 'rules.moved' } });
    expect(await apply<ProblemBody>(first, await preview(first))).toMatchObject({
      status: 409,
      body: { code: 'rules.notDraft' },
    });
  });

  it('judge the very next submission, also where they were not heard of', async () => {
    const officer = await api.signIn([{ role: 'unitOfficer', campaign, cluster: 'd', unit: 'v1' }]);
    const sheet = { campaign, unit: 'v1', stage: 'self' };
    const number = await drafted((changed) => {
      partOf(changed).criteria.splice(0, 1);
      partOf(changed).max = 110;
      changed.entries = [];
    });
    const shown = await preview(number);
    expect(shown.dropped.map(({ unit, criterion }) => `${unit.code} ${criterion.code}`)).toEqual([
      'u1 A',
      'u2 A',
      'v1 A',
    ]);
    // Another process puts them in force, and its word is lost.
    const rules = api.get<CampaignRules>(CampaignRules);
    const forget = jest.spyOn(rules, 'forget').mockImplementation(() => undefined);
    expect((await apply(number, shown)).status).toBe(201);
    await eventually('the word has come', () => Promise.resolve(forget.mock.calls.length > 1));
    forget.mockRestore();
    const refused = await officer.submit<ProblemBody>(sheet, { version: 1, entries: selfScore(60, 50) });
    expect([refused.status, refused.body.code]).toEqual([422, 'entries.invalid']);
    expect((await officer.submit(sheet, { version: 1, entries: [{ criterion: 'B', actual: 25 }] })).status).toBe(201);
    await api.settled();
    const after = await result();
    expect(after).toEqual(scoreOf(await file()));
    expect(after.clusters[1]!.standings).toMatchObject([{ unit: 'v1', total: '50.00' }]);
    expect(await verifyAudit(api)).toMatchObject({ findings: [] });
  });

  it('are not reviewed by whoever has waited while they came into force', async () => {
    const committee = await api.signIn([{ role: 'committee', campaign }]);
    const { revision } = (await committee.read<Board>(url('board'))).clusters[1]!;
    const rules = api.get<CampaignRules>(CampaignRules);
    const before = await rules.get(campaign);
    const number = await drafted(lowerPlan);
    // The ranking stays the one of before for a while.
    jest.spyOn(api.get<RecomputeCluster>(RecomputeCluster), 'recompute').mockResolvedValue();
    expect((await apply(number, await preview(number))).status).toBe(201);
    // Read before the lock; by the time it is had, others are in force.
    jest.spyOn(rules, 'inForce').mockResolvedValueOnce(before);
    const answer = await committee.post<ProblemBody>(url('clusters/d/reviews'), {
      revision,
      seen: null,
      outcome: 'endorse',
    });
    jest.restoreAllMocks();
    await api.settled();
    expect([answer.status, answer.body.code]).toEqual([409, 'ranking.behind']);
  });

  it('replace those that they were compared with, and no others', async () => {
    const [first, second] = [await drafted(lowerPlan), await drafted(lowerPlan)];
    const shown = await preview(second);
    expect((await apply(first, await preview(first))).status).toBe(201);
    await api.settled();
    const assessment = api.get<AssessRuleSet>(AssessRuleSet);
    const now = await assessment.assess(campaign, second);
    // Others came into force while it was judged once more.
    jest.spyOn(assessment, 'assess').mockResolvedValueOnce({ ...now, inForce: shown.inForce });
    const seen = { ...shown, revision: now.revision };
    expect(await apply<ProblemBody>(second, seen)).toMatchObject({ status: 409, body: { code: 'rules.moved' } });
    jest.restoreAllMocks();
    expect(await office.read(url('rule-sets'))).toMatchObject([
      { state: 'draft' },
      { state: 'inForce' },
      { state: 'replaced' },
    ]);
  });

  it('by which submitted figures would be wrong cannot be applied', async () => {
    const number = await drafted((changed) => {
      partOf(changed).criteria[0]!.max = 60;
      partOf(changed).max = 160;
      changed.entries = [];
    });
    const shown = await preview(number);
    expect(shown.applicable).toBe(false);
    expect(shown.faults.map(({ code }) => code)).toEqual(['entry.points.range', 'entry.points.range']);
    expect(shown.faults[0]!.vi).toContain('Đơn vị u1');
    expect(await apply<ProblemBody>(number, shown)).toMatchObject({ status: 422, body: { code: 'rules.entries' } });
    expect(await office.read(url('rule-sets'))).toMatchObject([{ state: 'draft' }, { state: 'inForce' }]);
  });

  it('must be of the same campaign, with everybody in it, and decided by a document for a reason', async () => {
    const refused = async (change: Change) => {
      const { status, body } = await draft<ProblemBody>(rulesOf(campaign, change));
      return [status, body.code];
    };
    expect(await refused((changed) => (changed.campaign.code = 'other'))).toEqual([422, 'rules.otherCampaign']);
    expect(await refused((changed) => changed.clusters[0]!.units.pop() && (changed.entries = []))).toEqual([
      422,
      'rules.membersGone',
    ]);
    expect(await refused((changed) => (partOf(changed).max = -1))).toEqual([422, 'file.invalid']);
    const number = await drafted(lowerPlan);
    const shown = await preview(number);
    for (const [lacking, code] of [
      ['basis', 'rules.basis.missing'],
      ['reason', 'rules.reason.missing'],
    ] as const) {
      expect(await apply<ProblemBody>(number, shown, { [lacking]: ' ' })).toMatchObject({
        status: 422,
        body: { code },
      });
    }
    expect((await office.send('DELETE', url(`rule-sets/${number}`))).status).toBe(204);
    expect(await apply<ProblemBody>(number, shown)).toMatchObject({ status: 409, body: { code: 'rules.notDraft' } });
    expect(await office.read(url('rule-sets'))).toMatchObject([{ state: 'withdrawn' }, { state: 'inForce' }]);
  });

  it('take new clusters and units in', async () => {
    const number = await drafted((changed) => {
      changed.clusters[1]!.units.push({ code: 'v2', name: 'Đơn vị v2' });
      changed.clusters.push({ code: 'e', name: 'Cụm e', scale: 'chung', units: [{ code: 'w1', name: 'Đơn vị w1' }] });
    });
    expect((await apply(number, await preview(number))).status).toBe(201);
    await api.settled();
    const after = await result();
    expect(after).toEqual(scoreOf(await file()));
    expect(after.clusters.map(({ code, standings }) => [code, standings.map(({ unit }) => unit)])).toEqual([
      ['c', ['u1', 'u2']],
      ['d', ['v1', 'v2']],
      ['e', ['w1']],
    ]);
  });
});
