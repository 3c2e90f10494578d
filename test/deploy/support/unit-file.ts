/** Sections of a systemd unit, each key with its values in order. */
export type UnitFile = Readonly<Record<string, ReadonlyMap<string, readonly string[]>>>;

export function readUnit(text: string): UnitFile {
  const sections: Record<string, Map<string, string[]>> = {};
  let section: Map<string, string[]> | undefined;
  for (const line of text.split('\n').filter((each) => !/^(\s*$|[#;])/.test(each))) {
    const [, title] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (title !== undefined) section = sections[title] = new Map();
    else if (key !== undefined && section) section.set(key, [...(section.get(key) ?? []), value!]);
    else throw new Error(`no line of a unit: ${line}`);
  }
  return sections;
}

/** What `Environment=` sets, with the specifiers of an instance filled in. */
export function environmentOf(unit: UnitFile, specifiers: Readonly<Record<string, string>>): Record<string, string> {
  const words = (unit['Service']!.get('Environment') ?? []).flatMap((line) => line.split(' '));
  const filled = words.map((word) => word.replaceAll(/%\w/g, (name) => specifiers[name] ?? name));
  return Object.fromEntries(filled.map((pair) => pair.split('=') as [string, string]));
}
