import { Module } from 'node:module';
import { jest } from '@jest/globals';

/**
 * Packages that jest cannot load on this Node: CommonJS that requires an ES module. Node itself can, so they are taken
 * from Node's own loader, whole and real.
 */
const NATIVE = ['@fastify/static'];

/** Call before what imports one of them is imported. */
export function loadNatively(): void {
  // Jest gives tests a `Module` of its own, derived from Node's.
  const { createRequire } = Object.getPrototypeOf(Module) as typeof Module;
  const load = createRequire(import.meta.url);
  for (const name of NATIVE) jest.unstable_mockModule(name, () => ({ default: load(name) as unknown }));
}
