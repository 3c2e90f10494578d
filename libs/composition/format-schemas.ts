import { competitionSchema, resultSchema } from '@thidua/scoring';
import type { JsonObject } from '@thidua/scoring';

type Schemas = Record<string, JsonObject>;

/** Lists of the competition file whose items have a name of their own, since routes take or give them too. */
const ITEMS = { scales: 'FileScale', entries: 'FileEntry', classes: 'FileClass', rewards: 'FileReward' };
/** What the address of a sheet says of all its entries. */
const OF_ADDRESS = ['unit', 'stage', 'round'];

/**
 * The schemas of what is written in the formats of the engine, as components of the API's description: the competition
 * file, its parts, entries of a sheet, and the result.
 */
export function formatSchemas(): Schemas {
  const { CompetitionFile: file, ...defs } = components('CompetitionFile', 'File', competitionSchema());
  const { properties } = file as { properties: Schemas };
  const items = Object.entries(ITEMS).map(([list, name]) => {
    const { items: item, ...rest } = properties[list] as { items: JsonObject };
    properties[list] = { ...rest, items: refTo(name) };
    return [name, item] as const;
  });
  const ranking = properties['ranking']!;
  properties['ranking'] = refTo('FileRanking');
  const named: Schemas = { ...Object.fromEntries(items), FileRanking: ranking };
  return {
    CompetitionFile: file!,
    ...defs,
    ...named,
    FileRules: rules(),
    SheetEntry: sheetEntry(named['FileEntry']!, OF_ADDRESS),
    LowerEntry: sheetEntry(named['FileEntry']!, ['unit', 'round'], ['stage']),
    ...components('Result', 'Result', resultSchema()),
  };
}

/** A schema and what it keeps under `$defs`, each as a component. */
function components(name: string, prefix: string, schema: JsonObject): Schemas {
  const moved = JSON.stringify(schema).replaceAll(
    /"#\/\$defs\/(\w)(\w*)"/g,
    (_, first: string, rest: string) => `"#/components/schemas/${prefix}${first.toUpperCase()}${rest}"`,
  );
  const { $schema: _, $defs, ...whole } = JSON.parse(moved) as JsonObject & { $defs: Schemas };
  const parts = Object.entries($defs).map(([part, each]) => [prefix + part[0]!.toUpperCase() + part.slice(1), each]);
  return { [name]: whole, ...(Object.fromEntries(parts) as Schemas) };
}

function sheetEntry(entry: JsonObject, without: readonly string[], required: readonly string[] = []): JsonObject {
  const { properties, required: all } = entry as { properties: JsonObject; required: string[] };
  const kept = Object.entries(properties).filter(([key]) => !without.includes(key));
  return {
    ...entry,
    description: 'As in the competition file. Which value it has is said by the rule of its criterion.',
    properties: Object.fromEntries(kept),
    required: [...all.filter((key) => !without.includes(key)), ...required],
  };
}

function rules(): JsonObject {
  return {
    type: 'object',
    properties: {
      ranking: { anyOf: [refTo('FileRanking'), { type: 'null' }] },
      classes: { type: 'array', items: refTo('FileClass') },
      rewards: { type: 'array', items: refTo('FileReward') },
    },
    required: ['ranking', 'classes', 'rewards'],
  };
}

const refTo = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
