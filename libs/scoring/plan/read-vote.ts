import { readFraction } from '../number/fraction.js';
import { Labels } from '../rules/labels.js';
import { asText, Fields, tellType } from '../text/fields.js';
import type { VoteRule } from './competition.js';

export const KEYS: readonly (keyof VoteRule)[] = ['quorum', 'base', 'atLeast', 'moreThan', 'secret', 'mustInclude'];

/** Checks a reward's `vote` (spec, "Votes"). */
export function readVote(reward: Fields): VoteRule | undefined {
  const fields = Fields.open(reward.record['vote'], reward.at('vote'), reward.problems, KEYS);
  if (fields === undefined) return undefined;
  const before = fields.problems.errors.length;
  const quorum = readShare(fields, 'quorum');
  const base = fields.oneOf('base', ['members', 'present', 'cast']);
  const limit = readLimit(fields);
  const secret = (fields.has('secret') ? fields.flag('secret') : undefined) ?? false;
  const mustInclude = fields.has('mustInclude') ? readRoles(fields) : undefined;
  if (secret && mustInclude !== undefined && mustInclude.length > 0) {
    const message = 'nobody can know who said yes in a secret ballot';
    fields.problems.add('vote.mustInclude.secret', fields.at('mustInclude'), message);
  }
  if (quorum === undefined || base === undefined || fields.problems.errors.length > before) return undefined;
  return { quorum, base, ...limit, secret, ...(mustInclude && { mustInclude }) };
}

/** One of `atLeast` and `moreThan`. */
function readLimit(fields: Fields): Pick<VoteRule, 'atLeast' | 'moreThan'> {
  const has = { atLeast: fields.has('atLeast'), moreThan: fields.has('moreThan') };
  if (has.atLeast === has.moreThan) {
    const message = 'write one of atLeast and moreThan';
    fields.range(has.atLeast ? 'moreThan' : 'atLeast', message, has.atLeast ? 'both' : 'neither');
    return {};
  }
  const key = has.atLeast ? 'atLeast' : 'moreThan';
  const share = readShare(fields, key);
  return share === undefined ? {} : { [key]: share };
}

function readRoles(fields: Fields): string[] {
  const roles = new Labels(fields.problems);
  return (fields.list('mustInclude') ?? []).flatMap(({ value, path }) => {
    const role = asText(value, path, fields.problems)?.trim();
    return role !== undefined && roles.take(role, path) ? role : [];
  });
}

function readShare(fields: Fields, key: string): string | number | undefined {
  const raw = fields.raw(key);
  if (raw === undefined) return undefined;
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    return tellType(fields.problems, fields.at(key), 'share');
  }
  if (readFraction(raw) !== null) return raw;
  return fields.range(key, 'a share between 0 and 1 is written "2/3", "90%" or as a decimal', 'share');
}
