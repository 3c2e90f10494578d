import type { PlanCluster, PlanScale } from './plan.js';
import type { UnitKind } from './competition.js';
import { asReference, Fields } from '../text/fields.js';

export const KEYS = ['code', 'name', 'scale', 'head', 'deputies', 'units'];

/** A unit before holds and targets are known. */
export interface ReadUnit {
  code: string;
  name: string;
  kind: UnitKind;
  cluster: string;
  scale: PlanScale | undefined;
}

export interface ReadClusters {
  clusters: PlanCluster[];
  units: Map<string, ReadUnit>;
}

/** Checks `clusters` (spec, "Cluster"). */
export function readClusters(top: Fields, scales: ReadonlyMap<string, PlanScale>): ReadClusters {
  const read: ReadClusters = { clusters: [], units: new Map() };
  const codes = new Set<string>();
  for (const { value, path } of top.list('clusters') ?? []) {
    const fields = Fields.open(value, path, top.problems, KEYS);
    if (fields === undefined) continue;
    const code = fields.code('code') ?? '';
    if (codes.has(code))
      top.problems.add('code.duplicate', fields.at('code'), 'two clusters have this code', { value: code });
    if (code !== '') codes.add(code);
    const name = fields.text('name') ?? '';
    const scale = readScaleName(fields, scales);
    const units = readUnits(fields, code, scales.get(scale ?? ''), read.units);
    const members = new Set(units);
    const head = fields.has('head') ? readMember(fields, 'head', members) : undefined;
    const deputies = fields.has('deputies') ? readDeputies(fields, members) : [];
    read.clusters.push({ code, name, scale: scale ?? '', head: head ?? null, deputies, units });
  }
  return read;
}

function readScaleName(fields: Fields, scales: ReadonlyMap<string, PlanScale>): string | undefined {
  const code = fields.code('scale');
  if (code !== undefined && !scales.has(code)) {
    fields.problems.add('ref.unknown', fields.at('scale'), 'there is no such scale', { reason: 'scale', value: code });
  }
  return code;
}

function readUnits(
  cluster: Fields,
  clusterCode: string,
  scale: PlanScale | undefined,
  all: Map<string, ReadUnit>,
): string[] {
  const units: string[] = [];
  for (const { value, path } of cluster.list('units') ?? []) {
    const fields = Fields.open(value, path, cluster.problems, ['code', 'name', 'kind']);
    if (fields === undefined) continue;
    const code = fields.code('code');
    const name = fields.text('name') ?? '';
    const kind = fields.has('kind') ? fields.oneOf('kind', ['collective', 'individual']) : undefined;
    if (code === undefined) continue;
    if (all.has(code)) {
      cluster.problems.add('code.duplicate', fields.at('code'), 'two units have this code', { value: code });
      continue;
    }
    all.set(code, { code, name, kind: kind ?? 'collective', cluster: clusterCode, scale });
    units.push(code);
  }
  return units;
}

function readMember(fields: Fields, key: string, members: ReadonlySet<string>): string | undefined {
  const code = fields.code(key);
  if (code !== undefined && !members.has(code)) {
    fields.problems.add('ref.unknown', fields.at(key), 'this unit is not a member of the cluster', {
      reason: 'member',
      value: code,
    });
  }
  return code;
}

function readDeputies(fields: Fields, members: ReadonlySet<string>): string[] {
  const deputies: string[] = [];
  for (const { value, path } of fields.list('deputies') ?? []) {
    const code = asReference(value, path, fields.problems);
    if (code === undefined) continue;
    if (!members.has(code)) {
      const params = { reason: 'member', value: code.slice(0, 80) } as const;
      fields.problems.add('ref.unknown', path, 'this unit is not a member of the cluster', params);
    } else if (deputies.includes(code)) {
      fields.problems.add('code.duplicate', path, 'this deputy is named twice', { reason: 'deputy', value: code });
    } else deputies.push(code);
  }
  return deputies;
}
