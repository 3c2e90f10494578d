import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Recurring } from '../../libs/platform/logging/recurring.js';
import { keptLogger } from './support/log-lines.js';

const MINUTE = 60_000;

describe('what happens again and again', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is told when it begins, counted each minute, and told when it is over', () => {
    jest.useFakeTimers();
    const { logger, lines } = keptLogger();
    const recurring = new Recurring(logger);
    const said = () => lines.splice(0).map(({ msg, times, seconds }) => [msg, times, seconds]);
    const refused = Object.assign(new Error('OOM command not allowed'), { name: 'ReplyError' });

    for (let n = 0; n < 1000; n += 1) expect(recurring.outage(refused)).toBe(true);
    expect(said()).toEqual([['Redis refuses commands (OOM)', undefined, undefined]]);
    jest.advanceTimersByTime(MINUTE);
    expect(said()).toEqual([['Redis refuses commands (OOM): still', 999, undefined]]);
    for (let n = 0; n < 7; n += 1) recurring.outage(refused);
    jest.advanceTimersByTime(MINUTE);
    expect(said()).toEqual([['Redis refuses commands (OOM): still', 7, undefined]]);
    jest.advanceTimersByTime(MINUTE);
    expect(said()).toEqual([['Redis refuses commands (OOM): over', 1007, 180]]);
    expect(jest.getTimerCount()).toBe(0);
    recurring.outage(refused);
    expect(said()).toEqual([['Redis refuses commands (OOM)', undefined, undefined]]);
    recurring.onApplicationShutdown();
  });

  it('is of the outage, whatever met it; other failures are not its own', () => {
    const { logger, lines } = keptLogger();
    const recurring = new Recurring(logger);
    const coded = (code: string) => Object.assign(new Error(code), { code });
    for (const code of ['ECONNREFUSED', '57P01', '08006']) expect(recurring.outage(coded(code))).toBe(true);
    expect(recurring.outage(coded('42601'))).toBe(false);
    expect(lines.map(({ msg, reason }) => [msg, reason])).toEqual([['the database cannot be reached', 'ECONNREFUSED']]);
    recurring.onApplicationShutdown();
  });
});
