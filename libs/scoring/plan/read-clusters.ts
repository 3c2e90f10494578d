import type { Rational } from '../number/rational.js';
import { asDecimal, asReference, Fields } from '../text/fields.js';
import { knownCodes } from '../text/known-codes.js';
import type { UnitKind } from './competition.js';
import type { PlanCluster, PlanScale } from './plan.js';
import { readCodes } from './read-codes.js';

export const KEYS = ['code', 'name', 'scale', 'head', 'deputies', 'units'];
export const UNIT_KEYS = ['code', 'name', 'kind', 'traits', 'params', 'headOf', 'competes'];

/** A unit before holds, targets and facts are known. */
export interface ReadUnit {
  code: string;
  name: string;
  kind: UnitKind;
  cluster: string;
  scale: PlanScale | undefined;
  traits: readonly string[];
  params: ReadonlyMap<string, Rational>;
  headOf: string | null;
  competes: boolean;
}

export interface ReadClusters {
  clusters: Omit<PlanCluster, 'settled'>[];
  units: Map<string, ReadUnit>;
}

interface Lead {
  fields: Fields;
  unit: ReadUnit;
}

/** Checks `clusters` (spec, "Cluster"). */
export function readClusters(top: Fields, scales: ReadonlyMap<string, PlanScale>): ReadClusters {
  const read: ReadClusters = { clusters: [], units: new Map() };
  const codes = new Set<string>();
  const leads: Lead[] = [];
  for (const { value, path } of top.list('clusters') ?? []) {
    const fields = Fields.open(value, path, top.problems, KEYS);
    if (fields === undefined) continue;
    const code = fields.code('code') ?? '';
    if (codes.has(code)) {
      top.problems.add('code.duplicate', fields.at('code'), 'two clusters have this code', { value: code });
    }
    if (code !== '') codes.add(code);
    const name = fields.text('name') ?? '';
    const scale = readScaleName(fields, scales);
    const units = readUnits(fields, code, scales.get(scale ?? ''), read.units, leads);
    const members = new Set(units);
    const head = fields.has('head') ? readMember(fields, 'head', members, name) : undefined;
    const deputies = fields.has('deputies') ? readDeputies(fields, members, name) : [];
    read.clusters.push({ code, name, scale: scale ?? '', head: head ?? null, deputies, units });
  }
  checkLeads(leads, read.units);
  return read;
}

function readScaleName(fields: Fields, scales: ReadonlyMap<string, PlanScale>): string | undefined {
  const code = fields.reference('scale');
  if (code !== undefined && !scales.has(code)) {
    fields.problems.add('ref.unknown', fields.at('scale'), 'there is no such scale', {
      reason: 'scale',
      value: code.slice(0, 80),
      ...knownCodes(scales.keys()),
    });
  }
  return code;
}

function readUnits(
  cluster: Fields,
  clusterCode: string,
  scale: PlanScale | undefined,
  all: Map<string, ReadUnit>,
  leads: Lead[],
): string[] {
  const units: string[] = [];
  for (const { value, path } of cluster.list('units') ?? []) {
    const fields = Fields.open(value, path, cluster.problems, UNIT_KEYS);
    if (fields === undefined) continue;
    const code = fields.code('code');
    const unit: ReadUnit = {
      code: code ?? '',
      name: fields.text('name') ?? '',
      kind: (fields.has('kind') ? fields.oneOf('kind', ['collective', 'individual']) : undefined) ?? 'collective',
      cluster: clusterCode,
      scale,
      traits: fields.has('traits') ? readCodes(fields, 'traits') : [],
      params: fields.has('params') ? readParams(fields) : NO_PARAMS,
      headOf: (fields.has('headOf') ? fields.code('headOf') : undefined) ?? null,
      competes: (fields.has('competes') ? fields.flag('competes') : undefined) ?? true,
    };
    if (code === undefined) continue;
    if (all.has(code)) {
      cluster.problems.add('code.duplicate', fields.at('code'), 'two units have this code', { value: code });
      continue;
    }
    if (unit.headOf !== null) leads.push({ fields, unit });
    all.set(code, unit);
    units.push(code);
  }
  return units;
}

/** Most units have none; shared, since there may be many units. */
const NO_PARAMS: ReadonlyMap<string, Rational> = new Map();

function readParams(fields: Fields): Map<string, Rational> {
  const params = new Map<string, Rational>();
  for (const { label, value, path } of fields.labels('params') ?? []) {
    const number = asDecimal(value, path, fields.problems);
    if (number !== undefined) params.set(label, number);
  }
  return params;
}

type LeadFault = 'collective' | 'unknown' | 'individual' | 'cluster' | 'leads';

/** Who leads: an individual, a collective of another cluster, in which nobody leads anything (spec, "Cluster"). */
function checkLeads(leads: readonly Lead[], units: ReadonlyMap<string, ReadUnit>): void {
  const leading = new Set(leads.map(({ unit }) => unit.cluster));
  for (const { fields, unit } of leads) {
    const led = units.get(unit.headOf!);
    const refuse = (message: string, reason: LeadFault): void =>
      fields.problems.add('unit.headOf.invalid', fields.at('headOf'), message, {
        reason,
        value: unit.headOf!,
        unitName: unit.name,
        ...(led !== undefined && { name: led.name }),
      });
    if (unit.kind !== 'individual') refuse('only an individual leads a collective', 'collective');
    else if (led === undefined) refuse('there is no such unit', 'unknown');
    else if (led.kind !== 'collective') refuse('what a person leads is a collective', 'individual');
    else if (led.cluster === unit.cluster) refuse('the collective must be of another cluster', 'cluster');
    else if (leading.has(led.cluster)) refuse('in the cluster of the collective nobody may lead another', 'leads');
  }
}

function readMember(fields: Fields, key: string, members: ReadonlySet<string>, cluster: string): string | undefined {
  const code = fields.reference(key);
  if (code !== undefined && !members.has(code)) {
    fields.problems.add('ref.unknown', fields.at(key), 'this unit is not a member of the cluster', {
      reason: 'member',
      value: code.slice(0, 80),
      ...(cluster !== '' && { cluster }),
      ...knownCodes(members),
    });
  }
  return code;
}

function readDeputies(fields: Fields, members: ReadonlySet<string>, cluster: string): string[] {
  const deputies = new Set<string>();
  for (const { value, path } of fields.list('deputies') ?? []) {
    const code = asReference(value, path, fields.problems);
    if (code === undefined) continue;
    if (!members.has(code)) {
      fields.problems.add('ref.unknown', path, 'this unit is not a member of the cluster', {
        reason: 'member',
        value: code.slice(0, 80),
        ...(cluster !== '' && { cluster }),
        ...knownCodes(members),
      });
    } else if (deputies.has(code)) {
      fields.problems.add('code.duplicate', path, 'this deputy is named twice', { reason: 'deputy', value: code });
    } else deputies.add(code);
  }
  return [...deputies];
}
