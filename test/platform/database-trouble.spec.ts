import { describe, expect, it } from '@jest/globals';
import { QueryFailedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { databaseTrouble } from '../../libs/platform/database/database-trouble.js';

const coded = (code: string, message = 'said by the driver') => Object.assign(new Error(message), { code });
const failed = (error: Error) => new QueryFailedError('SELECT 1', [], error);

describe('what keeps a database from serving', () => {
  it.each([
    ['away', 'nobody listens', coded('ECONNREFUSED')],
    ['away', 'the server is being shut down', failed(coded('57P01'))],
    ['away', 'the server is still starting', coded('57P03')],
    ['away', 'all connections are taken', failed(coded('53300'))],
    ['away', 'the server has no memory left', failed(coded('53200'))],
    ['away', 'the connection failed in the server’s words', failed(coded('08006'))],
    ['away', 'the connection ended under a statement', failed(new Error('Connection terminated unexpectedly'))],
    ['away', 'the connection was given up under a transaction', new QueryRunnerProviderAlreadyReleasedError()],
    ['away', 'none of a name’s addresses answers', new AggregateError([coded('EHOSTUNREACH'), coded('ECONNREFUSED')])],
    ['unwritable', 'the disk is full', failed(coded('SQLITE_FULL'))],
    ['unwritable', 'the disk fails', coded('SQLITE_IOERR')],
    ['unwritable', 'the server’s disk is full', failed(coded('53100'))],
    ['unwritable', 'the server may only read', failed(coded('25006'))],
    ['busy', 'another process keeps the file', failed(coded('SQLITE_BUSY'))],
    ['busy', 'rows were not had in time', failed(coded('55P03'))],
    ['busy', 'a statement took its time', failed(coded('57014'))],
  ])('%s: %s', (trouble, _, error) => expect(databaseTrouble(error)).toBe(trouble));

  it.each([
    ['a statement is wrong', failed(coded('42601'))],
    ['a key is there already', failed(coded('23505', 'Connection terminated by hand, a text of a row'))],
    ['the fault is our own', new TypeError('x is not a function')],
    ['something is thrown that is no error', 'ECONNREFUSED'],
  ])('nothing: %s', (_, error) => expect(databaseTrouble(error)).toBeUndefined());
});
