export interface Directive {
  readonly name: string;
  readonly args: readonly string[];
  /** Of a block. */
  readonly inside: readonly Directive[];
}

const TOKEN = /#[^\n]*|"((?:[^"\\]|\\.)*)"|[{};]|[^\s{};"#]+/g;

/** The directives of a configuration of nginx. */
export function readNginx(text: string): Directive[] {
  const tokens = [...text.matchAll(TOKEN)].filter(([token]) => !token.startsWith('#'));
  let at = 0;
  const block = (): Directive[] => {
    const found: Directive[] = [];
    let words: string[] = [];
    for (; at < tokens.length;) {
      const [token, quoted] = tokens[at++]!;
      if (token === '}') return found;
      if (token !== ';' && token !== '{') {
        words.push(quoted ?? token);
        continue;
      }
      const [name = '', ...args] = words;
      found.push({ name, args, inside: token === '{' ? block() : [] });
      words = [];
    }
    return found;
  };
  return block();
}

/** The arguments of the only directive of a name. */
export function argsOf(directives: readonly Directive[], name: string, first?: string): readonly string[] {
  const found = directives.filter((each) => each.name === name && (first === undefined || each.args[0] === first));
  if (found.length !== 1) throw new Error(`${name} ${first ?? ''} stands ${found.length} times`);
  return found[0]!.args;
}
