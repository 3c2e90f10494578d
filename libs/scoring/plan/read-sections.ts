import { formatUnits } from '../number/fixed.js';
import { Fields } from '../text/fields.js';
import type { JsonValue } from '../text/json-value.js';
import type { Path } from '../text/path.js';
import type { PlanCriterion, PlanSection, SectionKind } from './plan.js';
import { readBound } from './read-bound.js';
import { readCriterion, type CriterionScope } from './read-criterion.js';

export const GROUP_KEYS = ['code', 'name', 'min', 'max', 'criteria', 'groups'];
export const EXTRA_KEYS = ['max', 'when', 'criteria', 'groups'];
/** How deep groups may stand in one another (spec, "Scale"). */
export const MAX_GROUP_DEPTH = 4;

/** A section whose groups and place are still being read. */
interface Draft {
  kind: SectionKind;
  code: string;
  name: string;
  min: bigint | null;
  max: bigint | null;
  parent: Draft | null;
  groups: Draft[];
}

/** What of a section is known when its own limits are judged. */
interface Read {
  draft: Draft;
  /** The most its criteria and groups can come to, in units of 10^-digits; undefined where one of them is wrong. */
  reach: bigint | undefined;
}

/** Reads the sections of one scale and gathers their criteria in its order, keeping codes unique. */
export class SectionReader {
  readonly byCode = new Map<string, PlanCriterion>();
  private readonly parts: Draft[] = [];
  private readonly groups: Draft[] = [];
  private readonly criteria: { criterion: Omit<PlanCriterion, 'section'>; draft: Draft }[] = [];
  private readonly codes = new Set<string>();
  private readonly criterionCodes = new Set<string>();

  constructor(private readonly scope: CriterionScope) {}

  part(value: JsonValue, path: Path): void {
    const fields = Fields.open(value, path, this.scope.problems, GROUP_KEYS);
    if (fields === undefined) return;
    const { draft } = this.coded(fields, 'part', null, 'part', 0);
    this.parts.push(draft);
  }

  extra(owner: Fields, key: 'bonus' | 'penalty'): Draft {
    const draft: Draft = { kind: key, code: '', name: '', min: 0n, max: null, parent: null, groups: [] };
    const fields = owner.has(key)
      ? Fields.open(owner.record[key], owner.at(key), owner.problems, EXTRA_KEYS)
      : undefined;
    if (fields === undefined) return draft;
    if (fields.has('max')) draft.max = readBound(fields, 'max', this.scope.digits, 'notNegative') ?? null;
    this.content(fields, draft, key, 0);
    return draft;
  }

  /** The sections as they are numbered: parts, bonus, penalty, groups; and the criteria in scale order. */
  finish(bonus: Draft, penalty: Draft): { parts: number; sections: PlanSection[]; criteria: PlanCriterion[] } {
    const drafts = [...this.parts, bonus, penalty, ...this.groups];
    const indexOf = new Map(drafts.map((draft, index) => [draft, index]));
    const sections = drafts.map(({ kind, code, name, min, max, parent, groups }, index): PlanSection => ({
      index,
      kind,
      code,
      name,
      min,
      max,
      parent: parent === null ? null : indexOf.get(parent)!,
      groups: groups.map((group) => indexOf.get(group)!),
      when: undefined,
    }));
    const criteria = this.criteria.map(({ criterion, draft }, index): PlanCriterion => ({
      ...criterion,
      index,
      section: indexOf.get(draft)!,
    }));
    return { parts: this.parts.length, sections, criteria };
  }

  /** A part or a group: with a code, a name and bounds. */
  private coded(fields: Fields, kind: SectionKind, parent: Draft | null, top: SectionKind, depth: number): Read {
    const { digits, problems } = this.scope;
    const code = fields.code('code') ?? '';
    const name = fields.text('name') ?? '';
    const max = kind === 'part' || fields.has('max') ? (readBound(fields, 'max', digits, 'notNegative') ?? null) : null;
    const min = fields.has('min') ? readMin(fields, digits) : 0n;
    if (min !== null && max !== null && min > max)
      fields.range('min', 'the least must not lie above the most', 'order');
    if (this.codes.has(code)) {
      const message = 'two parts or groups of the scale have this code';
      problems.add('code.duplicate', fields.at('code'), message, { reason: 'section', value: code });
    } else if (code !== '') this.codes.add(code);
    const draft: Draft = { kind, code, name, min, max, parent, groups: [] };
    const reach = isEmpty(kind, fields) ? tellEmpty(fields) : this.content(fields, draft, top, depth);
    if (max !== null && reach !== undefined && reach < max) {
      const params = {
        reach: formatUnits(reach, digits),
        max: formatUnits(max, digits),
        section: kind,
        code,
        ...(name !== '' && { name }),
      };
      const message = `its criteria and groups come to ${params.reach} at most, less than ${params.max}`;
      problems.add('scale.part.unreachable', fields.at('max'), message, params);
    }
    return { draft, reach: reach === undefined || max === null || reach < max ? reach : max };
  }

  /** The criteria and groups of a section; gives what they can come to together. */
  private content(fields: Fields, draft: Draft, top: SectionKind, depth: number): bigint | undefined {
    let reach: bigint | undefined = 0n;
    const add = (more: bigint | undefined): void => {
      reach = reach === undefined || more === undefined ? undefined : reach + more;
    };
    const hasGroups = fields.has('groups');
    if (fields.has('criteria') || !hasGroups) {
      const items = fields.list('criteria');
      if (items === undefined) reach = undefined;
      for (const { value, path } of items ?? []) add(this.criterion(value, path, draft, top));
    }
    if (!hasGroups) return reach;
    if (depth === MAX_GROUP_DEPTH) {
      const most = MAX_GROUP_DEPTH;
      return fields.range('groups', `groups stand at most ${most} deep in one another`, 'depth', { most });
    }
    const items = fields.list('groups');
    if (items === undefined) reach = undefined;
    for (const { value, path } of items ?? []) {
      const group = Fields.open(value, path, this.scope.problems, GROUP_KEYS);
      if (group === undefined) {
        add(undefined);
        continue;
      }
      const at = this.groups.length;
      const read = this.coded(group, 'group', draft, top, depth + 1);
      // Before the groups inside it: they were read on the way.
      this.groups.splice(at, 0, read.draft);
      draft.groups.push(read.draft);
      add(read.reach);
    }
    return reach;
  }

  /** Keeps one criterion; gives what it can come to in its section. */
  private criterion(value: JsonValue, path: Path, draft: Draft, top: SectionKind): bigint | undefined {
    const read = readCriterion(value, path, this.scope, top);
    if (read === undefined) return undefined;
    const { criterion } = read;
    if (this.criterionCodes.has(criterion.code)) {
      this.scope.problems.add('code.duplicate', { up: path, key: 'code' }, 'two criteria of the scale have this code', {
        reason: 'criterion',
        value: criterion.code,
      });
    } else {
      this.criterionCodes.add(criterion.code);
      this.criteria.push({ criterion, draft });
    }
    return criterion.sign === 'minus' ? 0n : read.max;
  }
}

/** A group holds at least one criterion or group (spec, "Scale"); what is absent or no list is told elsewhere. */
function isEmpty(kind: SectionKind, { record }: Fields): boolean {
  const lists = ['criteria', 'groups'].flatMap((key) => (Object.hasOwn(record, key) ? [record[key]] : []));
  return kind === 'group' && lists.length > 0 && lists.every((list) => Array.isArray(list) && list.length === 0);
}

const tellEmpty = (fields: Fields): undefined =>
  fields.range(fields.has('criteria') ? 'criteria' : 'groups', 'a group has a criterion or a group', 'empty');

/** The least a section is worth: 0 where nothing is said, null for no bound. */
function readMin(fields: Fields, digits: number): bigint | null {
  return fields.record['min'] === null ? null : (readBound(fields, 'min', digits, 'notNegative') ?? 0n);
}
