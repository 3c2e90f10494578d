import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { isDatabaseAway } from '../../libs/platform/database/database-away.js';

const coded = (code: string, message = 'said by the driver') => Object.assign(new Error(message), { code });
const failed = (error: Error) => new QueryFailedError('SELECT 1', [], error);

describe('a database is away', () => {
  it.each([
    ['nobody listens', coded('ECONNREFUSED')],
    ['the server is being shut down', failed(coded('57P01'))],
    ['the server is still starting', coded('57P03')],
    ['all connections are taken', failed(coded('53300'))],
    ['the connection failed in the server’s words', failed(coded('08006'))],
    ['the connection ended under a statement', failed(new Error('Connection terminated unexpectedly'))],
    ['none of a name’s addresses answers', new AggregateError([coded('EHOSTUNREACH'), coded('ECONNREFUSED')])],
    ['another process keeps the file', failed(coded('SQLITE_BUSY'))],
  ])('when %s', (_, error) => expect(isDatabaseAway(error)).toBe(true));

  it.each([
    ['a statement is wrong', failed(coded('42601'))],
    ['a key is there already', failed(coded('23505', 'Connection terminated by hand, a text of a row'))],
    ['the disk is full', failed(coded('SQLITE_FULL'))],
    ['the fault is our own', new TypeError('x is not a function')],
    ['something is thrown that is no error', 'ECONNREFUSED'],
  ])('not when %s', (_, error) => expect(isDatabaseAway(error)).toBe(false));
});
