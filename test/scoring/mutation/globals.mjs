/* The tests' `@jest/globals`, told to mocha: the same words, a table of cases spelled out as one test a case. */
import { format, inspect } from 'node:util';
import { expect } from 'expect';

const { describe: group, before: beforeAll, after: afterAll, beforeEach, afterEach, it: add } = globalThis;

export const it = Object.assign((name, run) => add(name, () => run()), { each: eachBy(add) });
export const describe = Object.assign((name, run) => group(name, () => run()), { each: eachBy(group) });

function eachBy(added) {
  return (cases) => (name, run) => {
    const rows = cases.every(Array.isArray) ? cases : cases.map((value) => [value]);
    rows.forEach((args, index) => {
      // A title names its test to the mutation test, so that no two may be the same.
      added(`${index}: ${format(name, ...args.map(short))}`, () => run(...args));
    });
  };
}

function short(value) {
  if (typeof value === 'string') return value.slice(0, 60);
  return inspect(value, { depth: 1, breakLength: Infinity }).slice(0, 60);
}

export { afterAll, afterEach, beforeAll, beforeEach, expect };
