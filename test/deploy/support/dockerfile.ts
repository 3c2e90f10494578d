export interface Instruction {
  readonly name: string;
  /** All that follows the name, on one line. */
  readonly text: string;
}

/** The stages of a Dockerfile, each from its FROM on. */
export function stagesOf(dockerfile: string): Instruction[][] {
  const lines = dockerfile
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [, name, text] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === undefined || text === undefined) throw new Error(`no instruction: ${line}`);
    if (name === 'FROM') stages.push([]);
    stages.at(-1)!.push({ name, text });
  }
  return stages;
}

export function textOf(stage: readonly Instruction[], name: string): string {
  const found = stage.filter((instruction) => instruction.name === name);
  if (found.length !== 1) throw new Error(`${name} stands ${found.length} times`);
  return found[0]!.text;
}

/** The words of a command in exec form, which no shell comes between. */
export function commandOf(stage: readonly Instruction[], name: string): string[] {
  const text = textOf(stage, name);
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
}

export function environmentOf(stage: readonly Instruction[]): Record<string, string> {
  const pairs = stage.filter(({ name }) => name === 'ENV').flatMap(({ text }) => text.split(' '));
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}
